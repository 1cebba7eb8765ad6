// The answer without a model: the sentences that say most of what is asked, as they stand, each once, in the order of the documents.
import type { Found, Scored } from "./answerable";
import { heldOf, type Weighed } from "./concepts";
import type { Expected } from "./expected";
import { canAnswer, expectedBy, showsWhatIsAsked } from "./expected";
import { lexemesOf } from "./question";
import { repeats } from "./repeats";
import { isVerse, versesIn } from "./verses";

export type Chosen = {
  readonly lead: Scored;
  /** The same words in other sources. */
  readonly also: readonly Scored[];
};

const most = 6;
const mostOfOne = 3;
/** Of the best sentence's score. */
const nearEnough = 0.74;
const least = 0.42;
/** Of the best sentence's score, for one that speaks of something else that is asked. */
const ofAnother = 0.55;
const fits = 0.12;
const replaced = 0.15;
/** The words of a verse that is asked for stand before what is said of it. */
const asVerse = 1.2;
const noVerses: ReadonlySet<string> = new Set();

/** At most six sentences, none of them of less than three quarters of what the best one says. */
export function chooseSentences(found: readonly Found[], concepts: readonly Weighed[], question: string, limit = most, verses = noVerses): Chosen[] {
  const expected = expectedBy(question);
  const subjects = concepts.filter((concept) => concept.subject);
  const matters = concepts.filter((concept) => !concept.subject);
  // "What does Romans 8:28 say?" asks for its words.
  const onlyVerses = verses.size > 0 && matters.every(({ soft }) => soft);
  const ranked = found
    .flatMap(({ sentences }) => sentences)
    .filter((sentence) => !isOfOtherVerses(sentence, verses) && !(onlyVerses && !isVerse(sentence, verses) && versesIn(sentence.text).size === 0))
    .filter(
      (sentence) =>
        isVerse(sentence, verses) || (sentence.bound && (matters.length === 0 || speaksOf(sentence, matters)) && canAnswer(sentence.text, question)),
    )
    .map((sentence) => ({ sentence, score: isVerse(sentence, verses) ? asVerse : scoreOf(sentence, expected, subjects) }))
    .sort((a, b) => b.score - a.score);
  // The words of a verse take nothing away from what is said of it.
  const needed = Math.max(least, (ranked.find(({ sentence }) => !isVerse(sentence, verses))?.score ?? 0) * nearEnough);
  const chosen: (Chosen & { score: number })[] = [];
  for (const { sentence, score } of ranked) {
    if (score < needed) break;
    const twin = chosen.findIndex(({ lead }) => repeats(lead.text, sentence.text));
    const held = chosen[twin];
    if (held) {
      // Only the very words support each other: what is nearly the same is one sentence less.
      // An edition says what its sources say: beside one of them it is no further voice.
      const further = sentence.stretch.documentId !== null && [held.lead, ...held.also].every((one) => one.stretch.key !== sentence.stretch.key);
      const same = held.lead.text === sentence.text && further;
      if (same) chosen[twin] = { ...held, also: [...held.also, sentence] };
      continue;
    }
    if (chosen.some(({ lead }) => overlaps(lead, sentence))) continue;
    if (chosen.length >= limit || chosen.filter(({ lead }) => lead.stretch.key === sentence.stretch.key).length >= Math.max(mostOfOne, limit / 2))
      continue;
    chosen.push({ lead: sentence, also: [], score });
  }
  for (const { sentence, score } of unsaid(chosen, ranked, matters)) if (chosen.length < limit) chosen.push({ lead: sentence, also: [], score });
  return inOrder(chosen, expected);
}

/** For each matter of the question that nothing chosen speaks of, the best sentence that does, where it is not far behind. */
function unsaid<T extends { readonly sentence: Scored; readonly score: number }>(
  chosen: readonly { readonly lead: Scored }[],
  ranked: readonly T[],
  matters: readonly Weighed[],
): T[] {
  const best = ranked[0]?.score ?? 0;
  const speaks = (sentence: Scored, concept: Weighed) => heldOf(concept, (lexeme) => sentence.lexemes.has(lexeme)) > 0.5;
  const further: T[] = [];
  for (const concept of matters.filter(({ soft, kind }) => !soft && !kind)) {
    if ([...chosen.map(({ lead }) => lead), ...further.map(({ sentence }) => sentence)].some((sentence) => speaks(sentence, concept))) continue;
    const next = ranked.find(({ sentence, score }) => score >= best * ofAnother && sentence.named && speaks(sentence, concept));
    if (next && !chosen.some(({ lead }) => overlaps(lead, next.sentence))) further.push(next);
  }
  return further;
}

/** What names verses of the same book, and none of those that are asked for, speaks of others. */
function isOfOtherVerses({ text }: Scored, asked: ReadonlySet<string>): boolean {
  const books = new Set([...asked].map(bookOf));
  const own = asked.size === 0 ? [] : [...versesIn(text)].filter((verse) => books.has(bookOf(verse)));
  return own.length > 0 && !own.some((verse) => asked.has(verse));
}

const bookOf = (verse: string): string => verse.slice(0, verse.indexOf("."));

/** A sentence that stands with the one before it is not said twice. */
const overlaps = (a: Scored, b: Scored): boolean => a.stretch === b.stretch && a.start < b.end && b.start < a.end;

function scoreOf(sentence: Scored, expected: Expected, subjects: readonly Weighed[]): number {
  const asked = showsWhatIsAsked(sentence.text, expected);
  const defines = expected === "definition" && isDefinition(sentence.text, subjects);
  return sentence.covers + (asked || defines ? fits : 0) - (sentence.stretch.superseded ? replaced : 0);
}

/** "Apixaban is a selective inhibitor of ...": the subject, is, and what it is. */
function isDefinition(text: string, subjects: readonly Weighed[]): boolean {
  const opening = /^(.{2,80}?) (?:is|are|was|were|means) (?:an? |the |one of )/i.exec(text)?.[1]?.toLowerCase();
  return opening !== undefined && subjects.some(({ words }) => words.some((word) => opening.includes(word.toLowerCase())));
}

/** More than the subject: something of what is asked of it stands in the sentence or at the head of its section. */
function speaksOf({ lexemes, stretch }: Scored, matters: readonly Weighed[]): boolean {
  const heading = new Set(lexemesOf(stretch.heading ?? ""));
  return matters.some((concept) => heldOf(concept, (lexeme) => lexemes.has(lexeme) || heading.has(lexeme)) > 0);
}

/** Definitions first, then document by document as they were found, each in its own order. */
function inOrder(chosen: readonly (Chosen & { score: number })[], expected: Expected): Chosen[] {
  const best = new Map<string, number>();
  for (const { lead, score } of chosen) best.set(lead.stretch.key, Math.max(score, best.get(lead.stretch.key) ?? 0));
  const first = (one: Chosen) => (expected === "definition" && /^.{2,80}? (?:is|are|was|were) (?:an? |the )/.test(one.lead.text) ? 0 : 1);
  const place = ({ lead }: Chosen) => lead.stretch.start + lead.start + (lead.stretch.sentence ?? 0);
  return [...chosen]
    .sort(
      (a, b) =>
        first(a) - first(b) ||
        (best.get(b.lead.stretch.key) ?? 0) - (best.get(a.lead.stretch.key) ?? 0) ||
        a.lead.stretch.key.localeCompare(b.lead.stretch.key) ||
        place(a) - place(b),
    )
    .map(({ lead, also }) => ({ lead, also }));
}
