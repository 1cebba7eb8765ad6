// The publish gate for one sentence: is it carried by a cited passage? Sound only for sentences written from their passage: it is no test of
// truth. It withholds paraphrase, synonyms and inference over sentences; it cannot see roles exchanged in free wording, an added clause of
// common words, a plan told as a fact, or the right predicate on another subject of the context.
import type { GateVerdict } from "../../schema";
import { type Analysis, analyse } from "./analyse";
import { makeCase } from "./case";
import { type Finding, finding } from "./finding";
import { type Line, makeLine } from "./line";
import { normalise, stripMarks } from "./normalise";
import { checkBinding } from "./rule-binding";
import { checkClasses } from "./rule-classes";
import { checkClauses } from "./rule-clause";
import { checkCompany } from "./rule-company";
import { checkCrossing } from "./rule-crossing";
import { checkDirections } from "./rule-direction";
import { checkExchange } from "./rule-exchange";
import { checkFigures } from "./rule-figure";
import { checkLoss } from "./rule-loss";
import { checkNames } from "./rule-names";
import { checkNegationAdded, checkNegationDropped, checkNegationMoved } from "./rule-negation";
import { checkMonths, checkNumbers } from "./rule-numbers";
import { checkOwnership } from "./rule-ownership";
import { checkPairs } from "./rule-pairs";
import { checkSkips } from "./rule-skip";
import { checkSlots } from "./rule-slots";
import { checkSwaps } from "./rule-swaps";
import { checkWords } from "./rule-words";
import { scoreOf, signalsOf, thresholds } from "./score";
import { findVerbatim } from "./verbatim";

export type GatePassage = { text: string; context?: string } | Analysis;
export type GateOptions = { /** Thresholds for safety, dosing and legal facts. */ strict?: boolean };

const mostWords = 400;

const isAnalysis = (passage: GatePassage): passage is Analysis => "postings" in passage;

/**
 * Checks a sentence against its cited passages one by one; it passes if one of them carries it alone. Pass an `Analysis` where a passage is
 * cited more than once. Never throws; an empty list of passages is a blocking finding.
 */
export function checkSentence(sentence: string, passages: readonly GatePassage[], options: GateOptions = {}): GateVerdict {
  const line = makeLine(stripMarks(normalise(sentence)));
  const verdicts = passages.map((passage) => checkAgainst(line, isAnalysis(passage) ? passage : analyse(passage.text, passage.context), options));
  const best = verdicts.reduce<GateVerdict | null>((a, b) => (a === null || better(b, a) ? b : a), null);
  if (best === null)
    return {
      publish: false,
      verbatim: false,
      score: 0,
      recall: 0,
      findings: [finding("no_passage", true, "No passage is cited.", line.text.slice(0, 80))],
    };
  return passages.length > 1 && !best.publish ? { ...best, findings: best.findings.map((one) => nameEvery(one, verdicts)) } : best;
}

function better(a: GateVerdict, b: GateVerdict): boolean {
  if (a.publish !== b.publish) return a.publish;
  if (a.verbatim !== b.verbatim) return a.verbatim;
  return a.score > b.score;
}

/** "is not in the cited passage" becomes "is in none of the cited passages" where that is so. */
function nameEvery(one: Finding, verdicts: readonly GateVerdict[]): Finding {
  const everywhere = verdicts.every((verdict) =>
    verdict.findings.some((other) => other.rule === one.rule && other.sentenceWords === one.sentenceWords),
  );
  return everywhere ? { ...one, reason: one.reason.replace("is not in the cited passage", "is in none of the cited passages") } : one;
}

function checkAgainst(line: Line, analysis: Analysis, options: GateOptions): GateVerdict {
  const verbatim = findVerbatim(line.text, analysis.flat());
  if (verbatim.kind === "whole") return { publish: true, verbatim: true, score: 1, recall: 1, findings: [] };
  if (line.items.length > mostWords)
    return {
      publish: false,
      verbatim: false,
      score: 0,
      recall: 0,
      findings: [finding("too_long", true, `A sentence of more than ${mostWords} words cannot be checked.`, line.text.slice(0, 80))],
    };
  const c = makeCase(line, analysis);
  const findings = [
    ...(verbatim.kind === "part"
      ? [
          finding(
            "cut",
            true,
            "The passage's sentence goes on with {p}, which changes what it says.",
            line.text.slice(0, 80),
            verbatim.cut.slice(0, 160),
          ),
        ]
      : []),
    ...checkNumbers(c),
    ...checkMonths(c),
    ...checkNames(c, options.strict),
    ...checkNegationAdded(c),
    ...checkNegationDropped(c),
    ...checkNegationMoved(c),
    ...checkSkips(c),
    ...checkDirections(c),
    ...checkSlots(c),
    ...checkWords(c),
    ...checkSwaps(c),
    ...checkClasses(c),
    ...checkOwnership(c),
    ...checkExchange(c),
    ...checkFigures(c),
    ...checkLoss(c),
    ...checkPairs(c),
    ...checkCompany(c),
    ...checkClauses(c),
    ...checkCrossing(c),
    ...checkBinding(c),
  ];
  const score = scoreOf(signalsOf(c, findings));
  const blocked = findings.some((one) => one.blocking);
  const needed = options.strict ? thresholds.strict : thresholds.default;
  const publish = !blocked && score >= needed.score && c.window.recall >= needed.recall;
  return { publish, verbatim: false, score, recall: c.window.recall, findings };
}
