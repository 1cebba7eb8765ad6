// One sentence against one passage: everything the rules look at, computed once.
import { type Alignment, align } from "./align";
import type { Analysis } from "./analyse";
import type { Line } from "./line";
import { betterMatch, matchQuantity, type QuantityMatch } from "./match-quantity";
import { findNames, type NameSpan } from "./names";
import { bestWindow, hitsOf, idfOf, type KeyHits, lineRecalls, type Window } from "./window";

export type Candidate = Alignment & { index: number; line: Line };

export type QuantityPlaces = {
  /** Best match anywhere in the passage or its context. */
  best: QuantityMatch;
  /** Lines with a full or bare match. */
  lines: number[];
};

export type Case = {
  line: Line;
  analysis: Analysis;
  names: NameSpan[];
  hits: KeyHits;
  recalls: Float64Array;
  places: QuantityPlaces[];
  window: Window;
  /** Passage sentences that read most like the sentence, best coverage first. */
  candidates: Candidate[];
  /** Coverage of the best of them. */
  coverage: number;
};

const stopWeight = 0.4;
const numberWeight = 4;
const mostCandidates = 8;
const nearBest = 0.8;

function placesOf(line: Line, analysis: Analysis): QuantityPlaces[] {
  return line.quantities.map((q) => {
    let best: QuantityMatch = { grade: "none", comparator: "same" };
    const lines: number[] = [];
    const look = (passage: Line, index: number): void => {
      let hit = false;
      for (const p of passage.quantities) {
        const match = matchQuantity(q, p);
        if (match.grade === "none") continue;
        const graded = match.grade === "bare" && q.unit !== null && namesUnit(passage, q.unit.surface) ? { ...match, grade: "full" as const } : match;
        best = betterMatch(best, graded);
        hit ||= graded.grade !== "clash";
      }
      if (hit && index >= 0) lines.push(index);
    };
    analysis.lines.forEach(look);
    look(analysis.context, -1);
    return { best, lines };
  });
}

/** "Dose (mg): 500" has its unit elsewhere in the sentence. */
function namesUnit(line: Line, surface: string): boolean {
  return line.tokens.some((token) => token.text === surface);
}

/** Weights of alignment: content words by rarity, stop words and numbers fixed. */
export function itemWeights(line: Line, analysis: Analysis): Float64Array {
  return Float64Array.from(line.items, (item) => (item.quantity >= 0 ? numberWeight : item.stop ? stopWeight : idfOf(analysis, item.key)));
}

function candidatesOf(line: Line, analysis: Analysis, recalls: Float64Array): Candidate[] {
  const top = Math.max(0, ...recalls);
  if (top === 0) return [];
  const weights = itemWeights(line, analysis);
  const near = [...recalls.keys()].filter((index) => (recalls[index] ?? 0) >= nearBest * top);
  near.sort((a, b) => (recalls[b] ?? 0) - (recalls[a] ?? 0) || a - b);
  const aligned: Candidate[] = [];
  for (const index of near.slice(0, mostCandidates)) {
    const passage = analysis.lines[index];
    if (passage) aligned.push({ ...align(line, weights, passage), index, line: passage });
  }
  return aligned.sort((a, b) => b.coverage - a.coverage || a.index - b.index);
}

/** Prepares a sentence for the rules. Cost grows with passage length; alignment is bounded. */
export function makeCase(line: Line, analysis: Analysis): Case {
  const hits = hitsOf(line, analysis);
  const recalls = lineRecalls(hits);
  const places = placesOf(line, analysis);
  const candidates = candidatesOf(line, analysis, recalls);
  return {
    line,
    analysis,
    names: findNames(line, analysis.lowerSeen),
    hits,
    recalls,
    places,
    window: bestWindow(
      hits,
      places.map((place) => place.lines),
    ),
    candidates,
    coverage: candidates[0]?.coverage ?? 0,
  };
}

/** Candidates whose coverage is at least `share` of the best. */
export const equalsOf = (c: Case, share: number): Candidate[] => c.candidates.filter((candidate) => candidate.coverage >= share * c.coverage);

/** Passage sentences of the window. */
export const windowLines = (c: Case): Line[] => c.analysis.lines.slice(c.window.from, c.window.to);
