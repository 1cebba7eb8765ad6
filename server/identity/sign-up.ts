import { newId } from "@/server/platform/ids";
import { argon2Passwords, type Passwords } from "./adapters/passwords";
import { type Admission, createAccount } from "./create-account";
import { limitAddress } from "./limit-tries";
import { type SignUpInput, signUpInput } from "./schema";
import type { VisitorCtx } from "./visitor";

export type SignUpOptions = Admission & { readonly address: string; readonly passwords?: Passwords };

/**
 * Asks for an account. `first` says that it became the administrator's. For an address that already has an account nothing changes, and the
 * answer and the work are those of a new one. Throws `rate_limited`, ZodError.
 */
export async function signUp(ctx: VisitorCtx, input: SignUpInput, options: SignUpOptions): Promise<{ first: boolean }> {
  const { name, email, password, note } = signUpInput.parse(input);
  await limitAddress(ctx, options.address);
  const passwordHash = await (options.passwords ?? argon2Passwords).hash(password);
  const created = await ctx.db.transaction((tx) => createAccount(tx, ctx, { id: newId(), name, email, passwordHash, note }, options));
  return { first: created?.role === "admin" };
}
