// Where the passages of the searched documents lie. A document's passages were given their ids one after the other while its owner's index was locked, so
// that among the passages of one index each document has a stretch of its own.

export type Stretch = {
  readonly documentId: string;
  readonly first: number;
  readonly last: number;
  readonly characters: number;
  /** Null where they were not counted. */
  readonly terms: number | null;
  readonly shared: boolean;
};

export type Layout = {
  readonly documentIds: readonly string[];
  readonly firsts: Uint32Array;
  readonly lasts: Uint32Array;
  /** Of a document's passages against the average of all documents. */
  readonly lengths: Float64Array;
  /** 1 for documents that everybody may read. */
  readonly shared: Uint8Array;
};

export function layoutOf(stretches: readonly Stretch[]): Layout {
  const lengths = lengthsOf(stretches);
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length) || 1;
  const lengthBy = new Map(stretches.map((stretch, i) => [stretch, lengths[i] ?? 0]));
  const sorted = [...stretches].sort((x, y) => x.first - y.first);
  return {
    documentIds: sorted.map((stretch) => stretch.documentId),
    firsts: Uint32Array.from(sorted, (stretch) => stretch.first),
    lasts: Uint32Array.from(sorted, (stretch) => stretch.last),
    lengths: Float64Array.from(sorted, (stretch) => (lengthBy.get(stretch) ?? 0) / average),
    shared: Uint8Array.from(sorted, (stretch) => (stretch.shared ? 1 : 0)),
  };
}

/**
 * How long each document is against the others: by terms and by characters, the geometric mean of both. Terms alone make a text long that has figures in
 * rows; characters alone one that has long words. By characters where terms were not counted.
 */
function lengthsOf(stretches: readonly Stretch[]): number[] {
  const counted = stretches.filter(({ terms }) => terms !== null);
  const terms = mean(counted.map((stretch) => stretch.terms ?? 0));
  const known = mean(counted.map(({ characters }) => characters));
  const characters = mean(stretches.map((stretch) => stretch.characters));
  return stretches.map((stretch) => {
    const byCharacters = stretch.characters / characters;
    const byTerms = stretch.terms === null ? byCharacters : ((stretch.terms / terms) * known) / characters;
    return Math.sqrt(byTerms * byCharacters);
  });
}

function mean(values: readonly number[]): number {
  return Math.max(1, values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length));
}

/** Which document a passage is of, by its index; -1 for none of them. `from` is an index not after it, to begin with. */
export function documentAt({ firsts, lasts }: Layout, passageId: number, from = 0): number {
  let low = from;
  let high = firsts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((firsts[middle] ?? 0) <= passageId) low = middle + 1;
    else high = middle;
  }
  const found = low - 1;
  return found >= 0 && passageId <= (lasts[found] ?? 0) ? found : -1;
}

/** A mark for each document that may be searched: among those named, where some are, and shared, where only such may be read. Null: all of them. */
export function allowedOf({ documentIds, shared }: Layout, among: ReadonlySet<string> | null, sharedOnly: boolean): Uint8Array | null {
  if (!among) return sharedOnly ? shared : null;
  return Uint8Array.from(documentIds, (id, i) => (among.has(id) && (!sharedOnly || shared[i] === 1) ? 1 : 0));
}

/** The beginnings of documents that may be searched, one passage each, with their documents. */
export function beginnings({ documentIds, firsts }: Layout, allowed: Uint8Array | null): { documentId: string; passageId: number }[] {
  return documentIds.flatMap((documentId, i) => (allowed && allowed[i] === 0 ? [] : [{ documentId, passageId: firsts[i] ?? 0 }]));
}
