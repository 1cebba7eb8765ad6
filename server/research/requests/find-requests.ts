import { type Ctx, ownerScope } from "@/server/platform/context";
import { AppError } from "@/server/platform/errors";
import { findBySubject } from "./store";

export type FoundRequest = { readonly id: string; readonly subject: string; readonly packName: string; readonly isEnded: boolean };

/** The actor's requests whose subject holds the words, newest first. */
export async function findRequests(ctx: Pick<Ctx, "db" | "actor">, input: { query: string; limit: number }): Promise<FoundRequest[]> {
  if (ctx.actor.kind !== "user") throw new AppError("forbidden", "Only an account has requests.");
  if (input.query === "") return [];
  const rows = await findBySubject(ctx.db, ownerScope(ctx.actor.userId), input.query, input.limit);
  return rows.map(({ id, subject, packName, endedAt }) => ({ id, subject, packName, isEnded: endedAt !== null }));
}
