import type { Change } from "../../changes/schema";

/** What comparing some fields gave, and how many they were. */
export type Fields = { readonly changes: readonly Change[]; readonly compared: number };

/** Members of the first that are not in the second, in order of their text. */
export function difference(a: Iterable<string>, b: Iterable<string>): string[] {
  const other = new Set(b);
  return [...new Set(a)].filter((member) => !other.has(member)).sort();
}
