// Where the passages of the searched documents lie. A document's passages were given their ids one after the other while its owner's index was locked, so
// that among the passages of one index each document has a stretch of its own.

export type Stretch = { readonly documentId: string; readonly first: number; readonly last: number; readonly characters: number };

export type Layout = {
  readonly documentIds: readonly string[];
  readonly firsts: Uint32Array;
  readonly lasts: Uint32Array;
  /** Characters of a document's passages against the average of all documents. */
  readonly lengths: Float64Array;
};

export function layoutOf(stretches: readonly Stretch[]): Layout {
  const average = Math.max(1, stretches.reduce((sum, { characters }) => sum + characters, 0) / Math.max(1, stretches.length));
  const sorted = [...stretches].sort((x, y) => x.first - y.first);
  return {
    documentIds: sorted.map((stretch) => stretch.documentId),
    firsts: Uint32Array.from(sorted, (stretch) => stretch.first),
    lasts: Uint32Array.from(sorted, (stretch) => stretch.last),
    lengths: Float64Array.from(sorted, (stretch) => stretch.characters / average),
  };
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

/** A mark for each document: 1 where it is among those named. */
export function marked({ documentIds }: Layout, among: ReadonlySet<string>): Uint8Array {
  return Uint8Array.from(documentIds, (id) => (among.has(id) ? 1 : 0));
}

/** The beginnings of documents, one passage each: of those named, in that order, or of all, newest first. */
export function layoutIds({ documentIds, firsts }: Layout, named: readonly string[] | null): number[] {
  if (!named) return Array.from(firsts).reverse();
  const first = new Map(documentIds.map((id, i) => [id, firsts[i] ?? 0]));
  return named.flatMap((id) => first.get(id) ?? []);
}
