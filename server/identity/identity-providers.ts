import type { Config } from "@/server/platform/config";

export type IdentityProvider = { readonly id: "github" | "google" | "oidc"; readonly name: string };

/** The identity providers that are configured, in the order in which the sign-in page offers them. */
export function identityProviders(auth: Pick<Config["auth"], "github" | "google" | "oidc">): IdentityProvider[] {
  return [
    ...(auth.github ? [{ id: "github", name: "GitHub" } as const] : []),
    ...(auth.google ? [{ id: "google", name: "Google" } as const] : []),
    ...(auth.oidc ? [{ id: "oidc", name: auth.oidc.name } as const] : []),
  ];
}
