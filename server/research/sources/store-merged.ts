// What a category's providers brought, written into the request's sources. A source keeps its number and its own text; everything brought later is added.
import type { Tx } from "@/db/client";
import { newId } from "@/server/platform/ids";
import { keepSnapshots } from "../snapshots/snapshots";
import { identityKey } from "./core/identity";
import { KnownSources } from "./core/known-sources";
import { learned } from "./core/learned";
import type { Merged } from "./core/merge";
import { highestNumber, insertSources, type MentionRow, type NewSource, type SourceRow, sourcesOfRequest, updateSource } from "./store";

/** Stores sources that the request has not met yet, and says who brought which in what text. The caller holds the request's lock for numbering. */
export async function storeMerged(tx: Tx, requestId: string, requestCategoryId: string, merged: readonly Merged[]): Promise<MentionRow[]> {
  const known = new KnownSources<SourceRow | NewSource>(await sourcesOfRequest(tx, requestId));
  const bodies = [...new Set(merged.flatMap((source) => [source.text, ...source.broughtBy.map((mention) => mention.text)]))];
  const hashes = await keepSnapshots(tx, bodies);
  const hashOf = new Map(bodies.map((body, index) => [body, hashes[index] ?? ""]));
  let number = await highestNumber(tx, requestId);
  const fresh: NewSource[] = [];
  const parts = new Map<string, number>();
  const mentions: MentionRow[] = [];
  for (const source of merged) {
    const earlier = known.find(source);
    const row = earlier ?? newRow(source, { id: newId(), requestId, number: ++number, snapshotHash: hashOf.get(source.text) ?? "" });
    if (!earlier) {
      fresh.push(row);
      known.add(row);
    } else if ("createdAt" in earlier) {
      const change = learned(earlier, source);
      if (change) await updateSource(tx, earlier.id, change);
      // A second one that means the same source adds to what is known by now.
      Object.assign(earlier, change);
    }
    for (const { provider, role, text, passages } of source.broughtBy) {
      const hash = hashOf.get(text) ?? "";
      const part = parts.get(`${row.id} ${provider}`) ?? 0;
      parts.set(`${row.id} ${provider}`, part + 1);
      const snapshotHash = hash === row.snapshotHash ? null : hash;
      mentions.push({ sourceId: row.id, requestCategoryId, provider, part, role, passages: [...passages], snapshotHash });
    }
  }
  await insertSources(tx, fresh);
  return mentions;
}

function newRow(source: Merged, row: { id: string; requestId: string; number: number; snapshotHash: string }): NewSource {
  const { identity, aliases, title, url, tier, date, jurisdiction, publisher, licence, superseded, upstream, notices } = source;
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
    notices: notices ?? [],
    upstreamKey: upstream ? identityKey(upstream) : null,
  };
}
