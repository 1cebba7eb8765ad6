// Joins neighbouring atoms: tolerances (12 ± 3 mg), ranges (4 to 6 h, between 5 and 9 %), changes (from 5 to 14 h), and lists that share their last
// unit (10, 20 and 40 mg).
import { scanUnit } from "../unit-scan";
import { convert, dimensionOf, isValidUnit } from "../units";
import type { Atom } from "./types";

export type Joined = {
  atoms: Atom[];
  from: number;
  to: number;
  range: boolean;
  change: boolean;
  sd?: number;
  lead: "from" | "between" | "range" | null;
  highOp: string;
};

const tolerance = /^\s?(?:±|\+\/[-−]|\+-|∓)\s?$/;
const dash = /^\s?(?:[-–—−~]|\.\.\.?|…)\s?$/;
const toWord =
  /^(?:\s?(?:to|through|up to|until|thru)\s?|\s?-?\s?(?:to|through)\s|-\s?to\s?)(?:about |approximately |~|as much as |as high as |almost |nearly )?([<>≤≥])?\s?$/;
const hanging = /^-\s(?:to|or|and)\s$/;
const andWord = /^\s(?:and|&)\s(?:about |approximately |~)?$/;
const listGap =
  /^(?:\s?[,;/×x]\s?(?:and |or |to )?|\s(?:and|or|vs\.?|versus|to|&)\s(?:about |approximately )?|-,?\s(?:and|or|to)?\s?|,\s)[~<>≤≥]?\s?$/;
const changeVerb =
  /\b(?:increas|decreas|reduc|ris|rose|fell|fall|drop|declin|titrat|chang|improv|shorten|lengthen|prolong|grew|grow|went|mov|shift|lower|rais|extend|expand|convert|switch)\w*\b[^.;]{0,60}$/i;

/** Groups of atoms in order, each one quantity. `text` is normalised and masked. */
export function joinAtoms(text: string, source: readonly Atom[]): Joined[] {
  const atoms = source.map((atom) => ({ ...atom }));
  shareUnits(text, atoms);
  const groups: Joined[] = [];
  for (let index = 0; index < atoms.length; index++) {
    const first = takeTolerance(text, atoms, index);
    index = first.index;
    const lead = leadBefore(text, first.atom.from);
    const link = linkTo(text, atoms, index, first.atom, lead);
    if (!link) {
      groups.push({
        atoms: [first.atom],
        from: first.atom.from,
        to: first.atom.to,
        range: false,
        change: false,
        sd: first.atom.sd,
        lead: null,
        highOp: "",
      });
      continue;
    }
    const second = takeTolerance(text, atoms, index + 1);
    index = second.index;
    lendUnit(first.atom, second.atom);
    const change = lead?.kind === "from" && changeVerb.test(text.slice(Math.max(0, lead.start - 80), lead.start));
    groups.push({
      atoms: [first.atom, second.atom],
      from: lead && lead.kind !== "range" ? lead.start : first.atom.from,
      to: second.atom.to,
      range: true,
      change,
      lead: lead?.kind ?? null,
      highOp: link.op,
    });
  }
  return groups;
}

function takeTolerance(text: string, atoms: readonly Atom[], index: number): { atom: Atom; index: number } {
  const atom = atoms[index] as Atom;
  const next = atoms[index + 1];
  const bracketed = next ? takeBracketed(text, atom, next) : null;
  if (bracketed) return { atom: bracketed, index: index + 1 };
  if (!next || !tolerance.test(text.slice(atom.to, next.from))) return { atom, index };
  const unit = atom.unit?.own ? atom.unit : (next.unit ?? atom.unit);
  const sd = next.unit && unit && next.unit.code !== unit.code ? (convert(next.value, next.unit.code, unit.code) ?? next.value) : next.value;
  return { atom: { ...atom, unit, to: next.to, sd: Math.abs(sd), plain: false }, index: index + 1 };
}

// "245 (67) ng/mL": the deviation stands in brackets between the number and its unit.
function takeBracketed(text: string, atom: Atom, next: Atom): Atom | null {
  if (atom.unit?.own || !/^\s?\(\s?(?:±\s?)?$/.test(text.slice(atom.end, next.from)) || text.charAt(next.to) !== ")") return null;
  const at = next.to + (text.charAt(next.to + 1) === " " ? 2 : 1);
  const unit = scanUnit(text, at);
  if (!unit || unit.weak || !isValidUnit(unit.code)) return null;
  const share = next.unit?.code === "%";
  if (next.unit?.own && !share) return null;
  const raw = text.slice(at, unit.end);
  return {
    ...atom,
    plain: false,
    to: unit.end,
    unit: { code: unit.code, start: at, end: unit.end, raw, own: true },
    ...(share ? {} : { sd: Math.abs(next.value) }),
  };
}

type Lead = { kind: "from" | "between" | "range"; start: number };

function leadBefore(text: string, at: number): Lead | null {
  const left = text.slice(Math.max(0, at - 24), at);
  const match = /\b(from|between|ranging from|range(?:s|d)? from|range(?:s|d)? between|range(?: of|:)?)\s(?:about |approximately |~|≈)?$/i.exec(left);
  if (!match) return null;
  const word = match[1]?.toLowerCase() ?? "";
  const kind = word.startsWith("rang") ? "range" : word === "between" ? "between" : "from";
  return { kind, start: at - left.length + match.index };
}

function linkTo(text: string, atoms: readonly Atom[], index: number, first: Atom, lead: Lead | null): { op: string } | null {
  const next = atoms[index + 1];
  if (!next) return null;
  const gap = text.slice(first.to, next.from);
  if (gap.length > 28) return null;
  if (!compatible(first, next)) return null;
  const word = toWord.exec(gap);
  if (word && !isListOfPairs(text, first, next)) return { op: word[1] ?? "" };
  if (hanging.test(gap) && /to/.test(gap)) return { op: "" };
  if (lead && (lead.kind === "between" || lead.kind === "range") && andWord.test(gap)) return { op: "" };
  const signed = gap === "" && /^[-−–]/.test(text.slice(next.start, next.start + 1)) && !next.word;
  if (signed) return null;
  if (!dash.test(gap)) return null;
  if (first.word && next.word && gap === "-") return null;
  if (!first.unit && !next.unit && gap === "-" && first.plain && next.plain && first.value >= next.value) return null;
  return { op: "" };
}

function compatible(first: Atom, next: Atom): boolean {
  if (!first.unit || !next.unit) return !first.unit || !next.plain || first.unit.code.startsWith("{") || first.unit.code === "%";
  return dimensionOf(first.unit.code) === dimensionOf(next.unit.code);
}

// "1 to 1": a ratio of whole numbers is no interval.
function isListOfPairs(text: string, first: Atom, next: Atom): boolean {
  return (
    !first.unit &&
    !next.unit &&
    first.plain &&
    next.plain &&
    first.value === 1 &&
    next.value === 1 &&
    /\bratio\b/i.test(text.slice(Math.max(0, first.from - 30), first.from))
  );
}

function lendUnit(first: Atom, second: Atom): void {
  if (!first.unit && second.unit) first.unit = { ...second.unit, own: false };
  else if (!second.unit && first.unit && (/^[{%]/.test(first.unit.code) || first.unit.start < first.start))
    second.unit = { ...first.unit, own: false };
}

// The last item of a list owns the unit; the bare ones before it borrow it.
function shareUnits(text: string, atoms: Atom[]): void {
  for (let index = atoms.length - 2; index >= 0; index--) {
    const atom = atoms[index];
    const next = atoms[index + 1];
    if (!atom || !next || atom.unit || !next.unit || atom.word !== next.word) continue;
    if (next.unit.start < next.start || /^\{/.test(next.unit.code)) continue;
    const gap = text.slice(atom.to, next.from);
    if (listGap.test(gap) || toWord.test(gap) || dash.test(gap) || hanging.test(gap)) {
      // "odds ratio 1.58, 95% CI 1.26 to 1.98": the percentage is the interval's own.
      if (/^\s?(?:CI|CrI|confidence|credible|prediction)\b/i.test(text.slice(next.to, next.to + 14))) continue;
      const years = atom.plain && atom.value >= 1900 && atom.value <= 2100 && next.value < 1000;
      if (!years) atom.unit = { ...next.unit, own: false };
    }
  }
}
