import type { Queryable } from "@/db/client";
import { readSnapshots } from "../snapshots/snapshots";
import { voicesOf } from "./core/voices";
import { type MentionRow, mentionsOf, type SourceRow, sourcesOfCategory, sourcesOfRequest } from "./store";

export type { MentionRow, SourceRow } from "./store";

/** A source of a category with its text, where it answered, and the voice it speaks with. */
export type CategorySource = SourceRow & { readonly text: string; readonly voice: string; readonly mentions: readonly MentionRow[] };

/** The sources of one category, by number, with everything its steps need. */
export async function readCategorySources(db: Queryable, requestId: string, requestCategoryId: string): Promise<CategorySource[]> {
  const rows = await sourcesOfCategory(db, requestId, requestCategoryId);
  const mentions = await mentionsOf(db, [requestCategoryId]);
  const withText = await attachVoices(db, rows);
  return withText.map((row) => ({ ...row, mentions: mentions.filter((mention) => mention.sourceId === row.id) }));
}

/** All sources of a request, by number, with text and voice. */
export async function readRequestSources(db: Queryable, requestId: string): Promise<(SourceRow & { text: string; voice: string })[]> {
  return attachVoices(db, await sourcesOfRequest(db, requestId));
}

export async function readMentions(db: Queryable, requestCategoryIds: readonly string[]): Promise<MentionRow[]> {
  return mentionsOf(db, requestCategoryIds);
}

async function attachVoices<T extends SourceRow>(db: Queryable, rows: readonly T[]): Promise<(T & { text: string; voice: string })[]> {
  const texts = await readSnapshots(
    db,
    rows.map((row) => row.snapshotHash),
  );
  const withText = rows.map((row) => ({ ...row, text: texts.get(row.snapshotHash) ?? "" }));
  const voices = voicesOf(withText.map((row) => ({ key: row.identityKey, upstreamKey: row.upstreamKey, text: row.text })));
  return withText.map((row) => ({ ...row, voice: voices.get(row.identityKey) ?? row.identityKey }));
}
