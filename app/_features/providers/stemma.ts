// The stemma as a drawing: sources above, answers below, a line where an answer descends from a source. Pure geometry, in units of the drawing.

export type StemmaSource = { readonly key: string; readonly label: string; readonly number: number | null };
export type StemmaAnswer = {
  readonly key: string;
  readonly label: string;
  /** named: it brought sources; unnamed: it spoke and cited none; none: it said nothing. */
  readonly end: "named" | "unnamed" | "none";
};
export type StemmaEdge = { readonly source: string; readonly answer: string; readonly role: "cited" | "retrieved" };
export type StemmaInput = {
  readonly sources: readonly StemmaSource[];
  readonly answers: readonly StemmaAnswer[];
  readonly edges: readonly StemmaEdge[];
};

export type Stemma = {
  readonly width: number;
  readonly height: number;
  readonly sources: readonly (StemmaSource & { readonly x: number })[];
  readonly answers: readonly (StemmaAnswer & { readonly x: number })[];
  readonly lines: readonly { readonly key: string; readonly role: StemmaEdge["role"]; readonly path: string }[];
  readonly crossings: number;
};

export const stemmaRows = { source: 41, answer: 148, height: 190 } as const;
/** Room for a number and the label over it. */
const step = 112;
const sweeps = 8;

/** Lays out both rows so that lines cross little: each row in turn is sorted by the mean place of its neighbours (Sugiyama's barycentre rule). */
export function layOutStemma({ sources, answers, edges }: StemmaInput): Stemma {
  const known = edges.filter((edge) => sources.some(({ key }) => key === edge.source) && answers.some(({ key }) => key === edge.answer));
  let rows = { above: sources.map(({ key }) => key), below: answers.map(({ key }) => key) };
  let best = { ...rows, crossings: crossingsOf(rows.above, rows.below, known) };
  for (let sweep = 0; sweep < sweeps && best.crossings > 0; sweep += 1) {
    const above = byNeighbours(rows.above, rows.below, (key) => known.filter((edge) => edge.source === key).map((edge) => edge.answer));
    const below = byNeighbours(rows.below, above, (key) => known.filter((edge) => edge.answer === key).map((edge) => edge.source));
    rows = { above, below };
    const crossings = crossingsOf(above, below, known);
    if (crossings < best.crossings) best = { ...rows, crossings };
  }
  const places = Math.max(best.above.length, best.below.length, 1);
  const width = places * step;
  const spread = (count: number) => (index: number) => Math.round(((index + 0.5) * width) / Math.max(1, count));
  const placed = <T extends { readonly key: string }>(items: readonly T[], order: readonly string[]) => {
    const x = spread(items.length);
    return order.flatMap((key, index) => {
      const item = items.find((candidate) => candidate.key === key);
      return item ? [{ ...item, x: x(index) }] : [];
    });
  };
  const above = placed(sources, best.above);
  const below = placed(answers, best.below);
  const from = stemmaRows.source + 13;
  const to = stemmaRows.answer - 6;
  const lines = known.flatMap((edge) => {
    const a = above.find(({ key }) => key === edge.source)?.x;
    const b = below.find(({ key }) => key === edge.answer)?.x;
    if (a === undefined || b === undefined) return [];
    return [{ key: `${edge.source} ${edge.answer}`, role: edge.role, path: `M${b} ${to}C${b} ${to - 42} ${a} ${from + 38} ${a} ${from}` }];
  });
  return { width, height: stemmaRows.height, sources: above, answers: below, lines, crossings: best.crossings };
}

/** How many pairs of lines cross when both rows stand in these orders. */
export function crossingsOf(above: readonly string[], below: readonly string[], edges: readonly Pick<StemmaEdge, "source" | "answer">[]): number {
  const ends = edges.map((edge) => [above.indexOf(edge.source), below.indexOf(edge.answer)] as const);
  let crossings = 0;
  for (const [index, [a, b]] of ends.entries()) for (const [c, d] of ends.slice(index + 1)) if ((a - c) * (b - d) < 0) crossings += 1;
  return crossings;
}

/** What has no neighbour keeps to the end. */
function byNeighbours(row: readonly string[], other: readonly string[], neighbours: (key: string) => string[]): string[] {
  const mean = (key: string) => {
    const places = neighbours(key).map((neighbour) => other.indexOf(neighbour));
    return places.length === 0 ? Number.POSITIVE_INFINITY : places.reduce((sum, place) => sum + place, 0) / places.length;
  };
  const means = new Map(row.map((key) => [key, mean(key)]));
  return row.toSorted((a, b) => {
    const [first, second] = [means.get(a) ?? 0, means.get(b) ?? 0];
    return first === second ? row.indexOf(a) - row.indexOf(b) : first - second;
  });
}
