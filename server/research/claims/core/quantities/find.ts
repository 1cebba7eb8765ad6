// Finds the quantities of a text. Order: normalise, mask, dates, numbers, units, tolerances and ranges, operators, kinds. Time grows linearly.
import { findDates } from "../dates";
import { normalise } from "../normalise";
import { convert, dimensionOf } from "../units";
import { buildAtoms } from "./atoms";
import { type Joined, joinAtoms } from "./join";
import { kindOf } from "./kinds";
import { maskNumbers } from "./mask";
import { findNumbers } from "./numbers";
import { readOperators } from "./operators";
import type { Atom, Quantity } from "./types";

/** Every quantity of `text` in order; `text.slice(start, end) === raw`. */
export function findQuantities(text: string): Quantity[] {
  const plain = normalise(text);
  const spaced = plain.replace(/[\u00a0\t\r]/g, (blank) => (blank === "\u00a0" ? blank : " "));
  let masked = maskNumbers(spaced);
  // A year that belongs to a citation is hidden by now; a date of digits and stops was hidden as a version and stays.
  const dates = findDates(text).filter((date) => !masked.slice(date.start, date.end).includes("\ue000") || /\d[./-]\d/.test(date.raw));
  for (const date of dates)
    masked = masked.slice(0, date.start) + masked.slice(date.start, date.end).replace(/\d/g, "\ue000") + masked.slice(date.end);
  const atoms = buildAtoms(masked, findNumbers(masked));
  const found = joinAtoms(masked, atoms).map((joined) => toQuantity(text, masked, joined));
  for (const date of dates) {
    if (/century/i.test(date.raw)) continue;
    found.push({
      raw: date.raw,
      start: date.start,
      end: date.end,
      kind: date.value.precision === "year" ? "year" : "date",
      op: "=",
      approx: false,
      unit: "1",
      dimension: "1",
      numberStart: date.start,
      numberEnd: date.end,
    });
  }
  return found.sort((a, b) => a.start - b.start);
}

function toQuantity(text: string, masked: string, joined: Joined): Quantity {
  const first = joined.atoms[0] as Atom;
  const last = joined.atoms.at(-1) as Atom;
  const unit = last.unit ?? first.unit ?? acidity(masked, joined.from);
  const { kind, noun } = kindOf(masked, { ...last, unit }, joined.from, joined.to);
  const around = readOperators(masked, joined.from, joined.to, kind === "duration");
  const code = unit?.code ?? "1";
  const start = Math.min(around.start, unit?.start ?? around.start);
  const sd = joined.range ? undefined : first.sd;
  return {
    raw: text.slice(start, around.end),
    start,
    end: around.end,
    kind,
    ...(joined.range ? { low: inUnit(first, code), high: last.value } : { value: first.value }),
    op: joined.range ? "=" : around.op,
    approx: around.approx,
    ...(sd === undefined ? {} : { sd }),
    ...(unit ? { unitRaw: text.slice(unit.start, unit.end) } : {}),
    unit: code,
    dimension: dimensionOf(code),
    ...(noun === undefined ? {} : { noun }),
    ...(joined.change ? { change: true } : {}),
    numberStart: first.start,
    numberEnd: last.end,
  };
}

// The name of the scale stands before its number: "pH 7.4".
function acidity(masked: string, at: number): Atom["unit"] {
  const named = /\bpH ?(?:of |= ?|[~≈<>≤≥]{1,2} ?)?$/.exec(masked.slice(Math.max(0, at - 10), at));
  if (!named) return undefined;
  const start = at - named[0].length;
  return { code: "[pH]", start, end: start + 2, raw: "pH", own: true };
}

// "30 min to 2 h" is stored in the unit of its upper end.
function inUnit(atom: Atom, code: string): number {
  return atom.unit && atom.unit.code !== code ? (convert(atom.value, atom.unit.code, code) ?? atom.value) : atom.value;
}
