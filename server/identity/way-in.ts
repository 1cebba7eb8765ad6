import type { Config } from "@/server/platform/config";
import { type IdentityProvider, identityProviders } from "./identity-providers";
import { hasFirstAdmin } from "./store";
import type { VisitorCtx } from "./visitor";

export type WayIn = {
  /** Nobody has an account yet: the next one administers. */
  readonly awaitsFirstAccount: boolean;
  /** Later accounts are approved at once. */
  readonly open: boolean;
  readonly providers: readonly IdentityProvider[];
};

/** How one can get into this installation. */
export async function wayIn(ctx: Pick<VisitorCtx, "db">, { auth, openSignUp }: Pick<Config, "auth" | "openSignUp">): Promise<WayIn> {
  return { awaitsFirstAccount: !(await hasFirstAdmin(ctx.db)), open: openSignUp, providers: identityProviders(auth) };
}
