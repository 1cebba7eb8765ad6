// Month names, told apart from the verb "may" and the noun "march" by their capital and their neighbours.
import type { Token } from "./tokens";

const names = "january february march april may june july august september october november december".split(" ");
const numberOf = new Map<string, number>();
names.forEach((name, i) => {
  numberOf.set(name, i + 1);
  if (name.length > 4) numberOf.set(name.slice(0, 3), i + 1);
});
numberOf.set("sept", 9);

/** Month (1-12) that the token at `at` names, or 0. */
export function monthAt(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  if (token?.kind !== "word") return 0;
  const month = numberOf.get(token.lower);
  if (month === undefined || !/^\p{Lu}/u.test(token.text)) return 0;
  if (!/^(?:may|march|mar|jun|jan|dec|apr|aug|sep|oct|nov|feb|jul|april|june|august)$/.test(token.lower)) return month;
  const nearNumber = [at - 2, at - 1, at + 1, at + 2].some((k) => {
    const near = tokens[k];
    return near?.kind === "number" && Number(near.stem) <= 2100;
  });
  return nearNumber ||
    /^(?:in|since|until|by|of|from|to|through|and|during|early|mid|late|for|on|every|each|last|next|this|-)$/.test(tokens[at - 1]?.lower ?? "")
    ? month
    : 0;
}
