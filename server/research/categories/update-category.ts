import canonicalize from "canonicalize";
import { recordAudit } from "@/server/audit/record";
import { actorName, type Ctx } from "@/server/platform/context";
import { AppError, notFound } from "@/server/platform/errors";
import { sha256 } from "@/server/platform/hash";
import type { CategoryDefinition } from "./schema";
import { categoryById, insertVersion, raisePackVersion, replaceDefinition } from "./store";
import { type UpdateCategoryInput, updateCategoryInput } from "./update-schema";

/** Puts a new version of a category in force; running requests keep theirs. Throws `forbidden`, `bad_request`, `not_found`, `conflict`. */
export async function updateCategory(ctx: Ctx, input: UpdateCategoryInput): Promise<{ version: number }> {
  const { actor } = ctx;
  if (actor.kind !== "user" || actor.role !== "admin" || actor.status !== "approved")
    throw new AppError("forbidden", "Only administrators may change a category.");
  const parsed = updateCategoryInput.safeParse(input);
  if (!parsed.success) throw new AppError("bad_request", firstProblem(parsed.error), { cause: parsed.error });
  const { categoryId, version, definition, reason } = parsed.data;
  return ctx.db.transaction(async (tx) => {
    const row = await categoryById(tx, categoryId);
    if (!row) throw notFound("category");
    if (definition.slug !== row.slug) throw new AppError("bad_request", `The slug of a category stays: it is “${row.slug}”. Nothing was changed.`);
    const before = digest(row.definition);
    const after = digest(definition);
    if (row.version === version && before === after) return { version };
    const at = ctx.clock.now();
    if (!(await replaceDefinition(tx, row.id, version, definition, at)))
      throw new AppError(
        "conflict",
        `Somebody else changed this category meanwhile: version ${row.version} is in force. Nothing of yours was saved; reload and try again.`,
      );
    const next = version + 1;
    await insertVersion(tx, { categoryId: row.id, version: next, definition, changedBy: actorName(actor), reason, at });
    const packVersion = await raisePackVersion(tx, row.packId);
    await recordAudit(tx, ctx, {
      action: "category.update",
      entity: "category",
      entityId: row.id,
      before: { version, definition: before },
      after: { version: next, definition: after, packVersion },
      reason,
    });
    return { version: next };
  });
}

/** SHA-256 of the canonical JSON: the audit trail says that and what it became, without the text. */
function digest(definition: CategoryDefinition): string {
  return sha256(canonicalize(JSON.parse(JSON.stringify(definition))) ?? "");
}

function firstProblem(error: { issues: readonly { message: string; path: readonly PropertyKey[] }[] }): string {
  const issue = error.issues[0];
  if (!issue) return "The category is not valid.";
  const where = issue.path.filter((part) => part !== "definition").join(".");
  return where === "" ? issue.message : `${where}: ${issue.message}`;
}
