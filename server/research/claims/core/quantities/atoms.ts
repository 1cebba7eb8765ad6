// Joins each number to the unit or currency that stands with it, and drops numbers that only label a noun ("type 2", "phases 3, 5 and 7").
import { unitFacts } from "../unit-library";
import { scanUnit } from "../unit-scan";
import { currencyAfter, currencyBefore } from "./currency";
import type { Atom, NumberToken } from "./types";

const labelNoun =
  /\b(?:types?|phases?|grades?|stages?|class(?:es)?|groups?|cohorts?|categor(?:y|ies)|levels?|steps?|experiments?|cases?|patients?|animals?|samples?|stud(?:y|ies)|trials?|models?|lines?|lanes?|chromosomes?|exons?|mutations?|clusters?|questions?|items?|visits?|days?|weeks?|cycles?|arms?|parts?|periods?|regions?|sites?|scenarios?|runs?|rounds?|tiers?|schedules?|channels?|versions?|releases?|generations?|South|numbers?|numbered|complex(?:es)?|compounds?|fractions?|columns?|rows?|ax[ei]s|clones?|months?|beds?|cores?|assemblages?|positions?|residues?|rings?|loops?|isomers?|modes?|batch|lot|room|factor|layers?|units?|zones?|nodes?|beams?|methods?|examples?|problems?|hypothes[ei]s|objectives?|aims?|criteri(?:on|a)|option|quarter|Article|Rule|Form|Act|Schedule|Title|Psalms?|Romans|Genesis|Matthew|Mark|Luke|John|Acts) (?=$)/i;
const numericLabels =
  /\b(?:levels?|periods?|runs?|cases?|patients?|samples?|animals?|stud(?:y|ies)|trials?|models?|factor|units?|days?|weeks?|months?|cycles?|visits?|layers?|sites?|modes?|regions?|groups?|nodes?|lines?|numbers?|methods?|rounds?|experiments?|quarter|objectives?) $/i;
const listGap = /^(?:\s?,\s?(?:and|or)?\s?|\s(?:and|or|to|vs\.?|versus|through)\s|\s?[–&/-]\s?)$/;

/** Numbers with their units, in order. `text` is normalised and masked. */
export function buildAtoms(text: string, tokens: readonly NumberToken[]): Atom[] {
  const atoms: Atom[] = [];
  let labelled = -1;
  for (const token of tokens) {
    // The 1.73 of "mL/min/1.73 m2" and the 100 of "/100 mL" belong to the unit before.
    if (token.start < (atoms.at(-1)?.to ?? 0)) continue;
    const atom = withUnit(text, token);
    const before = text.slice(Math.max(0, token.start - 24), token.start);
    const follows = labelled >= 0 && listGap.test(text.slice(labelled, token.start));
    const isLabel = !atom.unit && ((token.plain && labels(token.value, before, text.slice(token.end, token.end + 12))) || follows);
    if (isLabel) {
      labelled = token.end;
      continue;
    }
    labelled = -1;
    if (atom.unit || stands(text, atom)) atoms.push(atom.unit ? atom : withOwnUnit(text, atom));
  }
  return atoms;
}

const notNames =
  /^(?:Of|In|At|By|To|The|About|Approximately|Around|Over|Under|Between|From|For|With|Within|After|Before|Every|Each|All|Only|Some|Nearly|Almost|Up|Than|Least|Most|And|Or|But|If|When|While|Day|Week|Month|Up|Has|Have|Had|Is|Was|Are|Were|These|Those|Another|Per|CI|SD|SE|SEM|CV|OR|HR|RR|MD|AUC|IQR|AND|OR|TO|OF|IN|AT|MG|DOSE|ABOUT|UP|THAN|AGE|AGED|USD|EUR|GBP|CHF|JPY)$/;

// "Voyager 2", "OAE 2", "ISO 1183": a capitalised word inside a sentence, or an acronym, before a bare number that nothing follows.
function isNumberedName(before: string, after: string): boolean {
  const word = /(?:^|[\s(])([A-Z][A-Za-z]*) $/.exec(before)?.[1];
  if (word === undefined || notNames.test(word) || /^\s?(?:[-–—/±×~<>=%]|to )\s?[<>~]?\d/.test(after)) return false;
  const acronym = /^[A-Z]{2,}$/.test(word);
  const inside = /[a-z,;] [A-Z][A-Za-z]* $/.test(before) || acronym;
  return inside && (acronym || /^[A-Z][a-z]{3,}$/.test(word)) && !/^ (?:[a-z]{3,}s\b|\w+ (?:patients|subjects))/.test(after) && !/^\s?%/.test(after);
}

// "at level 3" is a label; "levels 12.4" or "patients 18 to 65 years" are not decided by the noun alone.
function labels(value: number, before: string, after: string): boolean {
  if (isNumberedName(before, after)) return true;
  if (value >= 1000 || !labelNoun.test(before)) return false;
  if (
    /\b(?:of|in|for|with|than|about|aged?|per|these|those|the other|all) (?:\w+s )$/i.test(before) &&
    /s $/.test(before) &&
    numericLabels.test(before)
  )
    return false;
  return !(numericLabels.test(before) && /^ (?:[a-z]{3,}s\b|to \d)/.test(after) && !/^ (?:is|was|has|does|trials?)\b/.test(after));
}

function withUnit(text: string, token: NumberToken): Atom {
  const bare: Atom = { ...token, from: token.start, to: token.end };
  const money = currencyBefore(text, token.start) ?? null;
  if (money) {
    const per = currencyAfter(text, token.end, money.code);
    const end = per?.end ?? token.end;
    const value = token.value * (per?.times ?? 1) * money.sign;
    const code = per?.code ?? money.code;
    return {
      ...token,
      value,
      plain: false,
      from: money.start,
      to: end,
      unit: { code, start: money.start, end: token.start, raw: text.slice(money.start, token.start), own: true },
    };
  }
  const named = currencyAfter(text, token.end, null);
  if (named)
    return {
      ...bare,
      plain: false,
      value: token.value * named.times,
      to: named.end,
      unit: { code: named.code, start: token.end, end: named.end, raw: text.slice(token.end, named.end).trim(), own: true },
    };
  if (text.charAt(token.end) === '"' && isInchMark(text, token)) {
    const end = token.end + 1;
    return { ...bare, plain: false, to: end, unit: { code: "[in_i]", start: token.end, end, raw: '"', own: true } };
  }
  const gap = /^(?:\)?[ \u00a0]{0,2}-?|\n|-[ ])/.exec(text.slice(token.end, token.end + 2))?.[0] ?? "";
  const article = token.word && token.value < 1 ? (/^ (?:of )?an? /.exec(text.slice(token.end, token.end + 8))?.[0].length ?? 0) : 0;
  for (const skip of new Set([gap.length, 0, article])) {
    const unit = unitAt(text, token, token.end + skip, skip);
    if (unit) return { ...bare, to: unit.end, unit };
  }
  return bare;
}

// The mark after a number is an inch unless it closes a quotation.
function isInchMark(text: string, token: NumberToken): boolean {
  const before = text.slice(Math.max(0, token.start - 300), token.start).replace(/\d"/g, "");
  return !token.word && before.split('"').length % 2 === 1 && /^"(?:$|[\s,.;)x×-])/.test(text.slice(token.end, token.end + 2));
}

function unitAt(text: string, token: NumberToken, at: number, gap: number): Atom["unit"] | null {
  const glue = text.slice(token.end, at);
  if (glue.startsWith(")")) return null;
  const scanned = scanUnit(text, at);
  if (!scanned || !unitFacts(scanned.code)) return null;
  const raw = text.slice(at, scanned.end);
  const next = text.slice(scanned.end, scanned.end + 12);
  if (scanned.weak && gap > 0) {
    const decided =
      (raw === "C" || raw === "F" || raw === "V" || raw === "W" || raw === "U" || raw === "d") &&
      /^(?:$|[\s]?[.,;:)!/]|\s(?:and|or|to|for|in|on|at|by|per|with|versus|vs|was|is|were|from|outside|of|once|twice|every|bid|daily)\b)/.test(next);
    const tonnes = raw === "t" && token.value >= 10;
    const inches = raw === "in" && /^(?:$|\.?\s*$|[.,;)]|\s(?:thick|wide|long|deep|high|tall|in|by|diameter|of)\b)/.test(next);
    if (!decided && !inches && !tonnes && !isMeasuredIn(text.slice(Math.max(0, token.start - 60), token.start), raw)) return null;
  }
  if (scanned.letter && gap === 0 && token.plain && token.value < 10 && raw !== "C" && raw !== "d") return null;
  if (glue === "-" && /^[A-Z]{1,3}$/.test(raw) && !/^(?:V|W|K|MW|KW|GB|MB|Hz|Da)$/.test(raw)) return null;
  if (raw === "a" || (raw === "in" && gap > 0 && /^\s[a-z]/.test(next) && !/^\s(?:thick|wide|long|deep|high|tall|in|by|diameter|of)\b/.test(next)))
    return null;
  if (/^(?:second|foot|bar|degree|unit|pound|cup|mole|bit|minute)s?$/i.test(raw) && token.word && token.value === 1 && raw === "second") return null;
  if (/^(?:units?|cups?)$/i.test(raw) && /^\s?(?:cells?|test)/.test(next)) return null;
  return { code: scanned.code, start: at, end: scanned.end, raw, own: true };
}

const measuredIn: Readonly<Record<string, RegExp>> = {
  A: /\b(?:currents?|fuse|amperage|ampacity)\b/i,
  T: /\b(?:magnet|magnets|magnetic|fields?|flux density|scanner)\b/i,
  N: /\b(?:forces?|load|thrust|tension)\b/i,
};

/** "A current of 16 A": what is measured tells a single letter from a name. */
const isMeasuredIn = (before: string, symbol: string): boolean => measuredIn[symbol]?.test(/[^.;]*$/.exec(before)?.[0] ?? "") ?? false;

function withOwnUnit(text: string, atom: Atom): Atom {
  const next = text.slice(atom.end, atom.end + 24);
  const symbol = bearsUnknownUnit(text, atom, next) ? /^[A-Z][a-z]{0,2}/.exec(next)?.[0] : undefined;
  if (symbol === undefined) return atom;
  const end = atom.end + symbol.length;
  return { ...atom, to: end, unit: { code: `{${symbol}}`, start: atom.end, end, raw: symbol, own: true } };
}

// "1.4Rp", "at 5Rp": a unit of the text's own.
function bearsUnknownUnit(text: string, atom: Atom, next: string): boolean {
  if (!atom.plain) return /^[A-Z][a-z]{0,2}(?![\w])/.test(next);
  return (
    /^[A-Z][a-z](?![\w])/.test(next) && /\b(?:at|to|below|above|near|by|than|least|of) $/.test(text.slice(Math.max(0, atom.start - 8), atom.start))
  );
}

// A bare number must not be the beginning of a name: "5-HT", "3A", "2-methyl".
function stands(text: string, atom: Atom): boolean {
  const next = text.slice(atom.end, atom.end + 24);
  if (/^[\p{L}_]/u.test(next) && !atom.word) return /^(?:x|×)(?:\s|$)/.test(next) || bearsUnknownUnit(text, atom, next);
  if (/^['"](?:\p{L}|,)/u.test(next) && !atom.word) return false;
  const hyphened = /^[-–]([A-Za-z]+)/.exec(next)?.[1];
  if (hyphened !== undefined && !atom.word)
    return /^(?:item|point|step|fold|sigma|person|member|way|week|strong|plus|to|and|or|ish|page|part|patient)$/.test(hyphened);
  return true;
}
