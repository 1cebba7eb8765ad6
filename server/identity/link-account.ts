import { AppError } from "@/server/platform/errors";
import { newId } from "@/server/platform/ids";
import { type Admission, createAccount } from "./create-account";
import { emailSchema, type SessionClaim } from "./schema";
import { startSession } from "./start-session";
import { insertAccount, type StoredUser, userByAccount, userByEmail } from "./store";
import { recordAsUser, type VisitorCtx } from "./visitor";

export type ProvidedIdentity = {
  readonly provider: string;
  readonly providerAccountId: string;
  readonly email: string | null;
  /** Whether the provider vouches that the address belongs to this person. */
  readonly emailVerified: boolean;
  readonly name: string | null;
};

/**
 * Signs in somebody whom an identity provider vouches for, making or linking their account. An existing account is linked only when both the
 * provider and this installation know its address to be verified: otherwise whoever signed up first with a foreign address would share the
 * account of its owner. Throws `forbidden`.
 */
export async function linkAccount(ctx: VisitorCtx, identity: ProvidedIdentity, admission: Admission): Promise<SessionClaim> {
  const known = await userByAccount(ctx.db, identity.provider, identity.providerAccountId);
  const user = known ?? (await ctx.db.transaction((tx) => admit(tx, ctx, identity, admission)));
  return startSession(ctx, user, identity.provider);
}

async function admit(
  tx: Parameters<typeof createAccount>[0],
  ctx: VisitorCtx,
  identity: ProvidedIdentity,
  admission: Admission,
): Promise<StoredUser> {
  const parsed = emailSchema.safeParse(identity.email ?? "");
  if (!parsed.success)
    throw new AppError("forbidden", "This sign-in came without an e-mail address. Make one visible there, or sign up here with a password.");
  const email = parsed.data;
  const link = { provider: identity.provider, providerAccountId: identity.providerAccountId };
  const name = (identity.name ?? "").replace(/\p{C}/gu, "").trim().slice(0, 100) || (email.split("@")[0] ?? email);
  const emailVerified = identity.emailVerified ? ctx.clock.now() : null;
  const created = await createAccount(tx, ctx, { id: newId(), name, email, emailVerified }, admission);
  const user = created ?? (await userByEmail(tx, email));
  const mayLink = created !== null || (identity.emailVerified && user?.emailVerified !== null);
  if (!user || !mayLink)
    throw new AppError("forbidden", "This sign-in could not be used here. If you have an account with a password, sign in with that.");
  if (!(await insertAccount(tx, { ...link, userId: user.id }))) throw new AppError("conflict", "This sign-in is being set up elsewhere. Try again.");
  await recordAsUser(tx, ctx, user.id, { action: "user.link", after: { provider: identity.provider } });
  return user;
}
