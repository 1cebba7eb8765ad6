// The contract of identity: what people send to get in and what administrators send about them.
import { z } from "zod";
import { isStorable, unstorable } from "@/server/platform/storable";

/** The command line's own account; it has no password and is no person. */
export const operatorId = "operator";

/** An e-mail address as it is compared and stored: trimmed, lower case, at most 254 characters (RFC 5321). */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, "This address is too long.")
  .pipe(z.email("Write an e-mail address, such as name@example.org."));

const writtenName = z
  .string()
  .trim()
  .min(1, "Write the name that others here will see.")
  .max(100, "Write at most 100 characters.")
  .regex(/^\P{C}*$/u, "Leave out characters that cannot be seen.");

export const signUpInput = z.object({
  name: writtenName,
  email: emailSchema,
  // Ten characters is a passphrase's floor; two hundred bounds what one try may cost to hash.
  password: z.string().min(10, "Use at least 10 characters.").max(200, "Use at most 200 characters."),
  note: z
    .string()
    .trim()
    .max(500, "Write at most 500 characters.")
    .refine(isStorable, unstorable)
    .transform((text) => text || null)
    .nullish()
    .transform((text) => text ?? null),
});
export type SignUpInput = z.infer<typeof signUpInput>;

export const signInInput = z.object({
  email: emailSchema,
  password: z.string().min(1, "Write your password.").max(200, "A password has at most 200 characters."),
});
export type SignInInput = z.infer<typeof signInInput>;

export const userStatuses = ["pending", "approved", "denied"] as const;
export const userRoles = ["user", "admin"] as const;
export type UserStatus = (typeof userStatuses)[number];
export type UserRole = (typeof userRoles)[number];

const userId = z.string().min(1).max(64);

export const decideUserInput = z.discriminatedUnion("decision", [
  z.object({ userId, decision: z.literal("approve") }),
  z.object({
    userId,
    decision: z.literal("deny"),
    reason: z.string().trim().min(3, "Write a reason; the person will read it.").max(500, "Write at most 500 characters."),
  }),
]);
export type DecideUserInput = z.infer<typeof decideUserInput>;

export const changeRoleInput = z.object({ userId, role: z.enum(userRoles) });
export type ChangeRoleInput = z.infer<typeof changeRoleInput>;

/** What somebody sees of their own account. */
export type Me = {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: UserRole;
  readonly status: UserStatus;
  readonly note: string | null;
  readonly decisionReason: string | null;
  readonly createdAt: Date;
};

/** What an administrator sees of an account. `signedUpWith` is "password" or the id of an identity provider. */
export type ListedUser = Me & { readonly signedUpWith: string; readonly decidedAt: Date | null; readonly lastSeenAt: Date | null };

/** The proof that a session cookie carries: whose it is, and of which epoch. Nothing else is in it. */
export type SessionClaim = { readonly userId: string; readonly epoch: number };
