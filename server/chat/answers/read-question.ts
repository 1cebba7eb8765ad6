import { correctWords, findCognates } from "@/server/library/search/correct-words";
import { wordFrequencies } from "@/server/library/search/word-frequencies";
import type { Ctx, OwnerScope } from "@/server/platform/context";
import { conceptsOf, lexemesAsked } from "./core/concepts";
import { foreignLanguage } from "./core/language";
import { partsOf, saidBefore } from "./core/parts";
import { wordsOf } from "./core/question";
import { isOfTitles } from "./core/read-as";
import { grammarMeant, isSlip } from "./core/slips";

export type ReadQuestion = {
  /** The question with its slips mended. */
  readonly text: string;
  /** What is said in it before something is asked. */
  readonly before: string;
  /** The questions in it, each to be asked alone. */
  readonly parts: readonly string[];
  /** What was read otherwise than it is written, one sentence each. */
  readonly notes: readonly string[];
};

/** Words that are looked up for slips. */
const mostWords = 8;

/** A question as it is answered: words that stand nowhere in the library mended where a near one does, and taken apart where it asks several things. */
export async function readQuestion(ctx: Ctx, owner: OwnerScope, text: string, titles: ReadonlySet<string>): Promise<ReadQuestion> {
  const concepts = conceptsOf(text);
  const { of } = await wordFrequencies(ctx, owner, lexemesAsked(concepts));
  const isKnown = (lexeme: string) => titles.has(lexeme) || (of.get(lexeme) ?? 0) > 0;
  const strange = new Set(concepts.filter(({ ways }) => !ways.some((way) => way.every(isKnown))).flatMap(({ words }) => words));
  const cognates = foreignLanguage(text) ? await findCognates(ctx, owner, [...strange].slice(0, mostWords)) : new Map<string, string>();
  const nearest = await correctWords(ctx, owner, [...strange].slice(0, mostWords));
  const notes: string[] = [];
  let mended = text;
  for (const word of strange) {
    const meant = grammarMeant(word);
    if (meant) mended = mended.replaceAll(word, meant);
  }
  for (const [word, cognate] of cognates) if (!nearest.has(word)) mended = mended.replaceAll(word, cognate);
  for (const [word, near] of nearest) {
    if (!isSlip(word, near, titles)) continue;
    mended = mended.replaceAll(word, near);
    notes.push(`“${word}” stands nowhere in the library; it was read as “${near}”.`);
  }
  const names = new Set(wordsOf(mended).flatMap(({ name, lexemes }) => (name ? lexemes : [])));
  const parts = partsOf(mended, (lexemes) => lexemes.length > 0 && lexemes.every((lexeme) => isOfTitles(lexeme, titles) || names.has(lexeme)));
  return { text: mended, before: saidBefore(mended), parts, notes };
}
