// Sentences of the retrieved passages that speak of the category's terms, best first, none that only repeats.
import type { Draft } from "./chosen";
import { compareSources, type DraftFact, type DraftInput, type DraftPassage, type DraftSource } from "./draft-input";
import { isProse, type ProseSentence, sentencesBetween } from "./prose";
import { stemsOf } from "./text-stems";

type Scored = { source: DraftSource; passage: DraftPassage; sentence: ProseSentence; stems: Set<string>; score: number; relevant: boolean };

const tierStep = 0.03;
const subjectBonus = 0.15;
const headingFactor = 1.5;
const leastShare = 0.45;
const leastUnderHeading = 0.25;

/** Words of the subject under any of its names; a text that knows half of one name's words speaks of it. */
function mentions(text: ReadonlySet<string>, names: readonly ReadonlySet<string>[]): boolean {
  return names.some((name) => {
    let held = 0;
    for (const stem of name) if (text.has(stem)) held++;
    return name.size > 0 && held * 2 >= name.size && held > 0;
  });
}

function candidates(input: DraftInput, names: readonly ReadonlySet<string>[]): Scored[] {
  const seen = new Set<string>();
  return input.sources.flatMap((source) => {
    if (source.passages.length === 0 || !mentions(stemsOf(source.text.slice(0, 20_000)), names)) return [];
    return source.passages.flatMap((passage) =>
      sentencesBetween(source.text, passage.start, passage.end).flatMap((sentence) => {
        const key = `${source.id}:${sentence.start}`;
        if (seen.has(key) || sentence.start < passage.start || sentence.end > passage.end + 2 || !isProse(sentence.text)) return [];
        seen.add(key);
        return [{ source, passage, sentence, stems: stemsOf(sentence.text), score: 0, relevant: false }];
      }),
    );
  });
}

type Phrase = ReadonlySet<string>;

const holds = (text: ReadonlySet<string>, phrase: Phrase): boolean => {
  for (const stem of phrase) if (!text.has(stem)) return false;
  return phrase.size > 0;
};

/**
 * Terms and fact names a sentence holds whole, each weighted by how few candidates hold it, over the weight of the two rarest: a phrase that
 * every candidate has says little. Words count once, in their heaviest phrase.
 */
function score(all: readonly Scored[], phrases: readonly Phrase[], names: readonly ReadonlySet<string>[]): void {
  const weighted = phrases.flatMap((phrase) => {
    const df = all.filter((one) => holds(one.stems, phrase)).length;
    return df === 0 ? [] : [{ phrase, weight: Math.log(1 + all.length / df) }];
  });
  weighted.sort((a, b) => b.weight - a.weight || b.phrase.size - a.phrase.size);
  const ideal = weighted.slice(0, 2).reduce((sum, one) => sum + one.weight, 0) || 1;
  for (const one of all) {
    const counted = new Set<string>();
    let sum = 0;
    for (const { phrase, weight } of weighted) {
      if (!holds(one.stems, phrase) || [...phrase].some((stem) => counted.has(stem))) continue;
      for (const stem of phrase) counted.add(stem);
      sum += weight;
    }
    const own = Math.min(1, sum / ideal);
    const heading = one.passage.heading === null ? new Set<string>() : stemsOf(one.passage.heading);
    const under = phrases.some((phrase) => holds(heading, phrase));
    one.relevant = own >= (under ? leastUnderHeading : leastShare);
    one.score = own * (under ? headingFactor : 1) + (mentions(one.stems, names) ? subjectBonus : 0) - tierStep * one.source.tier;
  }
}

/** The section of the fact whose names the sentence holds most of, or null. */
function sectionOf(stems: ReadonlySet<string>, facts: readonly { fact: DraftFact; names: readonly ReadonlySet<string>[] }[]): string | null {
  let best: string | null = null;
  let most = 0;
  for (const { fact, names } of facts) {
    for (const name of names) {
      let held = 0;
      for (const stem of name) if (stems.has(stem)) held++;
      if (name.size === 0 || held < name.size || held <= most) continue;
      most = held;
      best = fact.section ?? null;
    }
  }
  return best;
}

/** Fills what room is left. A sentence without any of the category's words is never taken: a category does not invent. */
export function draftPassages(draft: Draft, input: DraftInput): void {
  const names = [input.subject, ...input.aliases].map(stemsOf);
  const facts = input.facts.map((fact) => ({ fact, names: [fact.label, ...fact.synonyms].map(stemsOf) }));
  const own = new Set(names.flatMap((name) => [...name]));
  const phrases = [...input.terms.map(stemsOf), ...facts.flatMap((fact) => fact.names)].filter((phrase) =>
    [...phrase].some((stem) => !own.has(stem)),
  );
  const all = candidates(input, names);
  score(all, phrases, names);
  const current = all.some((one) => !one.source.superseded && one.relevant) || draft.sentences.length > 0;
  const ranked = all
    .filter((one) => one.relevant && !(current && one.source.superseded))
    .sort(
      (a, b) => b.score - a.score || b.passage.score - a.passage.score || compareSources(a.source, b.source) || a.sentence.start - b.sentence.start,
    );
  for (const one of ranked) {
    if (draft.full) return;
    if (draft.saying(one.source, one.sentence)) continue;
    draft.add(one.source, one.sentence, sectionOf(one.stems, facts), one.passage.page);
  }
}
