// The session: an encrypted token (JWE) in one cookie, holding an id and an epoch, good for twelve hours.
import { encode, getToken } from "@auth/core/jwt";
import { z } from "zod";
import type { SessionClaim } from "./schema";

export const sessionSeconds = 12 * 60 * 60;

const claimSchema = z.object({ sub: z.string().min(1), epoch: z.number().int().nonnegative() });

export type SessionCookie = {
  readonly name: string;
  readonly options: { readonly httpOnly: true; readonly sameSite: "lax"; readonly path: "/"; readonly secure: boolean };
};

/** How the cookie is named and guarded. Over https only this host can set or read it (`__Host-`); plain http has no such prefix. */
export function sessionCookie(secure: boolean): SessionCookie {
  return { name: secure ? "__Host-variorum.session" : "variorum.session", options: { httpOnly: true, sameSite: "lax", path: "/", secure } };
}

/** Whether a request came over https, as the first proxy (or Next itself) says; who lies here only spoils their own cookie. */
export function isSecure(headers: Headers): boolean {
  return headers.get("x-forwarded-proto")?.split(",")[0]?.trim() === "https";
}

/** The claim in a request's session cookie; null when there is none or it is expired, foreign or altered. */
export async function readSession(headers: Headers, secret: string): Promise<SessionClaim | null> {
  const secureCookie = isSecure(headers);
  const { name } = sessionCookie(secureCookie);
  // Only the cookie is handed on: a bearer token is no session.
  const token = await getToken({ req: { headers: { cookie: headers.get("cookie") ?? "" } }, secret, secureCookie, cookieName: name, salt: name });
  const claim = claimSchema.safeParse(token);
  return claim.success ? { userId: claim.data.sub, epoch: claim.data.epoch } : null;
}

/** The cookie of a new session, for tests and tools that sign in without a page. */
export async function sealSession(claim: SessionClaim, secret: string, secure = false): Promise<{ name: string; value: string }> {
  const { name } = sessionCookie(secure);
  return { name, value: await encode({ token: { sub: claim.userId, epoch: claim.epoch }, secret, salt: name, maxAge: sessionSeconds }) };
}
