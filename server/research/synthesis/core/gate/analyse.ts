// A passage made ready for the gate, once, whatever number of sentences cite it. Pure: cache it by the hash of text and context.
import { splitSentences } from "@/server/research/claims/core/sentences";
import { type Line, makeLine, once } from "./line";
import { normalise } from "./normalise";
import { foldAccents } from "./stem";
import { type FlatText, flatten } from "./verbatim";

export type Analysis = {
  text: string;
  lines: Line[];
  flat: () => FlatText;
  context: Line;
  /** Lines that hold an item, by key. */
  postings: ReadonlyMap<string, readonly number[]>;
  /** Every stem of passage and context, stop words included. */
  stems: ReadonlySet<string>;
  /** Words seen in lower case somewhere: their capital at a sentence's start is no name. */
  lowerSeen: ReadonlySet<string>;
  /** Capitalised words, lower case, by their first three letters. */
  capitals: ReadonlyMap<string, readonly string[]>;
  acronyms: ReadonlySet<string>;
  /** First letters of the words of each line, of all words and without stop words, space between lines. */
  initials: () => string;
};

const longestLine = 400;

/** Cuts what no splitter could (tables, lists without stops) so that alignment stays bounded. */
function boundedLines(text: string): Line[] {
  const lines: Line[] = [];
  for (const sentence of splitSentences(text)) {
    const line = makeLine(sentence.text);
    if (line.tokens.length <= longestLine) {
      if (line.tokens.some((token) => token.kind !== "mark")) lines.push(line);
      continue;
    }
    for (let from = 0; from < line.tokens.length; from += longestLine) {
      const first = line.tokens[from];
      const last = line.tokens[Math.min(from + longestLine, line.tokens.length) - 1];
      if (first && last) lines.push(makeLine(line.text.slice(first.start, last.end)));
    }
  }
  return lines;
}

/**
 * Analyses a passage. Linear in its length. `context` is what stands round it: title, headings, publisher and date of its source, and the names
 * and aliases of the subject, one per line.
 */
export function analyse(passage: string, context = ""): Analysis {
  const text = normalise(passage);
  const lines = boundedLines(text);
  const contextLine = makeLine(normalise(context));
  const postings = new Map<string, number[]>();
  lines.forEach((line, index) => {
    for (const key of line.keys) {
      const at = postings.get(key);
      if (at) at.push(index);
      else postings.set(key, [index]);
    }
  });
  return {
    text,
    lines,
    flat: once(() => flatten(lines.map((line) => line.text))),
    context: contextLine,
    postings,
    ...collectWords([...lines, contextLine]),
  };
}

type Words = Pick<Analysis, "stems" | "lowerSeen" | "capitals" | "acronyms" | "initials">;

function collectWords(lines: readonly Line[]): Words {
  const stems = new Set<string>();
  const lowerSeen = new Set<string>();
  const capitals = new Map<string, string[]>();
  const acronyms = new Set<string>();
  const seen = new Set<string>();
  for (const line of lines) {
    for (const token of line.tokens) {
      if (token.kind !== "word" || seen.has(token.text)) continue;
      seen.add(token.text);
      stems.add(token.stem);
      if (token.text === token.lower) lowerSeen.add(token.lower);
      else if (token.lower.length > 3 || !token.stop) noteCapital(token.text, token.lower, capitals, acronyms);
    }
  }
  return { stems, lowerSeen, capitals, acronyms, initials: once(() => initialsOf(lines)) };
}

function noteCapital(text: string, lower: string, capitals: Map<string, string[]>, acronyms: Set<string>): void {
  if (lower.length > 3) push(capitals, foldAccents(lower).slice(0, 3), foldAccents(lower));
  if (text.length <= 8 && /^\p{Lu}[\p{Lu}\p{N}.]+s?$/u.test(text)) acronyms.add(text.replace(/\.|s$/g, "").toLowerCase());
}

function initialsOf(lines: readonly Line[]): string {
  const parts: string[] = [];
  for (const line of lines) {
    const words = line.tokens.filter((token) => token.kind === "word");
    parts.push(words.map((token) => token.lower.charAt(0)).join(""), words.flatMap((token) => (token.stop ? [] : [token.lower.charAt(0)])).join(""));
  }
  return parts.join(" ");
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}
