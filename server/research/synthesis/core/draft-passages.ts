// Sentences of the retrieved passages that speak of the category's terms, best first, none that only repeats.
import type { Draft } from "./chosen";
import { compareSources, type DraftFact, type DraftInput, type DraftPassage, type DraftSource } from "./draft-input";
import { isProse, type ProseSentence, sentencesBetween } from "./prose";
import { stemsOf } from "./text-stems";

type Scored = { source: DraftSource; passage: DraftPassage; sentence: ProseSentence; stems: Set<string>; score: number };

const tierStep = 0.03;
const subjectBonus = 0.15;
const headingBonus = 0.5;
const leastShare = 0.25;

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
        return [{ source, passage, sentence, stems: stemsOf(sentence.text), score: 0 }];
      }),
    );
  });
}

/** Weighted share of the query's stems that a sentence holds; a word that every candidate has weighs little. */
function score(all: readonly Scored[], query: ReadonlySet<string>, names: readonly ReadonlySet<string>[]): void {
  const weight = new Map<string, number>();
  for (const stem of query) {
    const df = all.filter((one) => one.stems.has(stem)).length;
    if (df > 0) weight.set(stem, Math.log(1 + all.length / df));
  }
  const heaviest = [...weight.values()].sort((a, b) => b - a);
  const ideal = heaviest.slice(0, 3).reduce((sum, value) => sum + value, 0) || 1;
  for (const one of all) {
    let sum = 0;
    for (const [stem, value] of weight) if (one.stems.has(stem)) sum += value;
    const heading = one.passage.heading ? [...stemsOf(one.passage.heading)].some((stem) => query.has(stem)) : false;
    const own = Math.min(1, sum / ideal);
    const base = own + (heading && own > 0 ? headingBonus * own : 0);
    one.score = base === 0 ? 0 : base + (mentions(one.stems, names) ? subjectBonus : 0) - tierStep * one.source.tier;
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
  const subjectStems = new Set(names.flatMap((name) => [...name]));
  const facts = input.facts.map((fact) => ({ fact, names: [fact.label, ...fact.synonyms].map(stemsOf) }));
  const query = stemsOf([...input.terms, ...input.facts.flatMap((fact) => [fact.label, ...fact.synonyms])].join(" . "));
  for (const stem of subjectStems) query.delete(stem);
  const all = candidates(input, names);
  score(all, query, names);
  const current = all.some((one) => !one.source.superseded && one.score > 0) || draft.sentences.length > 0;
  const ranked = all
    .filter((one) => one.score >= leastShare && !(current && one.source.superseded))
    .sort(
      (a, b) => b.score - a.score || b.passage.score - a.passage.score || compareSources(a.source, b.source) || a.sentence.start - b.sentence.start,
    );
  for (const one of ranked) {
    if (draft.full) return;
    if (draft.saying(one.source, one.sentence)) continue;
    draft.add(one.source, one.sentence, sectionOf(one.stems, facts), one.passage.page);
  }
}
