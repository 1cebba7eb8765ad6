import { AppError } from "@/server/platform/errors";
import { argon2Passwords, type Passwords } from "./adapters/passwords";
import { limitAccount, limitAddress } from "./limit-tries";
import { type SessionClaim, type SignInInput, signInInput } from "./schema";
import { startSession } from "./start-session";
import { userByEmail } from "./store";
import type { VisitorCtx } from "./visitor";

export const mismatch = "E-mail and password do not match.";

/**
 * Checks an e-mail address and its password, and starts a session. An unknown address costs the same computation and gets the same words as a
 * wrong password. Throws `unauthorised`, `rate_limited`, ZodError.
 */
export async function verifyCredentials(
  ctx: VisitorCtx,
  input: SignInInput,
  options: { readonly address: string; readonly passwords?: Passwords },
): Promise<SessionClaim> {
  const { email, password } = signInInput.parse(input);
  const passwords = options.passwords ?? argon2Passwords;
  await limitAddress(ctx, options.address);
  await limitAccount(ctx, email);
  const user = await userByEmail(ctx.db, email);
  const stored = user?.passwordHash ?? null;
  const right = stored === null ? await discard(passwords.hash(password)) : await passwords.verify(stored, password);
  if (!right || !user) throw new AppError("unauthorised", mismatch);
  return startSession(ctx, user, "password");
}

/** One computation, as checking would take. */
async function discard(work: Promise<string>): Promise<false> {
  await work;
  return false;
}
