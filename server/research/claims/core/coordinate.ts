// Coordination: names in a row and as many numbers in a row pair in order, "A and B were 1 and 2" as well as "1- and 2-fold rises in A and B".
// A word of unknown meaning in the row counts too: its number belongs to nobody.
import type { Mention } from "./mentions";
import type { Quantity } from "./quantities/types";

/** One place of a row: the mentions that start there (one phrase may name two facts), or none known. */
type Place = { start: number; end: number; mentions: Mention[] };

const listed = /^\s*(?:\([^()]*\)\s*)?(?:,|,?\s*(?:and|&|or)\s)\s*(?:the |mean |median |its |a |an |terminal |plasma )*$/i;
const listedNumbers = /^(?:-?\s?,\s?(?:and |or )?|-?\s(?:and|or|&)\s|-?\s?\/\s?)(?:by |a |an )?(?:about |approximately |~)?$/i;
const unknownBefore = /\b([A-Z][\w½/-]*|\w+max)\s?(?:\([^)]*\) )?and (?:the )?$/;
const unknownAfter = /^(?:\s?\([^)]*\))? and (?:the )?(?:[A-Z][\w½/-]*|\w+max)(?= (?:of|by|were|was|values|increased|decreased)|[,.;])/;
const between =
  /^[\s-]*(?:\w+ )?(?:increases?|decreases?|higher|lower|greater|reductions?|rises?|elevations?)?(?: \w+)?(?: (?:in|of|for))?(?: (?:the|mean|median|its|total|systemic))*\s$/i;

/** Numbers that coordination decides: to the mentions of its place, or to null where the name is unknown. */
export function coordinate(sentence: string, named: readonly Mention[], quantities: readonly Quantity[]): Map<Quantity, Mention[] | null> {
  const pairs = new Map<Quantity, Mention[] | null>();
  const places = placesOf(named);
  for (let index = 0; index < places.length; ) {
    const row = rowFrom(sentence, places, index);
    index += row.length;
    const first = row[0];
    const last = row.at(-1);
    if (!first || !last) continue;
    const full: (Place | null)[] = [...row];
    const unknown = unknownAfter.exec(sentence.slice(last.end, last.end + 40));
    if (unknown) full.push(null);
    if (unknownBefore.test(sentence.slice(Math.max(0, first.start - 28), first.start))) full.unshift(null);
    if (full.length < 2) continue;
    const run = runAfter(sentence, quantities, last.end + (unknown?.[0].length ?? 0)) ?? [];
    const numbers = run.length === full.length ? run : runBefore(sentence, quantities, first.start, full.length);
    if (numbers.length !== full.length) continue;
    const assign = (run: readonly Quantity[]): void =>
      run.forEach((quantity, place) => {
        if (!pairs.has(quantity)) pairs.set(quantity, full[place]?.mentions ?? null);
      });
    assign(numbers);
    // "A and B rose by 54% and 31% in the one and by 92% and 47% in the other": a second row of the same length is told of the same names.
    const end = numbers.at(-1)?.end ?? 0;
    const further = quantities.filter((quantity) => quantity.start > end);
    const again = runFrom(sentence, further);
    const start = again[0]?.start ?? 0;
    if (again.length === full.length && start - end < 70 && !named.some((mention) => mention.start >= end && mention.start < start)) assign(again);
  }
  return pairs;
}

function placesOf(named: readonly Mention[]): Place[] {
  const places: Place[] = [];
  for (const mention of named) {
    const last = places.at(-1);
    if (last && mention.start < last.end) last.mentions.push(mention);
    else places.push({ start: mention.start, end: mention.end, mentions: [mention] });
  }
  return places;
}

function rowFrom(sentence: string, places: readonly Place[], index: number): Place[] {
  const row = places.slice(index, index + 1);
  for (const next of places.slice(index + 1)) {
    const last = row.at(-1);
    const repeats = row.some((place) => place.mentions.every((mention) => next.mentions.some((other) => other.fact === mention.fact)));
    if (!last || repeats || !listed.test(sentence.slice(last.end, next.start))) break;
    row.push(next);
  }
  return row;
}

function runAfter(sentence: string, quantities: readonly Quantity[], from: number): Quantity[] | null {
  const first = quantities.findIndex((quantity) => quantity.numberStart >= from);
  if (first < 0 || (quantities[first]?.start ?? 0) - from > 60) return null;
  return runFrom(sentence, quantities.slice(first));
}

function runBefore(sentence: string, quantities: readonly Quantity[], to: number, size: number): Quantity[] {
  const before = quantities.filter((quantity) => quantity.end <= to);
  const run = before.slice(-size);
  const last = run.at(-1);
  if (run.length < size || !last || !between.test(sentence.slice(last.end, to))) return [];
  return runFrom(sentence, run);
}

function runFrom(sentence: string, quantities: readonly Quantity[]): Quantity[] {
  const run = quantities.slice(0, 1);
  for (const next of quantities.slice(1)) {
    // "310 ng/mL (28%) and 2400 ng·h/mL (35%)": what stands in brackets after a number is said of it.
    if (/\($/.test(sentence.slice(0, next.start).trimEnd()) && sentence.slice(run.at(-1)?.end, next.start).trim() === "(") continue;
    const gap = sentence.slice(run.at(-1)?.end, next.start).replace(/\s?\([^()]*\)/g, "");
    if (!listedNumbers.test(gap)) break;
    run.push(next);
  }
  return run;
}
