// What has become known of a source since it was gathered, and where its passages are read from now on.
import type { Queryable, Tx } from "@/db/client";
import type { PublicationNotice } from "./schema";
import { type MentionRow, mentionsOfSources, type SourceRow, sourcesById, updateMention, updateSource } from "./store";

/** Keeps the notices that stand on a source, and that a later edition replaces it. */
export async function noteOnSource(tx: Tx, sourceId: string, known: { notices: PublicationNotice[]; superseded: boolean }): Promise<void> {
  await updateSource(tx, sourceId, known);
}

/** Reads a mention's passages in another text of the source; the text it was brought in stays stored. */
export async function pointMention(tx: Tx, mention: MentionRow): Promise<void> {
  await updateMention(tx, mention);
}

/** Sources with who brought them, whatever request they are of. */
export async function readSources(db: Queryable, ids: readonly string[]): Promise<(SourceRow & { mentions: readonly MentionRow[] })[]> {
  const rows = await sourcesById(db, ids);
  const mentions = Map.groupBy(await mentionsOfSources(db, ids), (mention) => mention.sourceId);
  return rows.map((row) => ({ ...row, mentions: mentions.get(row.id) ?? [] }));
}
