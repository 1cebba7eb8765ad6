// Names of a sentence, and whether a passage knows them: same word, demonym, acronym of its words, or alias in the context.
import type { Analysis } from "./analyse";
import type { Line } from "./line";
import { foldAccents, stemOf } from "./stem";
import type { Token } from "./tokens";

/** A run of capitalised words; `tokens` are the indexes of those that carry it. */
export type NameSpan = { tokens: number[]; text: string };

const openers: ReadonlySet<string> = new Set(
  (
    "additionally moreover furthermore however meanwhile nevertheless nonetheless consequently subsequently finally initially originally currently recently overall " +
    "similarly likewise instead interestingly notably importantly specifically generally typically usually according despite throughout today later eventually " +
    "together alongside following based given due like based using unlike besides alternatively conversely accordingly regarding including upon " +
    "yes no not never always must only very both several many most some foreign domestic global national international annual"
  ).split(" "),
);
const calendar: ReadonlySet<string> = new Set(
  "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split(" "),
);
const links: ReadonlySet<string> = new Set(["of", "de", "van", "von", "der", "la", "le", "du", "di", "del", "and", "&", "the", "for", "'", ".", "-"]);

const isCapital = (token: Token): boolean => token.kind === "word" && /^\p{Lu}|\p{Ll}\p{Lu}/u.test(token.text);
const isCode = (token: Token): boolean => token.kind === "word" && /\p{Lu}/u.test(token.text.slice(1)) && token.text.length > 1;

/** A capital that only opens a sentence, a quotation or a heading says nothing by itself. */
function opens(tokens: readonly Token[], at: number): boolean {
  for (let k = at - 1; k >= 0; k--) {
    const before = tokens[k];
    if (before?.kind !== "mark") return false;
    if (/[:;."?!*#(\-•]/.test(before.text)) return true;
  }
  return true;
}

/** True when the token at `at` is (part of) a name. `lowerSeen` tells words that also occur without a capital. */
export function isNameAt(line: Line, at: number, lowerSeen: ReadonlySet<string>): boolean {
  const token = line.tokens[at];
  if (!token || !isCapital(token) || token.stop || token.text.length < 2) return false;
  if (openers.has(token.lower) || calendar.has(token.lower)) return false;
  if (isCode(token)) return !(token.text === token.text.toUpperCase() && lowerSeen.has(token.lower));
  if (!opens(line.tokens, at)) return true;
  if (lowerSeen.has(token.lower) || lowerSeen.has(stemOf(token.lower))) return false;
  const next = line.tokens[at + 1];
  if (at === 0 && /(?:ing|ed|ly)$/.test(token.lower) && !(next && isCapital(next))) return false;
  return (
    at > 0 ||
    (next !== undefined && isCapital(next) && !next.stop) ||
    /'s$/.test(token.lower) ||
    token.lower !== stemOf(token.lower) ||
    token.text.length > 3
  );
}

/** Spans of names in order. */
export function findNames(line: Line, lowerSeen: ReadonlySet<string>): NameSpan[] {
  const spans: NameSpan[] = [];
  let current: number[] = [];
  let last = -1;
  const close = (): void => {
    const first = current[0];
    if (first !== undefined)
      spans.push({ tokens: current, text: line.text.slice(line.tokens[first]?.start ?? 0, line.tokens[current.at(-1) ?? first]?.end ?? 0) });
    current = [];
  };
  for (let at = 0; at < line.tokens.length; at++) {
    if (!isNameAt(line, at, lowerSeen)) continue;
    if (current.length > 0 && !linked(line.tokens, last, at)) close();
    current.push(at);
    last = at;
  }
  close();
  return spans;
}

function linked(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > 3) return false;
  for (let k = from + 1; k < to; k++) {
    const lower = tokens[k]?.lower ?? "";
    if (!links.has(lower) || lower === "and" || lower === "the") return false;
  }
  return true;
}

const demonymEnd = /^(?:an?|n|ians?|ans?|ns?|ish|ese|ic|i|is|eans?|ers?|ines?|ites?|isms?|ists?|i?a|y|ia|land|lands|e|o|os|um|s|ce|any|a's)?$/;
const irregularPeoples: readonly (readonly string[])[] = [
  ["france", "french"],
  ["spain", "spanish", "spaniard"],
  ["netherlands", "dutch", "holland"],
  ["greece", "greek"],
  ["poland", "polish"],
  ["switzerland", "swiss"],
  ["denmark", "danish"],
  ["wales", "welsh"],
  ["scotland", "scottish", "scots"],
  ["ireland", "irish"],
  ["norway", "norwegian"],
  ["turkey", "turkish", "türkiye"],
  ["britain", "british", "uk", "kingdom"],
  ["america", "american", "us", "usa", "states"],
  ["germany", "german"],
  ["europe", "european", "eu"],
  ["philippines", "filipino"],
];
const peopleOf = new Map<string, number>();
irregularPeoples.forEach((words, index) => {
  for (const word of words) peopleOf.set(word, index);
});

/** "Canada" and "Canadian", "France" and "French". */
export function isDemonymPair(a: string, b: string): boolean {
  if (peopleOf.has(a) && peopleOf.get(a) === peopleOf.get(b)) return true;
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared++;
  return shared >= 4 && demonymEnd.test(a.slice(shared)) && demonymEnd.test(b.slice(shared)) && Math.max(a.length, b.length) - shared <= 4;
}

function bareWord(token: Token): string {
  return foldAccents(token.lower.replace(/'s$|\./g, ""));
}

/** True when passage or context has this word of a name. */
export function knowsWord(analysis: Analysis, token: Token): boolean {
  if (analysis.stems.has(token.stem)) return true;
  const word = bareWord(token);
  if (analysis.stems.has(word) || analysis.stems.has(stemOf(word))) return true;
  if (isAcronym(token) && word.replace(/s$/, "").length >= 3 && analysis.initials().includes(word.replace(/s$/, ""))) return true;
  if (/\d/.test(word)) return false;
  const people = peopleOf.get(word);
  if (people !== undefined && irregularPeoples[people]?.some((other) => analysis.stems.has(stemOf(other)))) return true;
  return (analysis.capitals.get(word.slice(0, 3)) ?? []).some((other) => isDemonymPair(word, other));
}

const isAcronym = (token: Token): boolean => /^\p{Lu}[\p{Lu}.]+s?$/u.test(token.text);

/** True when the passage writes a name of several words by its initials; `spans` also gives names joined by "and" ("Food and Drug ..."). */
export function knowsAsAcronym(analysis: Analysis, line: Line, span: NameSpan, spans: readonly NameSpan[] = [span]): boolean {
  const index = spans.indexOf(span);
  const joined = [spans[index - 1], spans[index + 1]].filter((other) => other !== undefined && areJoined(line, span, other));
  return [span, ...joined.map((other) => merged(span, other))].some((one) => {
    if (one === undefined || one.tokens.length < 2) return false;
    const [first, last] = [one.tokens[0] ?? 0, one.tokens.at(-1) ?? 0];
    const names = one.tokens.map((at) => line.tokens[at]?.lower.charAt(0) ?? "").join("");
    const all = line.tokens.slice(first, last + 1).flatMap((token) => (token.kind === "word" ? [token.lower.charAt(0)] : []));
    return analysis.acronyms.has(names) || analysis.acronyms.has(all.join(""));
  });
}

function merged(a: NameSpan, b: NameSpan | undefined): NameSpan | undefined {
  return b && { text: `${a.text} ${b.text}`, tokens: [...a.tokens, ...b.tokens].sort((x, y) => x - y) };
}

function areJoined(line: Line, a: NameSpan, b: NameSpan): boolean {
  const [first, second] = (a.tokens[0] ?? 0) < (b.tokens[0] ?? 0) ? [a, b] : [b, a];
  const between = line.tokens.slice((first.tokens.at(-1) ?? 0) + 1, second.tokens[0] ?? 0);
  return between.length > 0 && between.length <= 2 && between.every((token) => /^(?:and|for|of|the|&|,)$/.test(token.lower));
}
