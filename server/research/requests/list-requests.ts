import type { Ctx } from "@/server/platform/context";
import { ownerScope } from "@/server/platform/context";
import { AppError } from "@/server/platform/errors";
import { categoriesOf, isSettled, listRequests } from "./store";

const pageSize = 30;

export type ListedRequest = {
  readonly id: string;
  readonly subject: string;
  readonly packName: string;
  readonly status: "pending" | "processing" | "completed" | "partial_failure" | "failed" | "cancelled";
  readonly categories: number;
  readonly settled: number;
  readonly found: number;
  readonly createdAt: string;
  readonly endedAt: string | null;
  /** It runs an earlier request again. */
  readonly again: boolean;
  /** Fields that differ from the edition before; null where that was not counted. */
  readonly changed: number | null;
};

/** The actor's requests, newest first, a page at a time; `next` is the cursor of the following page. */
export async function listOwnRequests(
  ctx: Pick<Ctx, "db" | "actor">,
  input: { before: string | null },
): Promise<{ requests: ListedRequest[]; next: string | null }> {
  if (ctx.actor.kind !== "user") throw new AppError("forbidden", "Only an account has requests.");
  const rows = await listRequests(ctx.db, ownerScope(ctx.actor.userId), { before: input.before, limit: pageSize + 1 });
  const page = rows.slice(0, pageSize);
  const categories = await categoriesOf(
    ctx.db,
    page.map((row) => row.id),
  );
  const requests = page.map((row) => {
    const own = categories.filter((category) => category.requestId === row.id);
    return {
      id: row.id,
      subject: row.subject,
      packName: row.packName,
      status: row.status,
      categories: own.length,
      settled: own.filter(isSettled).length,
      found: own.filter((category) => category.outcome === "found").length,
      createdAt: row.createdAt.toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
      again: row.previousId !== null,
      changed: row.changes?.fields ?? null,
    };
  });
  return { requests, next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null };
}
