// Running heads and page numbers stand on every page and say nothing about it: they would be found by every search.

type WithText = { readonly text: string };

/** Fewer pages cannot tell a running head from a line that happens twice. */
const fewestPages = 4;
const edgeLines = 2;
const share = 0.5;

export function dropRunningLines<T extends WithText>(pages: readonly T[][]): T[][] {
  if (pages.length < fewestPages) return pages.map((lines) => [...lines]);
  const often = (keyOf: (text: string) => string) => {
    const counts = new Map<string, number>();
    for (const lines of pages) for (const key of new Set(edges(lines).map(({ text }) => keyOf(text)))) counts.set(key, (counts.get(key) ?? 0) + 1);
    return ({ text }: T) => (counts.get(keyOf(text)) ?? 0) > pages.length * share;
  };
  const alike = often(shape);
  const same = often((text) => text);
  const kept = pages.map((lines) => {
    const without = withoutEdges(lines, alike);
    // The short pages of a form differ in their numbers alone, and those are what they say.
    return without.length > 0 ? without : lines.filter((line) => !same(line) && !pageNumber.test(line.text));
  });
  return kept.some((lines) => lines.length > 0) ? kept : pages.map((lines) => [...lines]);
}

const pageNumber = /^[^\p{L}\p{N}]*(?:(?:page|p|seite|s|página|pagina)[.\s]*)?(?:\d+|[ivxlc]+)(?:\s*(?:of|\/|von|de|di|sur)\s*\d+)?[^\p{L}\p{N}]*$/iu;

function withoutEdges<T>(lines: readonly T[], isRunning: (line: T) => boolean): T[] {
  const runs = (line: T | undefined) => line !== undefined && isRunning(line);
  let first = 0;
  let end = lines.length;
  while (first < Math.min(edgeLines, lines.length) && runs(lines[first])) first += 1;
  while (end > Math.max(first, lines.length - edgeLines) && runs(lines[end - 1])) end -= 1;
  return lines.slice(first, end);
}

function edges<T>(lines: readonly T[]): T[] {
  return lines.length <= edgeLines * 2 ? [...lines] : [...lines.slice(0, edgeLines), ...lines.slice(-edgeLines)];
}

/** Page numbers differ from page to page: digits count as one sign. */
function shape(text: string): string {
  return text.toLowerCase().replace(/\d+/g, "#").replace(/\s+/g, " ").trim();
}
