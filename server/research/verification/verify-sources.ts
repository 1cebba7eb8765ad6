import type { Ctx } from "@/server/platform/context";
import { sha256 } from "@/server/platform/hash";
import { findProvider } from "../providers/registry";
import { advanceCategory } from "../requests/advance-category";
import { loadRun } from "../requests/load-run";
import { categoryRef, tell } from "../requests/progress";
import { whileOpen } from "../requests/while-open";
import { type CategorySource, readCategorySources } from "../sources/read-sources";
import { sourceRungs } from "./core/source-rungs";
import { saveRungs } from "./store";

/** Climbs the rungs that a source has on its own (well formed to not retracted) for every source of a category. */
export async function verifySources(ctx: Ctx, input: { requestCategoryId: string; round: number }): Promise<{ checked: number }> {
  const run = await loadRun(ctx.db, input.requestCategoryId, input.round);
  if (!run) return { checked: 0 };
  const { request, category } = run;
  const sources = await readCategorySources(ctx.db, request.id, category.id);
  const at = ctx.clock.now();
  const ladders = sources.map((source) => ({ source, rungs: sourceRungs(facts(source), at) }));
  const failed = ladders.filter((ladder) => ladder.rungs.some((rung) => rung.state === "failed")).length;
  const blocked = ladders.filter((ladder) => ladder.rungs.some((rung) => rung.rung === "resolved" && rung.state === "unknown")).length;
  await whileOpen(ctx, run, async (tx) => {
    await advanceCategory(tx, ctx, category, "verifying");
    await saveRungs(
      tx,
      ladders.flatMap(({ source, rungs }) => rungs.map((rung) => ({ ...rung, sourceId: source.id, requestCategoryId: "", at }))),
    );
    const body = { category: categoryRef(category), checked: sources.length, failed, blocked };
    await tell(tx, ctx, request.id, "sources.verified", body, `${category.slug}:${input.round}`);
  });
  return { checked: sources.length };
}

function facts(source: CategorySource) {
  const intact = source.text !== "" && sha256(source.text) === source.snapshotHash;
  return {
    identity: source.identity,
    url: source.url,
    title: source.title,
    text: source.text,
    textIntact: intact,
    ...bringersOf(source),
  };
}

function bringersOf(source: CategorySource) {
  const bringers = [...new Set(source.mentions.map((mention) => mention.provider))].flatMap((id) => findProvider(id)?.info() ?? []);
  return { broughtBy: bringers.map((info) => info.kind), bringers: bringers.map((info) => info.name) };
}
