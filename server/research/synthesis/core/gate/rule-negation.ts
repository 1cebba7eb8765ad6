// What the sentence denies the passage must deny, and what the passage denies the sentence must not affirm.
import { type Case, equalsOf } from "./case";
import { type Finding, finding } from "./finding";
import type { Line } from "./line";
import { type Cue, isStrongCue } from "./negation";
import { directionsOf } from "./opposites";

const closeEnough = 0.6;
const heldShare = 0.75;

function scopeWords(cue: Cue, line: Line): string {
  const last = Math.min(line.tokens.length, cue.at + 5);
  return line.text.slice(line.tokens[cue.at]?.start ?? 0, line.tokens[last - 1]?.end ?? line.text.length);
}

/** "not effective" against "ineffective": the passage denies by the opposite word. */
function deniedByOpposite(cue: Cue, sentence: Line, near: readonly Line[]): boolean {
  const affirmed = sentence.tokens.slice(cue.at + 1, cue.at + 6).flatMap((token) => directionsOf(token.lower));
  if (affirmed.length === 0) return false;
  return near.some((line) =>
    line.tokens.some((token) => directionsOf(token.lower).some((y) => affirmed.some((x) => x.pair === y.pair && x.side !== y.side))),
  );
}

/** Negations of the sentence that the passage does not carry. */
export function checkNegationAdded(c: Case): Finding[] {
  const cues = c.line.cues().filter(isStrongCue);
  if (cues.length === 0) return [];
  const near = c.analysis.lines.slice(Math.max(0, c.window.from - 1), c.window.to + 1);
  const nearCues = near.flatMap((line) => line.cues());
  const anywhere = nearCues.length > 0 || c.analysis.lines.some((line) => line.cues().length > 0) || c.analysis.context.cues().length > 0;
  return cues.flatMap((cue) => {
    const words = scopeWords(cue, c.line);
    if (deniedByOpposite(cue, c.line, near)) return [];
    if (!anywhere) return [finding("negation_absent", true, "{s}: nothing in the cited passage is denied.", words)];
    if (nearCues.length === 0) return [finding("negation_elsewhere", true, "{s}: the part of the passage that says this denies nothing.", words)];
    const shared =
      cue.scope.length === 0 || nearCues.some((other) => other.scope.length === 0 || other.scope.some((stem) => cue.scope.includes(stem)));
    return shared ? [] : [finding("negation_scope", c.window.recall >= closeEnough, "{s}: the passage denies something else.", words)];
  });
}

/** Negations of the passage over words that the sentence affirms. */
export function checkNegationDropped(c: Case): Finding[] {
  const own = c.line.cues();
  const best = equalsOf(c, 0.9);
  if (best.length === 0 || c.coverage < closeEnough) return [];
  for (const candidate of best) {
    const found = droppedFrom(c, candidate.line, own);
    if (found === null) return [];
    if (candidate === best.at(-1)) return [found];
  }
  return [];
}

function droppedFrom(c: Case, line: Line, own: readonly Cue[]): Finding | null {
  for (const cue of line.cues()) {
    if (!isStrongCue(cue) || cue.scope.length < 2) continue;
    const held = cue.scope.filter((stem) => c.line.keys.has(stem));
    if (held.length < 2 || held.length < heldShare * cue.scope.length) continue;
    if (own.length > 0) continue;
    return finding("negation_dropped", true, "The passage says {p}; the sentence leaves the denial out.", held.join(" "), scopeWords(cue, line));
  }
  return null;
}

/** Denials of another thing than the passage's: "no link between smoking and cancer" where it denies one between coffee and cancer. */
export function checkNegationMoved(c: Case): Finding[] {
  if (c.coverage < closeEnough) return [];
  const cues = c.line.cues().filter(isStrongCue);
  for (const { line } of equalsOf(c, 0.9)) {
    const found = cues.flatMap((cue) => movedIn(cue, c.line, line));
    if (found.length === 0) return [];
    if (line === equalsOf(c, 0.9).at(-1)?.line) return found.slice(0, 1);
  }
  return [];
}

function movedIn(cue: Cue, own: Line, line: Line): Finding[] {
  const scopes = line.cues().filter(isStrongCue);
  const denied = new Set(scopes.flatMap((other) => other.scope));
  const nearest = scopes.find((other) => other.scope.filter((stem) => cue.scope.includes(stem)).length >= 2);
  const affirmed = cue.scope.find((stem) => !denied.has(stem) && line.keys.has(stem));
  const other = nearest?.scope.find((stem) => !own.keys.has(stem));
  if (!nearest || affirmed === undefined || other === undefined) return [];
  return [finding("negation_moved", true, "{s}: the passage denies {p}.", scopeWords(cue, own), scopeWords(nearest, line))];
}
