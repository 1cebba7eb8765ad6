/** A warning is read by people: beyond this it would be a table. */
const mostStretches = 12;

/** "page 3", or "pages 3, 5 to 9 and 12": stretches of pages as people write them. */
export function pageList(numbers: readonly number[]): string {
  const stretches: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = stretches.at(-1);
    if (last && last.to === number - 1) stretches[stretches.length - 1] = { from: last.from, to: number };
    else stretches.push({ from: number, to: number });
  }
  const words = stretches.slice(0, mostStretches).map(({ from, to }) => (from === to ? `${from}` : `${from} to ${to}`));
  if (stretches.length > mostStretches) words.push("more");
  const listed = words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
  return `${numbers.length === 1 ? "page" : "pages"} ${listed}`;
}
