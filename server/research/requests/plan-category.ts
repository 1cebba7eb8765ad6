import type { Ctx } from "@/server/platform/context";
import type { CategoryDefinition } from "../categories/schema";
import { findProvider } from "../providers/registry";
import { slowestFirst } from "../providers/slowest-first";
import { loadRun } from "./load-run";

/** Which of the request's providers this round of the category asks: the library and answer engines always, an evidence API where the category names it. `readers` are asked after the others, over what those brought. */
export async function planCategory(
  ctx: Ctx,
  input: { requestCategoryId: string; round: number },
): Promise<{ providers: string[]; readers: string[] }> {
  const run = await loadRun(ctx.db, input.requestCategoryId, input.round);
  if (!run) return { providers: [], readers: [] };
  const { asksOnly } = run.category;
  const asked = askedBy(run.definition, run.request.providers).filter((id) => asksOnly === null || id === asksOnly);
  const reads = (id: string) => findProvider(id)?.info().overPassages ?? false;
  const first = await slowestFirst(
    ctx.db,
    run.request.id,
    asked.filter((id) => !reads(id)),
  );
  return { providers: first, readers: asked.filter(reads) };
}

/** Those of the given providers that can answer a category. */
export function askedBy(definition: CategoryDefinition, providers: readonly string[]): string[] {
  const { apis } = definition.searchParameters;
  return providers.filter((id) => {
    const kind = findProvider(id)?.info().kind;
    return kind === "api" ? apis.includes(id) : kind !== undefined;
  });
}
