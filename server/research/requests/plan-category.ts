import type { Ctx } from "@/server/platform/context";
import { findProvider } from "../providers/registry";
import { loadRun } from "./load-run";

/** Which of the request's providers this category asks: the library and answer engines always, an evidence API where the category names it. */
export async function planCategory(ctx: Ctx, input: { requestCategoryId: string; round: number }): Promise<{ providers: string[] }> {
  const run = await loadRun(ctx.db, input.requestCategoryId, input.round);
  if (!run) return { providers: [] };
  const { apis } = run.definition.searchParameters;
  const providers = run.request.providers.filter((id) => {
    const kind = findProvider(id)?.info().kind;
    return kind === "api" ? apis.includes(id) : kind !== undefined;
  });
  return { providers };
}
