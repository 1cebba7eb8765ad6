import type { Queryable } from "@/db/client";
import { readSnapshots } from "../snapshots/snapshots";
import { shinglesOf } from "./core/shingles";
import { voicesOf } from "./core/voices";
import { cachedShingles, keepShingles } from "./shingle-cache";
import { type MentionRow, mentionsOf, type SourceRow, sourcesOfCategory, sourcesOfRequest, textsOfRequest } from "./store";

export type { MentionRow, SourceRow } from "./store";

/** Who brought a source, with the text that its passages count in. */
export type CategoryMention = MentionRow & { readonly text: string };
/** A source of a category with its own text, where it answered, and the voice it speaks with. */
export type CategorySource = SourceRow & { readonly text: string; readonly voice: string; readonly mentions: readonly CategoryMention[] };

/** The sources of one category, by number, with everything its steps need. */
export async function readCategorySources(db: Queryable, requestId: string, requestCategoryId: string): Promise<CategorySource[]> {
  const rows = await sourcesOfCategory(db, requestId, requestCategoryId);
  const mentions = Map.groupBy(await mentionsOf(db, [requestCategoryId]), (mention) => mention.sourceId);
  const texts = await readSnapshots(
    db,
    rows.flatMap((row) => [row.snapshotHash, ...hashesOf(row, mentions.get(row.id))]),
  );
  const voices = voicesBy(rows, mentions, texts);
  return rows.map((row) => ({
    ...row,
    text: texts.get(row.snapshotHash) ?? "",
    voice: voices.get(row.identityKey) ?? row.identityKey,
    mentions: (mentions.get(row.id) ?? []).map((mention) => ({ ...mention, text: texts.get(mention.snapshotHash ?? row.snapshotHash) ?? "" })),
  }));
}

/** All sources of a request, by number, with their voices. */
export async function readRequestSources(db: Queryable, requestId: string): Promise<(SourceRow & { voice: string })[]> {
  const rows = await sourcesOfRequest(db, requestId);
  const mentions = Map.groupBy(await textsOfRequest(db, requestId), (mention) => mention.sourceId);
  const unread = rows.flatMap((row) => hashesOf(row, mentions.get(row.id))).filter((hash) => cachedShingles(hash) === undefined);
  const voices = voicesBy(rows, mentions, await readSnapshots(db, unread));
  return rows.map((row) => ({ ...row, voice: voices.get(row.identityKey) ?? row.identityKey }));
}

export async function readMentions(db: Queryable, requestCategoryIds: readonly string[]): Promise<MentionRow[]> {
  return mentionsOf(db, requestCategoryIds);
}

type TextNames = readonly Pick<MentionRow, "snapshotHash">[];

/** The texts a source was brought in; its own where nobody brought it yet. */
function hashesOf(row: SourceRow, mentions: TextNames = []): string[] {
  return mentions.length === 0 ? [row.snapshotHash] : [...new Set(mentions.map((mention) => mention.snapshotHash ?? row.snapshotHash))];
}

/** A source copies another where one of its texts does. */
function voicesBy(rows: readonly SourceRow[], mentions: ReadonlyMap<string, TextNames>, texts: ReadonlyMap<string, string>): Map<string, string> {
  return voicesOf(
    rows.flatMap((row) =>
      hashesOf(row, mentions.get(row.id)).map((hash) => {
        const shingles = cachedShingles(hash) ?? shinglesOf(texts.get(hash) ?? "");
        keepShingles(hash, shingles);
        return { key: row.identityKey, upstreamKey: row.upstreamKey, shingles };
      }),
    ),
  );
}
