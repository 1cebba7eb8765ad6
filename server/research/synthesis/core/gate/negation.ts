// Negation cues and the words they deny. "Not only" and "no more than" deny nothing.
import type { Token } from "./tokens";

export type Cue = { at: number; text: string /** Stems of the content words in its scope. */; scope: string[] };

const cues: ReadonlySet<string> = new Set(
  (
    "not no never none neither nor cannot without unable lack lacks lacked lacking absence absent fail fails failed failing failure deny denies denied denying " +
    "rarely seldom hardly unlikely except excluding exclude excludes excluded nobody nothing nowhere false untrue refuse refuses refused"
  ).split(" "),
);
/** A cue that names a thing ("kidney failure", "rarely") rather than denies what follows. */
const weakCues: ReadonlySet<string> = new Set([
  "failure",
  "failing",
  "absent",
  "false",
  "fail",
  "fails",
  "failed",
  "refuse",
  "refuses",
  "refused",
  "exclude",
  "excludes",
  "excluded",
]);
const afterNot: ReadonlySet<string> = new Set(["only", "just", "necessarily", "merely", "simply", "least", "to", "even"]);
const bounding = /^(?:more|less|fewer|greater|later|longer|higher|lower|earlier|older|younger|above|below)$/;
const scopeEnds: ReadonlySet<string> = new Set('but because which who whom if unless although though while whereas however , . ; : ( ) "'.split(" "));
const scopeLength = 7;

export const isNegated = (token: Token): boolean => cues.has(token.lower) || (token.kind === "word" && token.lower.endsWith("n't"));

function isCue(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || token.hyphenBefore || !isNegated(token)) return false;
  const next = tokens[at + 1];
  const after = next?.lower ?? "";
  if (token.lower === "no") {
    if (after === "." || after === "doubt" || next?.kind === "number") return false;
    return !(bounding.test(after) && tokens[at + 2]?.lower === "than") && after !== "matter";
  }
  if (token.lower === "not") {
    if (afterNot.has(after)) return after === "to" || after === "even";
    if (bounding.test(after) && tokens[at + 2]?.lower === "than") return false;
    return !/^(?:exceeding|exceed|above|below)$/.test(after);
  }
  if (token.lower === "failure") return tokens[at + 1]?.lower === "to";
  return true;
}

/** Cues of a sentence in order, each with the stems it denies: the next content words up to a break, at most seven. */
export function findCues(tokens: readonly Token[]): Cue[] {
  const found: Cue[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || !isCue(tokens, at)) continue;
    const scope: string[] = [];
    for (let k = at + 1; k < tokens.length && scope.length < scopeLength; k++) {
      const next = tokens[k];
      if (!next || (scopeEnds.has(next.lower) && !(next.text === "." && next.glued && tokens[k + 1]?.glued))) break;
      if ((next.kind === "word" && !next.stop && !isNegated(next)) || next.kind === "number") scope.push(next.stem);
    }
    found.push({ at, text: token.text, scope });
  }
  return found;
}

/** True for cues that are safe to demand of a passage; "failed" and "excluded" have too many synonyms without a cue. */
export const isStrongCue = (cue: Cue): boolean => !weakCues.has(cue.text.toLowerCase());
