// Confidence of an answer: the signals of the rest of the program, over the voices that its sentences stand on.
import { scoreConfidence } from "@/server/research/scoring/core/confidence";
import type { Score } from "@/server/research/scoring/schema";
import type { AnswerBody } from "../schema";
import type { Stretch } from "./stretch";

const criteria = { minIndependentSources: 2, minTier: 8, mustAnchorQuote: true } as const;
const hedged = /\b(?:may|might|could|possibly|probably|appears?|seems?|suggests?|likely|unlikely|perhaps)\b/i;

/** `keyOf` gives the stretches' key of a source's number; `today` is an ISO date. Null where nothing was printed. */
export function confidenceOf(body: AnswerBody, stretches: readonly Stretch[], keyOf: ReadonlyMap<number, string>, today: string): Score | null {
  if (body.sentences.length === 0) return null;
  const cited = new Set(body.sentences.flatMap(({ citations }) => citations.map(({ source }) => source)));
  const sources = [...cited].flatMap((number) => {
    const stretch = stretches.find(({ key }) => key === keyOf.get(number));
    if (!stretch) return [];
    const { tier, date, voice, superseded } = stretch;
    // Its words were found where they are said to stand; what else there is to verify was asked of editions, not of a library.
    const passed = {
      syntactic: "passed",
      resolved: "passed",
      identified: "passed",
      alive: "passed",
      not_retracted: "passed",
      quote_anchored: "passed",
      supports: "passed",
    } as const;
    return [{ id: String(number), tier, date, voice, superseded, rungs: passed }];
  });
  const claims = body.sentences.map(({ text, citations }) => ({
    attribute: "answer",
    sourceIds: citations.map(({ source }) => String(source)),
    hedged: hedged.test(text),
  }));
  const conflicts = body.conflicts.map(() => ({ attribute: "answer", status: "open" as const }));
  return scoreConfidence({ claims, sources, conflicts, published: body.sentences.length, withheld: body.withheld.length, criteria, today });
}
