// A passage made ready for the gate, once, whatever number of sentences cite it. Pure: cache it by the hash of text and context.
import { splitSentences } from "@/server/research/claims/core/sentences";
import { type Line, makeLine } from "./line";
import { normalise } from "./normalise";
import { foldAccents, stemOf } from "./stem";

export type Analysis = {
  text: string;
  lines: Line[];
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
  initials: string;
};

const longestLine = 400;

/** Cuts what no splitter could (tables, lists without stops) so that alignment stays bounded. */
function boundedLines(text: string): Line[] {
  const lines: Line[] = [];
  for (const sentence of splitSentences(text)) {
    const line = makeLine(sentence.text);
    if (line.tokens.length <= longestLine) {
      if (line.items.length > 0) lines.push(line);
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
  return { text, lines, context: contextLine, postings, ...collectWords([...lines, contextLine]) };
}

type Words = Pick<Analysis, "stems" | "lowerSeen" | "capitals" | "acronyms" | "initials">;

function collectWords(lines: readonly Line[]): Words {
  const stems = new Set<string>();
  const lowerSeen = new Set<string>();
  const capitals = new Map<string, string[]>();
  const acronyms = new Set<string>();
  const initials: string[] = [];
  for (const line of lines) {
    let all = "";
    let content = "";
    for (const token of line.tokens) {
      if (token.kind !== "word") continue;
      stems.add(token.stem);
      const first = token.lower.charAt(0);
      all += first;
      if (!token.stop) content += first;
      if (token.text === token.lower) lowerSeen.add(token.lower);
      else {
        if (token.lower.length > 3) push(capitals, foldAccents(token.lower).slice(0, 3), foldAccents(token.lower));
        if (token.text.length <= 8 && /^\p{Lu}[\p{Lu}\p{N}.]+s?$/u.test(token.text)) acronyms.add(token.text.replace(/\.|s$/g, "").toLowerCase());
      }
    }
    initials.push(all, content);
  }
  return { stems, lowerSeen, capitals, acronyms, initials: initials.join(" ") };
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}

/** True when the passage or its context has the word in any form. */
export const hasStem = (analysis: Analysis, lower: string): boolean => analysis.stems.has(lower) || analysis.stems.has(stemOf(lower));
