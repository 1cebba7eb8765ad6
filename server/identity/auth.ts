// Everything that next-auth does here. Sessions claim an id and an epoch and nothing else; who that is, is read from the database per request.
import { headers as nextHeaders } from "next/headers";
import NextAuth, { AuthError, CredentialsSignin, type NextAuthConfig } from "next-auth";
import type { Provider } from "next-auth/providers";
import Credentials from "next-auth/providers/credentials";
import GitHub from "next-auth/providers/github";
import Google from "next-auth/providers/google";
import { type Config, config } from "@/server/platform/config";
import { AppError, isAppError } from "@/server/platform/errors";
import { logger } from "@/server/platform/log";
import { contextFor } from "@/server/trpc/context";
import { authSecret } from "./auth-secret";
import { clientAddress } from "./core/client-address";
import { linkAccount } from "./link-account";
import { readActor } from "./read-actor";
import { type SignInInput, signInInput } from "./schema";
import { isSecure, sessionCookie, sessionSeconds } from "./session-cookie";
import { mismatch, verifyCredentials } from "./verify-credentials";

declare module "@auth/core/types" {
  interface User {
    epoch?: number;
  }
}

declare module "@auth/core/jwt" {
  interface JWT {
    epoch?: number;
  }
}

/** Carries our refusal through next-auth, which otherwise wraps or renames what is thrown. */
class RefusedSignIn extends CredentialsSignin {
  readonly refusal: AppError;
  constructor(refusal: AppError) {
    super();
    this.refusal = refusal;
    this.code = refusal.code;
  }
}

const nextAuth = NextAuth(async () => authConfig(config(), await nextHeaders()));

export const authHandlers = nextAuth.handlers;

/** Signs in with a password and sets the session cookie of the current response. Throws AppError. */
export async function signInWithPassword(input: SignInInput): Promise<void> {
  try {
    await nextAuth.signIn("credentials", { ...input, redirect: false });
  } catch (error) {
    if (error instanceof RefusedSignIn) throw error.refusal;
    throw error;
  }
}

/** Sends the browser to an identity provider, by throwing Next's redirect. `to` is a path of this site. */
export async function signInWithProvider(provider: string, to: string): Promise<never> {
  await nextAuth.signIn(provider, { redirectTo: to });
  throw new Error(`The identity provider ${provider} gave no address to go to.`);
}

/** Removes the session cookie of the current response. */
export async function endSession(): Promise<void> {
  await nextAuth.signOut({ redirect: false });
}

function authConfig({ auth, database, dataDir, openSignUp }: Config, requestHeaders: Headers): NextAuthConfig {
  const secure = isSecure(requestHeaders);
  return {
    secret: authSecret({ auth, database, dataDir }),
    trustHost: true,
    useSecureCookies: secure,
    cookies: { sessionToken: sessionCookie(secure) },
    session: { strategy: "jwt", maxAge: sessionSeconds },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    providers: providers(auth),
    logger: { error: logAuthError, warn: (code) => logger().debug({ code }, "sign-in warning"), debug: () => {} },
    callbacks: {
      signIn: async ({ user, account, profile }) => {
        if (!account || account.type === "credentials") return true;
        const ctx = await contextFor(requestHeaders);
        try {
          const emailVerified = profile?.email_verified === true;
          const identity = { provider: account.provider, providerAccountId: account.providerAccountId, emailVerified };
          const session = await linkAccount(ctx, { ...identity, email: user.email ?? null, name: user.name ?? null }, { open: openSignUp });
          // Without a next-auth adapter this object is the only way to say whose session begins.
          user.id = session.userId;
          user.epoch = session.epoch;
          return true;
        } catch (error) {
          if (!isAppError(error)) throw error;
          ctx.log.info({ requestId: ctx.requestId, provider: account.provider, code: error.code, why: error.message }, "sign-in refused");
          return false;
        }
      },
      jwt: async ({ token, user }) => {
        if (user) return user.id !== undefined && user.epoch !== undefined ? { sub: user.id, epoch: user.epoch } : null;
        const { db } = await contextFor(new Headers());
        return token.sub !== undefined && token.epoch !== undefined && (await readActor(db, token.sub, token.epoch)) ? token : null;
      },
      session: ({ session, token }) => ({ expires: session.expires, user: { id: token.sub } }),
      redirect: ({ url, baseUrl }) => {
        const home = new URL(baseUrl);
        const target = URL.canParse(url, home) ? new URL(url, home) : home;
        return target.origin === home.origin ? target.href : home.href;
      },
    },
  };
}

function providers(auth: Config["auth"]): Provider[] {
  return [
    Credentials({
      credentials: { email: {}, password: {} },
      authorize: async (credentials, request) => {
        const parsed = signInInput.safeParse(credentials);
        if (!parsed.success) throw new RefusedSignIn(new AppError("unauthorised", mismatch));
        try {
          const { userId, epoch } = await verifyCredentials(await contextFor(request.headers), parsed.data, {
            address: clientAddress(request.headers),
          });
          return { id: userId, epoch };
        } catch (error) {
          if (isAppError(error)) throw new RefusedSignIn(error);
          throw error;
        }
      },
    }),
    ...(auth.github ? [GitHub({ clientId: auth.github.id, clientSecret: auth.github.secret })] : []),
    ...(auth.google ? [Google({ clientId: auth.google.id, clientSecret: auth.google.secret })] : []),
    ...(auth.oidc ? [oidc(auth.oidc)] : []),
  ];
}

function oidc({ id, secret, issuer, name }: NonNullable<Config["auth"]["oidc"]>): Provider {
  return { id: "oidc", name, type: "oidc", issuer, clientId: id, clientSecret: secret, checks: ["pkce", "state", "nonce"] };
}

/** What a visitor does wrong is no fault of ours. */
const visitorErrors = ["CredentialsSignin", "AccessDenied", "MissingCSRF", "UnknownAction"];

function logAuthError(error: Error): void {
  if (error instanceof AuthError && visitorErrors.includes(error.type)) logger().debug({ type: error.type }, "sign-in refused");
  else logger().error({ err: error }, "sign-in broke");
}
