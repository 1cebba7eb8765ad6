// Sentences of the retrieved passages that carry no claim and yet are clearly about one of the category's facts: they name it in words that mean it,
// or stand under a heading that does. Any other sentence stays out: few sentences in their place are better than many.

import { type Fact, factSchema } from "../../categories/schema";
import { isCued } from "../../claims/core/cues";
import { findMentions, holdsPhrase, indexFacts, type Mention } from "../../claims/core/mentions";
import { concerns, fold, namesSubject } from "../../claims/core/subject";
import type { Draft } from "./chosen";
import { compareSources, type DraftInput, type DraftPassage, type DraftSource } from "./draft-input";
import { isProse, isReferenceList, type ProseSentence, sentencesBetween } from "./prose";
import { isBoxed, mayStandUnder } from "./scope-of-head";

type Scored = { source: DraftSource; passage: DraftPassage; sentence: ProseSentence; section: string; fact: string; score: number; quoted?: true };
type Topic = {
  facts: readonly Fact[];
  names: readonly string[];
  strong: ReadonlyMap<string, ReadonlySet<string>>;
  terms: ReadonlySet<string>;
  statedAt: ReadonlySet<string>;
};

const mostPerFact = 2;
const mostVerses = 6;
const tierStep = 0.03;
const headingBonus = 0.5;
const subjectBonus = 0.4;
const phraseValue = 0.3;
const countedPhrases = 3;

/** One form for singular and plural, hyphen and blank. */
const formOf = (phrase: string): string =>
  fold(phrase)
    .trim()
    .replace(/(?<=[a-z]{3})(?:es|s)$/, "");

function topicOf(input: DraftInput): Topic {
  const facts = input.facts.map((fact) => factSchema.parse({ kind: "text", ...fact }));
  const terms = new Set(input.terms.map(formOf));
  const strong = facts.map((fact): [string, ReadonlySet<string>] => {
    // Facts of prose exist to be named; of the others only words count that mark the category, since "given" and "patients" name nothing alone.
    const own = fact.synonyms.map(formOf).filter((form) => fact.kind === "text" || terms.has(form));
    return [fact.name, new Set([formOf(fact.label), ...own])];
  });
  const statedAt = new Set(input.claims.map((claim) => `${claim.attribute} ${claim.sourceId} ${claim.start}`));
  return { facts, names: [input.subject, ...input.aliases], strong: new Map(strong), terms, statedAt };
}

/** The words mean the fact: its own strong words, or a longer phrase around a word that marks the category ("excreted in human milk"). */
function isStrong(mention: Mention, words: string, topic: Topic): boolean {
  const form = formOf(words);
  return (topic.strong.get(mention.fact.name)?.has(form) ?? false) || (form.includes(" ") && holdsTerm(words, topic.terms));
}

function strongMentions(text: string, topic: Topic): Mention[] {
  const lower = text.toLowerCase();
  return findMentions(indexFacts(topic.facts), lower).filter(
    (mention) =>
      isStrong(mention, lower.slice(mention.start, mention.end), topic) && isCued(mention.fact, text, mention.start) && isAnswered(mention, text),
  );
}

const hasFigure = /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?)\b/i;

/** "A selective inhibitor of factor Xa" says nothing of enzymes: one word of weight names a vocabulary only where a member of it stands. */
function isAnswered({ fact, start, end }: Mention, text: string): boolean {
  // What counts or dates something has a figure, in digits or in words.
  if ((fact.scale === "count" || fact.kind === "date") && !hasFigure.test(text)) return false;
  const open = (fact.kind === "set" || fact.kind === "enumeration") && fact.values.length > 0;
  const words = text
    .slice(start, end)
    .toLowerCase()
    .split(/[\s-]+/);
  if (!open || words.filter((word) => !/^(?:of|with|by|in|to|for|the|an?|is|are|was|were|on|from|as|and|or)$/.test(word)).length > 1) return true;
  return fact.values.some(({ value, synonyms }) =>
    holdsPhrase(text.toLowerCase(), [value.toLowerCase().replaceAll("_", " "), ...synonyms.map((one) => one.toLowerCase())]),
  );
}

/** The fact a heading stands for: one of its own words, or the name of its section. */
function factOfHeading(heading: string | null, topic: Topic): Fact | null {
  if (heading === null) return null;
  const last = heading.split("›").at(-1) ?? heading;
  const named = findMentions(indexFacts(topic.facts), last.toLowerCase()).find(
    (mention) => isStrong(mention, last.slice(mention.start, mention.end), topic) && !mention.fact.requireCue,
  );
  const form = formOf(last);
  const member = (fact: Fact): boolean =>
    fact.values.some(({ value, synonyms }) => holdsPhrase(last.toLowerCase(), [value.toLowerCase(), ...synonyms]));
  return (
    named?.fact ??
    topic.facts.find((fact) => fact.section !== undefined && formOf(fact.section) === form) ??
    topic.facts.find((fact) => fact.kind === "set" && member(fact)) ??
    null
  );
}

function holdsTerm(sentence: string, terms: ReadonlySet<string>): boolean {
  const folded = fold(sentence);
  return [...terms].some((term) => folded.includes(` ${term} `) || folded.includes(` ${term}s `) || folded.includes(` ${term}es `));
}

/** The text itself: verses numbered one after the other, or words in another script. */
function isQuotedText(sentence: string, all: readonly ProseSentence[]): boolean {
  if (sentence.includes(" | ")) return false;
  const letters = sentence.replace(/[^\p{L}]/gu, "");
  if (letters.replace(/\p{Script=Latin}/gu, "").length > letters.length / 2) return true;
  const verse = verseOf(sentence);
  return verse !== null && all.some((other) => Math.abs((verseOf(other.text) ?? verse) - verse) === 1);
}

function verseOf(sentence: string): number | null {
  const number = /^(\d{1,3}) \p{Lu}/u.exec(sentence)?.[1];
  return number === undefined ? null : Number(number);
}

function judge(source: DraftSource, passage: DraftPassage, sentence: ProseSentence, topic: Topic, headed: Fact | null): Scored | null {
  if (!concerns(sentence.text, source.text, topic.names, source.title)) return null;
  const stated = topic.facts.find((fact) => topic.statedAt.has(`${fact.name} ${source.id} ${sentence.start}`));
  const mentions = strongMentions(sentence.text, topic);
  const longest = mentions.reduce<Mention | null>((best, one) => (best && best.end - best.start >= one.end - one.start ? best : one), null);
  const fact = stated ?? longest?.fact ?? (headed && (isBoxed(passage.heading) || holdsTerm(sentence.text, topic.terms)) ? headed : null);
  if (!fact?.section || !mayStandUnder(source, sentence.start, fact)) return null;
  const phrases = new Set(mentions.map((mention) => formOf(sentence.text.slice(mention.start, mention.end)))).size;
  const under = headed !== null && (headed === fact || headed.section === fact.section);
  const named = namesSubject(fold(sentence.text), topic.names);
  const score = phraseValue * Math.min(countedPhrases, phrases) + (under ? headingBonus : 0) + (named ? subjectBonus : 0) - tierStep * source.tier;
  return { source, passage, sentence, section: fact.section, fact: fact.name, score };
}

/** A text that is quoted stands under its own heading: which edition or translation it is must be told. */
function quoted(source: DraftSource, passage: DraftPassage, sentence: ProseSentence, fact: Fact): Scored {
  const heading = passage.heading?.split("›").at(-1)?.trim() || (fact.section ?? fact.label);
  return { source, passage, sentence, section: heading, fact: heading, score: 1 - sentence.start / (1 + source.text.length), quoted: true };
}

function candidates(input: DraftInput, topic: Topic): Scored[] {
  const seen = new Set<string>();
  return input.sources.flatMap((source) =>
    source.passages.flatMap((passage) => {
      if (isReferenceList(passage.heading)) return [];
      const headed = factOfHeading(passage.heading, topic);
      // Once a text is quoted under its heading, what follows in the passage goes on quoting it.
      let quoting = false;
      const sentences = sentencesBetween(source.text, passage.start, passage.end);
      return sentences.flatMap((sentence) => {
        const key = `${source.id}:${sentence.start}`;
        if (seen.has(key) || sentence.start < passage.start || sentence.end > passage.end + 2) return [];
        seen.add(key);
        quoting ||= headed !== null && isQuotedText(sentence.text, sentences);
        if (quoting && headed) return quoted(source, passage, sentence, headed);
        return isProse(sentence.text) ? (judge(source, passage, sentence, topic, headed) ?? []) : [];
      });
    }),
  );
}

/**
 * Adds sentences, the best first; replaced editions only where nothing else is stated. `unstated`: one for each fact that no claim states.
 * `all`: a few more for each fact.
 */
export function draftPassages(draft: Draft, input: DraftInput, extent: "unstated" | "all"): void {
  const topic = topicOf(input);
  const claimed = new Set(input.claims.map((claim) => claim.attribute));
  const all = candidates(input, topic);
  const current = all.some((one) => !one.source.superseded) || draft.sentences.length > 0;
  const ranked = all
    .filter((one) => !(current && one.source.superseded) && (extent === "all" || !claimed.has(one.fact)))
    .sort(
      (a, b) => b.score - a.score || b.passage.score - a.passage.score || compareSources(a.source, b.source) || a.sentence.start - b.sentence.start,
    );
  const most = extent === "all" ? mostPerFact : 1;
  const added = new Map<string, number>();
  for (const one of ranked) {
    if (draft.full) return;
    const count = added.get(one.fact) ?? 0;
    if (count >= (one.quoted ? mostVerses : most)) continue;
    if (one.quoted && draft.holds(one.source, one.sentence)) continue;
    const said = one.quoted ? undefined : draft.saying(one.source, one.sentence);
    if (said) {
      draft.join(said, one.source, one.sentence, one.passage.page);
      continue;
    }
    if (draft.add(one.source, one.sentence, one.section, one.passage.page)) added.set(one.fact, count + 1);
  }
}
