// A source may be stored in several texts: what each provider brought of it, and the page itself. A reading is one of them with the stretches that
// answered. Offsets only mean something within one reading, so whatever compares places tells readings apart, not sources.
import type { FoundSource } from "../schema";

type Passage = FoundSource["passages"][number];
export type ReadSource = {
  readonly id: string;
  /** The source's own text. */
  readonly text: string;
  readonly mentions: readonly {
    /** Hash of the text its passages count in; null: the source's own. */
    readonly snapshotHash: string | null;
    readonly text: string;
    readonly passages: readonly Passage[];
  }[];
};
export type Reading = {
  /** Of the source and the text; `placeOf` tells which. */
  readonly id: string;
  readonly sourceId: string;
  readonly textHash?: string;
  readonly text: string;
  /** Best first, each place once. */
  readonly passages: readonly Passage[];
};

const between = " ";

/** The name of a text of a source; `textHash` unset: its own. */
export function readingId(sourceId: string, textHash?: string): string {
  return textHash === undefined ? sourceId : `${sourceId}${between}${textHash}`;
}

/** Which source and text a reading's name stands for. */
export function placeOf(id: string): { sourceId: string; textHash?: string } {
  const [sourceId = id, textHash] = id.split(between);
  return textHash === undefined ? { sourceId } : { sourceId, textHash };
}

/** The text that a quote counts in; empty when the source is not known by it. */
export function textAt(source: ReadSource, textHash: string | undefined): string {
  return textHash === undefined ? source.text : (source.mentions.find((mention) => mention.snapshotHash === textHash)?.text ?? "");
}

/**
 * The texts of a source that answered, the fullest first. What one holds word for word of a passage of a fuller one is read there alone.
 * Who brought a text first makes no difference. Texts in `also` (by hash, undefined for the source's own) are readings though nothing answered in them.
 */
export function readingsOf(source: ReadSource, also: readonly (string | undefined)[] = []): Reading[] {
  const wanted = new Set(also.map((hash) => hash ?? null));
  const mentions = Map.groupBy(source.mentions, (mention) => mention.snapshotHash);
  const texts = [...new Set([...mentions.keys(), ...wanted])]
    .map((hash) => ({
      hash,
      text: textAt(source, hash ?? undefined),
      passages: best((mentions.get(hash) ?? []).flatMap((mention) => mention.passages)),
    }))
    .sort((a, b) => b.text.length - a.text.length || (a.text < b.text ? -1 : 1));
  const read: string[] = [];
  return texts.flatMap(({ hash, text, passages }) => {
    const unread = passages.filter((passage) => !read.some((words) => words.includes(text.slice(passage.start, passage.end))));
    read.push(...unread.map((passage) => text.slice(passage.start, passage.end)));
    const textHash = hash ?? undefined;
    const names = { id: readingId(source.id, textHash), sourceId: source.id, ...(textHash === undefined ? {} : { textHash }) };
    return unread.length > 0 || wanted.has(hash) ? [{ ...names, text, passages: unread }] : [];
  });
}

function best(passages: readonly Passage[]): Passage[] {
  const byPlace = new Map<string, Passage>();
  for (const passage of passages.toSorted((a, b) => b.score - a.score || a.start - b.start || a.end - b.end)) {
    const place = `${passage.start}-${passage.end}`;
    if (!byPlace.has(place)) byPlace.set(place, passage);
  }
  return [...byPlace.values()];
}
