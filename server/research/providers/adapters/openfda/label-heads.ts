// Labels arrive with their heads run into the sentences: "12.3 Pharmacokinetics Absorption The absolute bioavailability is". Each head is set on a line of
// its own, so that no sentence carries one. What a stretch becomes depends on its own words alone: a part is laid out in the whole as it is by itself.
import { capitalTitles, partTitles, sectionTitles } from "./label-titles";

/** Words that stand inside a title in small letters. */
const joining = /^(?:of|in|and|or|with|without|for|to|the|an?|on|by|from|during|after|at|due|as|than|when|who|that|other)$/;
/** Capitalised words that open a sentence and no title goes on with. */
const opening =
  /^(?:The|There|This|These|It|In|An?|No|Following|Based|Available|Because|If|When|While|Although|Do|Avoid|Advise|Table|Figure|For|Limited|Published)$/;
const longestHead = 200;
const startOfSentence = /(?:^|\n|[.!?:](?:["”)\]]*)|[)\]])[ \n]*/g;
const beforeSentence = String.raw`(?=:? +(?:\d+\.\d+ )?["“(]?\p{Lu})`;
const numbered = /^\d{1,2}(?:\.\d{1,2}){0,2}\.? +(?=[A-Z(])/;
const known = new RegExp(`^(?:${sectionTitles})${beforeSentence}`, "u");
const part = new RegExp(`^(?:${partTitles})${beforeSentence}`, "u");
const capitals = new RegExp(`^(?:${capitalTitles})(?![\\p{L}:/,]| (?:AND|&|OF) )(?=:? )`, "u");
const warning = /^WARNINGS?: (?=[("“]?[A-Z][A-Z)])/;

/** `text` with every head it can tell on a line of its own; `names`: what the drug is called. Words are neither added nor lost. */
export function layHeads(text: string, names: readonly string[] = []): string {
  const drug = new Set(names.flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{N}-]+/u)).filter((word) => word.length > 3));
  let laid = "";
  let from = 0;
  for (const match of text.matchAll(startOfSentence)) {
    const start = match.index + match[0].length;
    if (start < from || start >= text.length) continue;
    const heads = headsAt(text, start, drug);
    if (heads.length === 0) continue;
    laid += `${text.slice(from, start).trimEnd()}${laid === "" && start === 0 ? "" : "\n\n"}${heads.map((head) => head.words).join("\n\n")}\n\n`;
    from = heads.at(-1)?.next ?? start;
  }
  return laid + text.slice(from);
}

type Head = { readonly words: string; readonly next: number };

function headsAt(text: string, start: number, drug: ReadonlySet<string>): Head[] {
  const heads: Head[] = [];
  let at = start;
  for (;;) {
    const window = text.slice(at, at + longestHead);
    const length = headLength(window, heads.length > 0, drug);
    if (length === 0) return heads;
    const words = window.slice(0, length).trim();
    const gap = /^[: ]*/.exec(text.slice(at + length))?.[0].length ?? 0;
    // A line that ends with its head is one already.
    if (gap === 0) return heads;
    at += length + gap;
    heads.push({ words, next: at });
  }
}

function headLength(window: string, under: boolean, drug: ReadonlySet<string>): number {
  const number = numbered.exec(window)?.[0] ?? "";
  const rest = window.slice(number.length);
  if (number === "") {
    const run = part.exec(rest)?.[0].length ?? capitals.exec(rest)?.[0].length ?? 0;
    if (run > 0) return run;
    const opener = warning.exec(rest)?.[0].length ?? 0;
    return opener > 0 ? capitalsLength(rest) : under && known.test(rest) ? (known.exec(rest)?.[0].length ?? 0) : 0;
  }
  const length = known.exec(rest)?.[0].length ?? (capitalsLength(rest) || (number.includes(".") ? titleLength(rest, drug) : 0));
  return length === 0 ? 0 : number.length + length;
}

/** The run of words in capitals before a sentence; its last word is the sentence's own where small letters follow it ("USAGE ELIQUIS is"). */
function capitalsLength(text: string): number {
  const words = text.match(/\S+ */g) ?? [];
  const isCapital = (word: string): boolean => /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u.test(word) && !/\d\.\d/.test(word);
  let count = words.findIndex((word) => !isCapital(word));
  if (count < 0) return 0;
  const next = words[count] ?? "";
  if (/^\p{Ll}/u.test(next)) count--;
  // One letter alone opens a sentence ("A dose of").
  if (/^A $/.test(words[count - 1] ?? "")) count--;
  if (/^\d/.test(next) && !/^\d{1,2}\.\d/.test(next)) return 0;
  const run = words.slice(0, Math.max(0, count)).join("").trimEnd();
  return /\p{Lu}{3}/u.test(run) && !/[.;]$/.test(run) ? run.length : 0;
}

/** The title in capitalised words before a sentence: all of the run but the word the sentence begins with. */
function titleLength(text: string, drug: ReadonlySet<string>): number {
  const words = text.match(/\S+ */g) ?? [];
  let last = 0;
  for (const [index, word] of words.entries()) {
    const bare = word.trim().replace(/^[("“]+|[)"”,:]+$/g, "");
    const previous = words[index - 1]?.trim() ?? "";
    if (/[.;]$/.test(word.trim())) return 0;
    const opens = index > 0 && !joining.test(previous) && (opening.test(bare) || drug.has(bare.toLowerCase()) || /:$/.test(previous));
    if (opens) return words.slice(0, index).join("").trimEnd().length;
    if (joining.test(bare)) continue;
    if (!/^[\p{Lu}\d]/u.test(bare)) break;
    last = index;
  }
  return last === 0
    ? 0
    : words
        .slice(0, last)
        .join("")
        .trimEnd()
        .replace(/(?: (?:of|in|and|or|with|for|to|the|an?))+$/, "").length;
}
