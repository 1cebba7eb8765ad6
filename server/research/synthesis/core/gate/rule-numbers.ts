// Presence of every number, year, month, unit and bound of the sentence in the passage.
import type { Case } from "./case";
import { type Finding, finding } from "./finding";
import { matchQuantity } from "./match-quantity";
import type { Quantity } from "./quantities";

/** Small counts in words are often the writer's own: "for two reasons". */
const closeEnough = 0.6;
const ownCountUpTo = 3;

/** Numbers the passage lacks, has with another unit, or bounds otherwise. */
export function checkNumbers(c: Case): Finding[] {
  return c.line.quantities.flatMap((q, index) => {
    const best = c.places[index]?.best;
    if (!best) return [];
    const close = c.window.recall >= closeEnough;
    if (best.grade === "none") return absent(q, close);
    if (best.grade === "clash") return [finding("unit_clash", true, "{s} stands in the passage with another unit: {p}.", q.text, nearest(c, q))];
    if (best.grade === "bare" && q.unit !== null)
      return [finding("unit_absent", close, "{s} stands in the passage without that unit.", q.text, nearest(c, q))];
    if (best.comparator === "opposite")
      return [finding("comparator_opposite", true, "{s} is bounded the other way in the passage: {p}.", bounded(q), nearest(c, q))];
    if (best.comparator === "added")
      return [finding("comparator_added", true, "{s} is a plain figure in the passage: {p}.", bounded(q), nearest(c, q))];
    if (best.comparator === "dropped") return [finding("comparator_dropped", false, "{s} is bounded in the passage: {p}.", q.text, nearest(c, q))];
    return [];
  });
}

function absent(q: Quantity, close: boolean): Finding[] {
  const year = q.kind === "year" || q.kind === "decade";
  const ownCount = q.inWords && (q.value <= ownCountUpTo || q.kind === "ordinal");
  const blocking = year || !ownCount || (close && q.value !== 1);
  return [finding(year ? "year_absent" : "number_absent", blocking, "{s} is not in the cited passage.", q.text)];
}

function bounded(q: Quantity): string {
  if (!q.comparator) return q.text;
  return /^(?:of|old|or|and|\+)/.test(q.comparator.text) ? `${q.text} ${q.comparator.text}` : `${q.comparator.text} ${q.text}`;
}

/** The passage's words for the figure that came nearest. */
function nearest(c: Case, q: Quantity): string {
  for (const line of c.analysis.lines) {
    for (const p of line.quantities) {
      if (matchQuantity(q, p).grade !== "none") return bounded(p);
    }
  }
  return "";
}

/** Months of the sentence that neither passage nor context name. */
export function checkMonths(c: Case): Finding[] {
  const months = c.line.months();
  if (months.size === 0) return [];
  const known = new Set<number>(c.analysis.context.months().values());
  for (const line of c.analysis.lines) for (const month of line.months().values()) known.add(month);
  const numeric =
    c.analysis.lines.some((line) => /\d{4}-\d\d-\d\d|\d\/\d{1,2}\/\d/.test(line.text)) || /\d{4}-\d\d|\d\/\d{1,2}\/\d/.test(c.analysis.context.text);
  return [...months].flatMap(([at, month]) => {
    if (known.has(month) || (numeric && hasNumericMonth(c, month))) return [];
    return [finding("month_absent", true, "{s} is not in the cited passage.", c.line.tokens[at]?.text ?? "")];
  });
}

function hasNumericMonth(c: Case, month: number): boolean {
  const two = String(month).padStart(2, "0");
  const shapes = new RegExp(`\\d{4}-${two}(?:-|\\b)|\\b0?${month}/\\d{1,2}/\\d|\\d/0?${month}/\\d`);
  return shapes.test(c.analysis.context.text) || c.analysis.lines.some((line) => shapes.test(line.text));
}
