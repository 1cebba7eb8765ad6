import type { Ctx } from "@/server/platform/context";
import type { CategoryDefinition } from "../categories/schema";
import { findProvider } from "../providers/registry";
import { loadRun } from "./load-run";

/** Which of the request's providers this round of the category asks: the library and answer engines always, an evidence API where the category names it. */
export async function planCategory(ctx: Ctx, input: { requestCategoryId: string; round: number }): Promise<{ providers: string[] }> {
  const run = await loadRun(ctx.db, input.requestCategoryId, input.round);
  if (!run) return { providers: [] };
  const { asksOnly } = run.category;
  return { providers: askedBy(run.definition, run.request.providers).filter((id) => asksOnly === null || id === asksOnly) };
}

/** Those of the given providers that can answer a category. */
export function askedBy(definition: CategoryDefinition, providers: readonly string[]): string[] {
  const { apis } = definition.searchParameters;
  return providers.filter((id) => {
    const kind = findProvider(id)?.info().kind;
    return kind === "api" ? apis.includes(id) : kind !== undefined;
  });
}
