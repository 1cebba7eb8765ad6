// Running heads and page numbers stand on every page and say nothing about it: they would be found by every search.

type WithText = { readonly text: string };

/** Fewer pages cannot tell a running head from a line that happens twice. */
const fewestPages = 4;
const edgeLines = 2;
const share = 0.5;

export function dropRunningLines<T extends WithText>(pages: readonly T[][]): T[][] {
  if (pages.length < fewestPages) return pages.map((lines) => [...lines]);
  const counts = new Map<string, number>();
  for (const lines of pages) for (const key of new Set(edges(lines).map((line) => shape(line.text)))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const running = (line: T) => (counts.get(shape(line.text)) ?? 0) > pages.length * share;
  return pages.map((lines) => {
    let first = 0;
    let end = lines.length;
    while (first < Math.min(edgeLines, lines.length) && isRunning(lines[first], running)) first += 1;
    while (end > Math.max(first, lines.length - edgeLines) && isRunning(lines[end - 1], running)) end -= 1;
    return lines.slice(first, end);
  });
}

function isRunning<T>(line: T | undefined, running: (line: T) => boolean): boolean {
  return line !== undefined && running(line);
}

function edges<T>(lines: readonly T[]): T[] {
  return lines.length <= edgeLines * 2 ? [...lines] : [...lines.slice(0, edgeLines), ...lines.slice(-edgeLines)];
}

/** Page numbers differ from page to page: digits count as one sign. */
function shape(text: string): string {
  return text.toLowerCase().replace(/\d+/g, "#").replace(/\s+/g, " ").trim();
}
