import type { Tx } from "@/db/client";
import type { Ctx } from "@/server/platform/context";
import { newId } from "@/server/platform/ids";
import { readAnswers } from "../providers/read-answers";
import { advanceCategory, noteGathered } from "../requests/advance-category";
import { loadRun } from "../requests/load-run";
import { lockForNumbering } from "../requests/lock-request";
import { categoryRef, tell } from "../requests/progress";
import { isOpen } from "../requests/while-open";
import { keepSnapshots, readSnapshots } from "../snapshots/snapshots";
import { identityKey } from "./core/identity";
import { type Merged, mergeFound, moveQuote } from "./core/merge";
import { readCategorySources, readRequestSources } from "./read-sources";
import type { FoundSource } from "./schema";
import { highestNumber, insertSources, type MentionRow, replaceMentions, type SourceRow, sourcesOfRequest } from "./store";

/** Merges what the providers of a category brought into sources, one per canonical identity, and records who brought what. */
export async function gatherSources(ctx: Ctx, input: { requestCategoryId: string; round: number }): Promise<{ sources: number }> {
  const run = await loadRun(ctx.db, input.requestCategoryId, input.round);
  if (!run) return { sources: 0 };
  const { request, category } = run;
  const answers = await readAnswers(ctx.db, category.id, input.round);
  const found = answers.flatMap((answer) => (answer.found?.sources ?? []).map((source) => ({ provider: answer.provider, source })));
  const texts = await readSnapshots(
    ctx.db,
    found.map(({ source }) => source.textHash),
  );
  const merged = mergeFound(found.map(({ provider, source: { textHash, ...source } }) => ({ ...source, provider, text: texts.get(textHash) ?? "" })));
  const count = await ctx.db.transaction(async (tx) => {
    // The request before the category, as everybody locks them.
    await lockForNumbering(tx, request.id);
    if (!(await isOpen(tx, run))) return 0;
    await replaceMentions(tx, category.id, await storeMerged(tx, request.id, category.id, merged));
    await advanceCategory(tx, ctx, category, "gathering");
    const gathered = await readCategorySources(tx, request.id, category.id);
    const all = await readRequestSources(tx, request.id);
    const own = { sources: gathered.length, independent: countVoices(gathered) };
    await noteGathered(tx, category.id, own);
    const body = { category: categoryRef(category), ...own, ofRequest: { sources: all.length, independent: countVoices(all) } };
    await tell(tx, ctx, request.id, "sources.gathered", body, `${category.slug}:${input.round}`);
    return gathered.length;
  });
  return { sources: count };
}

function countVoices(sources: readonly { voice: string }[]): number {
  return new Set(sources.map((source) => source.voice)).size;
}

/** Stores sources that the request has not met yet, and says who brought which, with places in the text that is kept. */
async function storeMerged(tx: Tx, requestId: string, requestCategoryId: string, merged: readonly Merged<FoundSource>[]): Promise<MentionRow[]> {
  const known = new Map<string, SourceRow>();
  for (const row of await sourcesOfRequest(tx, requestId)) {
    for (const identity of [row.identity, ...row.aliases]) known.set(identityKey(identity), row);
  }
  const hashes = await keepSnapshots(
    tx,
    merged.map((source) => source.text),
  );
  let number = await highestNumber(tx, requestId);
  const mentions = new Map<string, MentionRow>();
  for (const [index, source] of merged.entries()) {
    const keys = [source.identity, ...source.aliases].map(identityKey);
    const earlier = keys.map((key) => known.get(key)).find((row) => row !== undefined);
    const snapshotHash = hashes[index] ?? "";
    const id = earlier?.id ?? newId();
    if (!earlier) {
      number += 1;
      await insertSources(tx, [newRow(source, { id, requestId, number, snapshotHash })]);
    }
    const keptText =
      earlier && earlier.snapshotHash !== snapshotHash ? ((await readSnapshots(tx, [earlier.snapshotHash])).get(earlier.snapshotHash) ?? "") : null;
    for (const { provider, role, passages } of source.broughtBy) {
      const placed = keptText === null ? passages : passages.flatMap((passage) => moved(passage, source.text, keptText));
      mentions.set(`${id} ${provider}`, { sourceId: id, requestCategoryId, provider, role, passages: placed });
    }
  }
  return [...mentions.values()];
}

/** The passage's place in the text that was stored first; none when its words do not stand there. */
function moved<P extends { start: number; end: number }>(passage: P, from: string, to: string): P[] {
  const place = moveQuote(from, to, passage.start, passage.end);
  return place ? [{ ...passage, ...place }] : [];
}

function newRow(source: FoundSource, row: { id: string; requestId: string; number: number; snapshotHash: string }) {
  const { identity, aliases, title, url, tier, date, jurisdiction, publisher, licence, superseded, upstream } = source;
  const upstreamKey = upstream ? identityKey(upstream) : null;
  return {
    ...row,
    identityKey: identityKey(identity),
    identity,
    aliases,
    title,
    url,
    tier,
    date,
    jurisdiction,
    publisher,
    licence,
    superseded,
    upstreamKey,
  };
}
