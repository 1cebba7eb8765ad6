// Which population, route, matrix and so on a value is stated for. A phrase right after the value wins; else the last one before it since the
// previous value; else the words bound to the attribute; else the lead of the clause or sentence.
import type { ComparabilityKey } from "../../categories/schema";
import type { DateValue, Qualifiers } from "../schema";
import { clauseAt, findClauses } from "./clauses";
import { findDates } from "./dates";
import { qualifierWords } from "./qualifier-words";
import type { Quantity } from "./quantities/types";

export type Mark = { key: ComparabilityKey; value: string; start: number; end: number };
/** One value in a sentence: its own offsets, those of the words naming its fact, and the end of the value before it. */
export type Anchor = { start: number; end: number; mention: { start: number; end: number } | null; previousEnd: number };

const ownToItem: ReadonlySet<ComparabilityKey> = new Set(["matrix", "statistic", "phase", "analyte"]);
const stayLeft: ReadonlySet<ComparabilityKey> = new Set(["statistic", "phase"]);
const sentenceWide: ReadonlySet<ComparabilityKey> = new Set(["route", "dose", "form", "species", "partner"]);
const noImpairment = new Set(["normal renal function", "normal hepatic function"]);

/** All qualifier phrases of a sentence, left to right; doses are read from its quantities. */
export function findMarks(sentence: string, quantities: readonly Quantity[]): Mark[] {
  const marks: Mark[] = [];
  const lower = sentence.toLowerCase();
  for (const { key, value, pattern } of qualifierWords) {
    for (const match of lower.matchAll(pattern)) {
      const named = match[1];
      const start = named === undefined ? match.index : match.index + match[0].lastIndexOf(named);
      const end = start + (named ?? match[0]).length;
      const mark = { key, value: value === "" ? sentence.slice(start, end).replace(/[()]/g, "") : value, start, end };
      if (
        !marks.some((each) => each.key === key && each.start < mark.end && mark.start < each.end) &&
        !isFalseMark(sentence, mark, sentence.slice(mark.start, mark.end))
      )
        marks.push(mark);
    }
  }
  marks.push(...doseMarks(sentence, quantities), ...periodMarks(sentence));
  const ordered = marks.sort((a, b) => a.start - b.start);
  // "extended-release tablet" is one form, named by its first word.
  const joined = ordered.filter((mark) => mark.key !== "form" || !ordered.some((other) => isReleaseOf(lower, other, mark)));
  return onlyContrastedPhases(joined);
}

// The time a figure is for. Only facts that are compared by it keep it.
function periodMarks(sentence: string): Mark[] {
  return findDates(sentence).flatMap(({ start, end, value }): Mark[] => {
    const named = { start, end, value: periodName(value) };
    return [
      { ...named, key: "as_of" },
      { ...named, key: "fiscal_period" },
    ];
  });
}

function periodName({ earliest, latest, precision }: DateValue): string {
  if (precision === "day") return earliest;
  if (precision === "month") return earliest.slice(0, 7);
  const year = earliest.slice(0, 4);
  if (precision === "quarter" && latest.slice(5, 7) !== earliest.slice(5, 7)) return `${year}-Q${Math.ceil(Number(latest.slice(5, 7)) / 3)}`;
  return year === latest.slice(0, 4) ? year : `${year} to ${latest.slice(0, 4)}`;
}

function isReleaseOf(lower: string, release: Mark, form: Mark): boolean {
  if (release.key !== "form" || release === form || release.end > form.start) return false;
  const gap = lower.slice(release.end, form.start);
  return gap.length <= 1 || (release.value.endsWith("-release") && /^ (?:[\w-]+ ){1,3}$/.test(gap) && !/\b(?:and|or|than|with)\b/.test(gap));
}

// The terminal phase is the one meant when none is named; it is worth saying only beside another.
function onlyContrastedPhases(marks: readonly Mark[]): Mark[] {
  const phases = new Set(marks.filter((mark) => mark.key === "phase").map((mark) => mark.value));
  return phases.size === 1 && phases.has("terminal") ? marks.filter((mark) => mark.key !== "phase") : [...marks];
}

// "US" is a country only in capitals, "us" is a pronoun; "NICE" likewise.
function isFalseMark(sentence: string, mark: Mark, raw: string): boolean {
  if (mark.key === "jurisdiction" && /^(?:us|nice|ema|who|fda|ema|tga|eu|uk)$/i.test(raw)) return raw !== raw.toUpperCase();
  if (mark.key === "population" && mark.value === "extensive metabolizers" && raw === "ems") return true;
  if (mark.key === "tradition" && raw === raw.toLowerCase() && /^(?:reformed|orthodox|catholic)/.test(raw)) return true;
  if (mark.key === "analyte" && /\b(?:and|or) (?:its |the |their )?(?:[\w-]+ ){0,4}$/i.test(sentence.slice(0, mark.start))) {
    // "the half-life of R-warfarin is 45 h and the half-life of S-warfarin 29 h": each value has its own.
    if (!/\bof (?:the )?$/i.test(sentence.slice(0, mark.start))) return true;
  }
  // "ARISTOTLE" is a trial, "pivotal" in "the pivotal trial" is none.
  if (mark.key === "study") return raw !== raw.toUpperCase() || /^(?:US|EU|UK|FDA|EMA|HIV|DNA|RCT|II|III|IV|PK)$/.test(raw);
  if (mark.key === "matrix")
    return /^(?:plasma|serum)(?: creatinine| membrane| potassium| sodium| glucose)/i.test(sentence.slice(mark.start, mark.end + 12));
  return false;
}

const doseBefore =
  /\b(?:dos(?:e|es|ing)|injections?|infusions?|administration|tablets?|capsules?|receiving|received|given|taking|administered)(?: (?:of|at|with))?(?: (?:a|an|single|multiple|repeated|oral|intravenous))* $/i;
const planned = /\b(?:maximum|total|daily|recommended|starting|initial|maintenance|reduce|increase|the|exceed)\b[^.;]{0,24}$/i;
const doseAfter =
  /^[ -]?(?:(?:single|multiple|repeated|oral|intravenous|iv|i\.v\.|subcutaneous|intramuscular|sc|im|extended-release|immediate-release|once-daily|daily|twice daily|bid|tablet|capsule) ?){0,3}(?:doses?|infusions?|injections?|tablets?|capsules?|bolus)\b/i;

function doseMarks(sentence: string, quantities: readonly Quantity[]): Mark[] {
  return quantities.flatMap((quantity): Mark[] => {
    if (!/^(?:M1|M1\.T-1|mass\/mass|T-1\.mass\/mass|\[iU\]|L-2\.M1)$/.test(quantity.dimension) || quantity.value === undefined || quantity.op !== "=")
      return [];
    const before = sentence.slice(Math.max(0, quantity.start - 60), quantity.start);
    const after = sentence.slice(quantity.end, quantity.end + 50);
    const listed = /\bdoses of (?:[\d.,]+(?: mg)?,? (?:and |or )?)+$|\b(?:after|following) (?:[\d.,]+(?: ?(?:m|mc|µ|μ)?g)?,? (?:and |or )?)*$/i.test(
      before,
    );
    const led = listed || (doseBefore.test(before) && !planned.test(before));
    const followed = doseAfter.test(after) && /\b(?:after|following|with|of|at|by|for|a|an|single)\b[^.;]{0,24}$/i.test(before);
    return led || followed ? [{ key: "dose", value: `${quantity.value} ${quantity.unit}`, start: quantity.start, end: quantity.end }] : [];
  });
}

/** "4, 9 and 18 h after 250, 500 and 1000 mg, respectively": the place-th of as many marks as there are values in the row, or undefined. */
export function markInOrder(
  sentence: string,
  marks: readonly Mark[],
  key: ComparabilityKey,
  row: readonly { start: number; end: number }[],
  place: number,
): Mark | undefined {
  const last = row.at(-1);
  if (!last || row.length < 2) return undefined;
  const after = marks.filter((mark) => mark.key === key && mark.start >= last.end);
  // "12, 25 and 49 ng/mL after 5, 10 and 20 mg": a list of doses as long as that of the values needs no word for it.
  const listed =
    key === "dose" &&
    after.length > 0 &&
    after.every((mark, index) => index === 0 || /^,? (?:and )?$/.test(sentence.slice(after[index - 1]?.end, mark.start)));
  if (!listed && !/\brespectively\b/i.test(sentence)) return undefined;
  const first = row[0]?.start ?? 0;
  const before = listed ? [] : marks.filter((mark) => mark.key === key && mark.end <= first);
  const paired = [after, before].find((list) => list.length === row.length && new Set(list.map((mark) => mark.value)).size === row.length);
  return paired?.[place];
}

/** The qualifiers of one value of `sentence`. `marks` come from `findMarks`, `quantityStarts` are the starts of all quantities. */
export function qualifiersFor(sentence: string, marks: readonly Mark[], anchor: Anchor, quantityStarts: readonly number[]): Qualifiers {
  const clauses = findClauses(sentence);
  const clause = clauseAt(clauses, anchor.start);
  const found: Qualifiers = {};
  const usable = marks
    .filter((mark) => !comparedWith.test(sentence.slice(0, mark.start)))
    .filter(
      // "present in rat milk; breast-feeding is not recommended": animals of one clause are not meant in the next.
      (mark) => mark.key !== "species" || /^[^;]*$/.test(sentence.slice(Math.min(mark.end, anchor.end), Math.max(mark.start, anchor.start))),
    )
    .filter(
      (mark) =>
        mark.end <= anchor.start ||
        mark.start >= anchor.end ||
        (anchor.mention && mark.start >= anchor.mention.start && mark.end <= anchor.mention.end),
    );
  for (const key of new Set(usable.map((mark) => mark.key))) {
    const own = usable.filter((mark) => mark.key === key && !(key === "partner" && isMeasuredOn(sentence, mark, anchor)));
    const mark =
      (stayLeft.has(key) ? undefined : own.find((each) => isAdjacentAfter(sentence, anchor, each, quantityStarts))) ??
      lastBefore(sentence, own, anchor, quantityStarts) ??
      boundToMention(sentence, own, anchor) ??
      leading(own, anchor, clause, sentence) ??
      throughSentence(
        key,
        // A later item of a list says nothing of an earlier one.
        own.filter((each) => each.end <= anchor.start || !sentence.slice(anchor.end, each.start).includes(";")),
        clause,
      ) ??
      (key === "statistic" ? carriedOn(sentence, own, anchor) : undefined);
    if (mark && !noImpairment.has(mark.value)) found[key] = mark.value;
  }
  return found;
}

const connector =
  /^\s*(?:[,(]\s*)?(?:(?:in|for|among|from|of|after|following|when|by|on|with|at|to|per|is|was|were|in the|patients|subjects|those|adults|volunteers|people|higher|lower|greater|longer|shorter|larger|smaller|a|an|the|all|most|both|single|multiple|given|administered|having|who|have|healthy|of the drug|aged|total|human|whole|mean|recommended|approved|dose|doses|individuals|CYP\w+|mostly|mainly|primarily|fiscal|financial|calendar|year|FY) ?){0,7}$/i;
const nextItem = /[;]|\b(?:due to|because|owing to|whereas|while|but|versus|vs|compared (?:with|to)|than|and (?:in|for|was|were|an?|the))\b/i;

// "co-administered with D increased the AUC of D": the one whose exposure is told is not the partner.
function isMeasuredOn(sentence: string, mark: Mark, { mention }: Anchor): boolean {
  if (!mention || (mark.end <= mention.start && mention.start - mark.end < 24)) return false;
  const around = sentence.slice(Math.max(0, mention.start - 24), mention.start) + sentence.slice(mention.end, mention.end + 24);
  return around.toLowerCase().includes(mark.value.toLowerCase());
}

function isAdjacentAfter(sentence: string, anchor: Anchor, mark: Mark, quantityStarts: readonly number[]): boolean {
  if (mark.start < anchor.end) return false;
  const gap = sentence.slice(anchor.end, mark.start).replace(/^ \([^()]*\)/, "");
  const plain = /^[^,;:()]*\b(?:in|for|among|by|of) (?:the |a |an |all )?$/i.test(gap) && !/\b(?:and|or|than)\b/.test(gap);
  if (gap.length > 60 || nextItem.test(gap) || !(plain || connector.test(gap))) return false;
  if (quantityStarts.some((start) => start >= anchor.end && start < mark.start)) return false;
  return !opensNext(sentence, mark, gap, quantityStarts);
}

// ", in dogs 71%": a phrase after a comma that a value follows at once belongs to that value.
function opensNext(sentence: string, mark: Mark, gap: string, quantityStarts: readonly number[]): boolean {
  if (!/^\s*,/.test(gap)) return false;
  const next = quantityStarts.find((start) => start >= mark.end);
  return next !== undefined && /^[\s,(:]*(?:it |this )?(?:is|was|were|of|about)?[\s(]*$/.test(sentence.slice(mark.end, next));
}

function lastBefore(sentence: string, own: readonly Mark[], anchor: Anchor, quantityStarts: readonly number[]): Mark | undefined {
  const from = Math.max(anchor.previousEnd, 0);
  // "peak plasma level 3 mg/L; t1/2 14 h": what is said of one fact is not said of the next item of a list.
  const apart = (mark: Mark): boolean =>
    ownToItem.has(mark.key) &&
    anchor.mention !== null &&
    mark.end <= anchor.mention.start &&
    sentence.slice(mark.end, anchor.mention.start).includes(";");
  if (from === 0 && anchor.mention === null) return own.filter((mark) => mark.end <= anchor.start).at(-1);
  const between = own.filter((mark) => mark.start >= from && mark.end <= anchor.start && !apart(mark));
  const previous: Anchor = { ...anchor, start: from, end: from };
  // What stands right after the value before belongs to that value.
  return between
    .filter(
      (mark) =>
        from === 0 ||
        stayLeft.has(mark.key) ||
        !isAdjacentAfter(
          sentence,
          previous,
          mark,
          [...quantityStarts, anchor.start].sort((a, b) => a - b),
        ),
    )
    .at(-1);
}

// "at a median of 4 h for the one and 1 h for the other": the second number of a row is of the same kind.
function carriedOn(sentence: string, own: readonly Mark[], { start, previousEnd }: Anchor): Mark | undefined {
  const row = /^(?: (?:in|for|with|after|among) [^,;.]{2,60})?,? and (?:of )?(?:about |approximately )?$/.test(sentence.slice(previousEnd, start));
  const last = row ? own.filter((mark) => mark.end <= previousEnd).at(-1) : undefined;
  return last && last.value !== "range" && /^ (?:of |was )?[^ ]+ ?[^ ]*$/.test(sentence.slice(last.end, previousEnd)) ? last : undefined;
}

function boundToMention(sentence: string, own: readonly Mark[], { mention, previousEnd }: Anchor): Mark | undefined {
  if (!mention) return undefined;
  const from = Math.max(mention.start - 30, previousEnd <= mention.start ? previousEnd : 0);
  return own
    .filter(
      (mark) =>
        (mark.end <= mention.end && mark.start >= from) ||
        (mark.start >= mention.end && mark.start - mention.end <= 4 && !/[;,.]/.test(sentence.slice(mention.end, mark.start))),
    )
    .at(-1);
}

// "Compared with healthy subjects, ...": those are not the ones whose value follows.
const comparedWith =
  /^(?:compared|in comparison) (?:with|to) (?:the |that in |those in |those of )?$|^(?:relative to|unlike|as opposed to) (?:the )?$/i;

function leading(own: readonly Mark[], anchor: Anchor, clause: { start: number; end: number }, sentence: string): Mark | undefined {
  const before = own.filter((mark) => mark.end <= anchor.start);
  const inClause = before.find((mark) => mark.start >= clause.start);
  if (inClause && inClause.start >= anchor.previousEnd) return inClause;
  const lead = before.find((mark) => mark.start < 60 && !comparedWith.test(sentence.slice(0, mark.start)));
  if (!lead || stayLeft.has(lead.key)) return undefined;
  const opens = /^(?:In|For|Among|After|Following|With|During) /.test(sentence) && lead.start < 25;
  return opens || /^[^;]{0,40}[,:]/.test(sentence.slice(lead.end)) ? lead : undefined;
}

function throughSentence(key: ComparabilityKey, own: readonly Mark[], clause: { start: number; end: number }): Mark | undefined {
  if (key === "jurisdiction") {
    const here = own.filter((mark) => mark.start >= clause.start && mark.end <= clause.end);
    return here[0] ?? (new Set(own.map((mark) => mark.value)).size === 1 ? own[0] : undefined);
  }
  return sentenceWide.has(key) && new Set(own.map((mark) => mark.value)).size === 1 ? own[0] : undefined;
}
