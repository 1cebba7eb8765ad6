import type { Queryable } from "@/db/client";
import { readSnapshots } from "../snapshots/snapshots";
import { shinglesOf } from "./core/shingles";
import { voicesOf } from "./core/voices";
import { cachedShingles, keepShingles } from "./shingle-cache";
import { type MentionRow, mentionsOf, type SourceRow, sourcesOfCategory, sourcesOfRequest } from "./store";

export type { MentionRow, SourceRow } from "./store";

/** A source of a category with its text, where it answered, and the voice it speaks with. */
export type CategorySource = SourceRow & { readonly text: string; readonly voice: string; readonly mentions: readonly MentionRow[] };

/** The sources of one category, by number, with everything its steps need. */
export async function readCategorySources(db: Queryable, requestId: string, requestCategoryId: string): Promise<CategorySource[]> {
  const rows = await sourcesOfCategory(db, requestId, requestCategoryId);
  const mentions = await mentionsOf(db, [requestCategoryId]);
  const hashes = rows.map((row) => row.snapshotHash);
  const texts = await readSnapshots(db, hashes);
  const voices = voicesBy(rows, (hash) => shinglesOf(texts.get(hash) ?? ""));
  return rows.map((row) => ({
    ...row,
    text: texts.get(row.snapshotHash) ?? "",
    voice: voices.get(row.identityKey) ?? row.identityKey,
    mentions: mentions.filter((mention) => mention.sourceId === row.id),
  }));
}

/** All sources of a request, by number, with their voices. */
export async function readRequestSources(db: Queryable, requestId: string): Promise<(SourceRow & { voice: string })[]> {
  const rows = await sourcesOfRequest(db, requestId);
  const unread = rows.map((row) => row.snapshotHash).filter((hash) => cachedShingles(hash) === undefined);
  const texts = await readSnapshots(db, unread);
  const voices = voicesBy(rows, (hash) => shinglesOf(texts.get(hash) ?? ""));
  return rows.map((row) => ({ ...row, voice: voices.get(row.identityKey) ?? row.identityKey }));
}

export async function readMentions(db: Queryable, requestCategoryIds: readonly string[]): Promise<MentionRow[]> {
  return mentionsOf(db, requestCategoryIds);
}

function voicesBy(rows: readonly SourceRow[], compute: (hash: string) => Uint32Array): Map<string, string> {
  return voicesOf(
    rows.map(({ identityKey, upstreamKey, snapshotHash }) => {
      const shingles = cachedShingles(snapshotHash) ?? compute(snapshotHash);
      keepShingles(snapshotHash, shingles);
      return { key: identityKey, upstreamKey, shingles };
    }),
  );
}
