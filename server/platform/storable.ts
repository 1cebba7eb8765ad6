// Text that no column and no JSON of the database holds: a zero character, or half of a character.

/** Whether every text in a value can be stored. Walks without recursion, so that a value of any depth can be asked about. */
export function isStorable(value: unknown): boolean {
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === "string" && (next.includes("\0") || !next.isWellFormed())) return false;
    if (typeof next !== "object" || next === null) continue;
    for (const [key, own] of Object.entries(next)) waiting.push(key, own);
  }
  return true;
}

/** What is said of text that cannot be stored. */
export const unstorable = "The text holds a character that cannot be kept (a zero byte, or half of a character). Remove it and try again.";
