// What a document is about: phrases of one to three words that stand in it often and in the library seldom, more so in its headings and title.
// Weight by tf-idf, Salton and Buckley 1988 (log tf, log N/df); a phrase's is the mean of its words' times how often the phrase itself stands there.
import { atOnce } from "@/server/platform/turns";
import { tokenise } from "../../search/core/tokenise";
import { phraseOf, wordRuns } from "./word-runs";

export type KeyphraseInput = {
  readonly title: string;
  readonly passages: readonly { readonly text: string; readonly heading: string | null }[];
  readonly language: string | null;
};
export type LibraryCounts = {
  /** Passages in the library. */ readonly passages: number /** Passages that hold a lexeme. */;
  readonly of: ReadonlyMap<string, number>;
};
export type Keyphrase = { readonly phrase: string; readonly score: number };

type Candidate = { words: readonly string[]; lexemes: readonly string[]; count: number; inHeads: boolean; shapes: Map<string, number> };
export type Candidates = ReadonlyMap<string, Candidate>;

const mostThemes = 12;
const longestPhrase = 3;
const mostCandidates = 5_000;
/** Words in a heading or the title count as if they stood there this many times more. */
const headBoost = 1.5;
/** A word in this share of all passages of the document or more is one of its function words, in whatever language it is. */
const commonShare = 0.35;
const fewestPassages = 8;

/** A small library says little about what is seldom: as if it held these more. */
const unseen = { passages: 50, holding: 5 };

/** Phrases of the document with how often each stands there. */
export function candidatesOf(input: KeyphraseInput): Candidates {
  return atOnce(candidateSteps(input));
}

/** The same, passage by passage. */
export function* candidateSteps({ title, passages, language }: KeyphraseInput): Generator<void, Candidates> {
  const found = new Map<string, Candidate>();
  const add = (text: string, inHeads: boolean) => {
    for (const words of wordRuns(text)) for (const phrase of windows(words)) count(found, phrase, inHeads, language);
  };
  add(title, true);
  for (const heading of new Set(passages.map((passage) => passage.heading))) if (heading) add(heading, true);
  for (const { text } of passages) {
    add(text, false);
    yield;
  }
  const common = yield* commonLexemes(passages, language);
  const kept = [...found].filter(([, { lexemes, count: times, inHeads }]) => (times > 1 || inHeads) && !lexemes.some((lexeme) => common.has(lexeme)));
  return new Map(kept.sort(([, x], [, y]) => y.count - x.count).slice(0, mostCandidates));
}

/** Every lexeme whose frequency in the library the ranking asks for. */
export function lexemesOf(candidates: Candidates): string[] {
  return [...new Set([...candidates.values()].flatMap(({ lexemes }) => lexemes))];
}

/** The most telling phrases, none of them part of another; scores between 0 and 1, the first at 1. */
export function rankKeyphrases(candidates: Candidates, library: LibraryCounts): Keyphrase[] {
  const scored = [...candidates.values()].map((candidate) => ({ candidate, score: scoreOf(candidate, library) }));
  scored.sort((x, y) => y.score - x.score || (phraseOf(x.candidate.words) < phraseOf(y.candidate.words) ? -1 : 1));
  const chosen: { candidate: Candidate; score: number }[] = [];
  for (const one of scored) {
    if (chosen.length === mostThemes || one.score <= 0) break;
    if (!chosen.some(({ candidate }) => overlaps(candidate.lexemes, one.candidate.lexemes))) chosen.push(one);
  }
  const best = chosen[0]?.score ?? 1;
  return chosen.map(({ candidate, score }) => ({ phrase: usualShape(candidate), score: Math.round((score / best) * 1000) / 1000 }));
}

function scoreOf({ words, lexemes, count: times, inHeads }: Candidate, { passages, of }: LibraryCounts): number {
  const idf =
    lexemes.reduce((sum, lexeme) => sum + Math.log((passages + unseen.passages) / ((of.get(lexeme) ?? 0) + unseen.holding)), 0) / lexemes.length;
  // Longer phrases say more than their words, and stand there less often.
  return (1 + Math.log(times)) * Math.max(idf, 0.1) * (inHeads ? headBoost : 1) * (1 + 0.35 * (words.length - 1));
}

function count(found: Map<string, Candidate>, words: readonly string[], inHeads: boolean, language: string | null): void {
  const each = words.map((word) => tokenise(word, language));
  if (each.some((lexemes) => lexemes.length === 0)) return;
  // Writing without blanks is indexed by pairs of characters: a word is several.
  const lexemes = each.flat();
  const key = lexemes.join(" ");
  const shape = phraseOf(words);
  const known = found.get(key);
  if (!known) {
    found.set(key, { words, lexemes, count: 1, inHeads, shapes: new Map([[shape, 1]]) });
    return;
  }
  known.count += 1;
  known.inHeads ||= inHeads;
  known.shapes.set(shape, (known.shapes.get(shape) ?? 0) + 1);
}

function* windows(words: readonly string[]): Generator<readonly string[]> {
  for (let start = 0; start < words.length; start += 1) {
    for (let length = 1; length <= longestPhrase && start + length <= words.length; length += 1) yield words.slice(start, start + length);
  }
}

function* commonLexemes(passages: KeyphraseInput["passages"], language: string | null): Generator<void, ReadonlySet<string>> {
  if (passages.length < fewestPassages) return new Set();
  const counts = new Map<string, number>();
  for (const { text } of passages) {
    for (const lexeme of new Set(tokenise(text, language))) counts.set(lexeme, (counts.get(lexeme) ?? 0) + 1);
    yield;
  }
  return new Set([...counts].filter(([lexeme, n]) => lexeme.length <= 4 && n >= passages.length * commonShare).map(([lexeme]) => lexeme));
}

function overlaps(chosen: readonly string[], other: readonly string[]): boolean {
  const shared = other.filter((lexeme) => chosen.includes(lexeme)).length;
  return shared > 0 && shared >= Math.min(chosen.length, other.length);
}

/** As it is written most often; capitals of a sentence's start or a heading do not count against the rest. */
function usualShape({ shapes }: Candidate): string {
  const sorted = [...shapes].sort(([x, n], [y, m]) => m - n || (x < y ? 1 : -1));
  const [shape = ""] = sorted[0] ?? [];
  return shape === shape.toUpperCase() && shape.includes(" ") ? shape.toLowerCase() : shape;
}
