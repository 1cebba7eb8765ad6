// The cap that is typed, and what it means for a run.
/** US dollars from what was typed; null when it is no number from 0 to 1,000. */
export function typedCap(typed: string): number | null {
  const text = typed.trim().replace(",", ".");
  const usd = Number(text);
  return text === "" || !Number.isFinite(usd) || usd < 0 || usd > 1000 ? null : usd;
}

/** About how many categories a run gets through before it stops at its cap; null when the cap holds all of them. */
export function categoriesWithin(cap: number, usd: number, categories: number): number | null {
  return usd <= cap || usd === 0 ? null : Math.floor((cap / usd) * categories);
}
