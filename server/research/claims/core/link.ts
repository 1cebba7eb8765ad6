// Which number belongs to which named fact in one sentence: only numbers of the fact's dimension, the nearest compatible mention, coordination
// ("A and B were 1 and 2"), and never the numbers that qualify another number (intervals, deviations, ages, times after something).
import { clauseAt, findClauses } from "./clauses";
import { coordinate } from "./coordinate";
import { holdsPhrase, type Mention } from "./mentions";
import type { Quantity } from "./quantities/types";
import { dimensionOf, toUcum } from "./units";
import { type Reading, readValue } from "./values";

export type Link = { mention: Mention; quantity: Quantity; reading: Reading };

const reach = 170;
const linkWord = /^\s*(?:\([^)]*\)\s*)?(?:values?\s+)?(?:is|was|were|are|of|=|:|\(|averag\w+|rang\w+|be|has|\||,)/i;
const contrast = /;|\b(?:but|whereas|while|although|however)\b/gi;
const stopWord = /\b(?:and|or|with|without|for|in|of|to|by|at|after|while|from|than|is|was|were|has|had|the|a|an|on|over|but|per|when|during)\b/i;
const changeBefore =
  /^[\s-]*(?:\w+ )?(?:increases?|decreases?|higher|lower|greater|reductions?|rises?|longer|shorter|elevations?|drop|decline)(?: (?!and\b|or\b|but\b)[\w-]+){0,5}\s$/i;

/** Links of a sentence. `mentions` and `quantities` are ordered and carry offsets into it. */
export function linkQuantities(sentence: string, mentions: readonly Mention[], quantities: readonly Quantity[]): Link[] {
  const lower = sentence.toLowerCase();
  const named = mentions.filter((mention) => mention.fact.kind === "quantity" && usable(mention, sentence, lower, quantities));
  if (named.length === 0) return [];
  const clauses = findClauses(sentence);
  const values = quantities.filter((quantity) => !qualifiesAnother(sentence, quantity));
  const paired = coordinate(sentence, named, values);
  const links: Link[] = [];
  for (const quantity of values) {
    const forced = paired.get(quantity);
    if (forced === null) continue;
    const candidates = (forced ?? within(named, quantity)).flatMap((mention) => {
      const stated = withLentUnit(sentence, mention, quantity, mentions);
      if (
        !isValueOf(
          mention,
          stated,
          sentence,
          links.some((link) => link.mention.fact === mention.fact),
        )
      )
        return [];
      const clause = clauseAt(clauses, quantity.numberStart);
      if (mention.fact.excludeCue && holdsPhrase(lower.slice(clause.start, clause.end), mention.fact.excludeCue)) return [];
      const cost = forced ? 0 : costOf(sentence, mention, quantity, mentions, links, values);
      const reading = cost === null ? null : readValue(mention.fact, stated, sentence, mention);
      return reading && cost !== null ? [{ mention, quantity, reading, cost }] : [];
    });
    const best = Math.min(...candidates.map((each) => each.cost));
    const winner = candidates.find((each) => each.cost === best);
    for (const each of candidates) {
      if (each === winner || (winner && each.mention.start === winner.mention.start && each.mention.fact !== winner.mention.fact)) {
        links.push({ mention: each.mention, quantity, reading: each.reading });
      }
    }
  }
  return links;
}

// Only the nearest few can win; the limit keeps a long enumeration linear.
function within(named: readonly Mention[], quantity: Quantity): Mention[] {
  const before = named.filter((mention) => mention.end <= quantity.numberStart && quantity.numberStart - mention.end <= 400).slice(-8);
  return [...before, ...named.filter((mention) => mention.start >= quantity.end && mention.start - quantity.end <= 60).slice(0, 4)];
}

// "five half-lives" counts the fact; a required cue that is missing makes the words mean something else.
function usable(mention: Mention, sentence: string, lower: string, quantities: readonly Quantity[]): boolean {
  const counted = quantities.some(
    (each) =>
      ["count", "pure"].includes(each.kind) &&
      each.unit === "1" &&
      /^[ -]$/.test(sentence.slice(each.end, mention.start)) &&
      each.end < mention.start,
  );
  return (
    (!counted || mention.fact.scale === "count") &&
    (!mention.fact.requireCue || mention.fact.requireCue.length === 0 || holdsPhrase(lower, mention.fact.requireCue))
  );
}

function costOf(
  sentence: string,
  mention: Mention,
  quantity: Quantity,
  all: readonly Mention[],
  links: readonly Link[],
  values: readonly Quantity[],
): number | null {
  if (mention.end <= quantity.numberStart) {
    const gap = sentence.slice(mention.end, quantity.numberStart);
    const plain = gap.replace(/\([^()]*\)/g, "");
    if (plain.length > reach) return null;
    if (isBlocked(sentence, mention, quantity, all)) return null;
    const previous = links.filter((link) => link.mention === mention && link.quantity.end <= quantity.numberStart).at(-1);
    if (mention.fact.scale === "count" && links.some((link) => link.mention.fact === mention.fact)) return null;
    if (previous && !continues(sentence.slice(previous.quantity.end, quantity.start), links)) return null;
    const breaks = previous ? 0 : [...plain.matchAll(contrast)].length;
    return plain.length + breaks * 70 - (linkWord.test(gap) ? 20 : 0);
  }
  if (quantity.end > mention.start) return null;
  // "5 to 7 h (half-life)": the name stands in brackets behind its value.
  if (
    /^ ?\((?:the |mean |median |apparent |terminal |plasma )*$/i.test(sentence.slice(quantity.end, mention.start)) &&
    /^[\w -]{0,24}\)/.test(sentence.slice(mention.end))
  )
    return 1;
  const gap = sentence
    .slice(endOfRow(sentence, quantity, values), mention.start)
    .replace(/^\)/, "")
    .replace(/ ?\([^()]*\)/g, "");
  if (gap.length > 60) return null;
  const close = /^[\s-]*(?:[\p{L}%-]+ ){0,3}$/u.test(gap) && !stopWord.test(gap);
  const share =
    quantity.kind === "percent" &&
    /^ of (?:the |a |an |its )?(?:[\w-]+ ){1,5}(?:is|was|are|were|becomes?|circulates?|remains?) (?:\w+ly )?$/i.test(gap);
  const spoken =
    /^(?:doubl|tripl|trebl|quadrupl|halv|twice)/i.test(quantity.raw) && /^ (?:(?:of|the|in|its|mean|plasma|systemic|[\w-]+) ){0,4}$/i.test(gap);
  if (!close && !share && !spoken && !changeBefore.test(gap)) return null;
  return gap.length * 1.6;
}

// "84% and 107% higher AUC": every number of the row reaches the name over the last.
function endOfRow(sentence: string, quantity: Quantity, values: readonly Quantity[]): number {
  let last = quantity;
  for (const next of values) {
    if (next.start >= last.end && next.dimension === quantity.dimension && /^(?:,|,? (?:and|or|&)) $/.test(sentence.slice(last.end, next.start)))
      last = next;
  }
  return last.end;
}

// A nearer mention that is tied to this number but cannot hold it: "AUC by 67% and Cmax by 45%" gives the 45% to nobody else.
function isBlocked(sentence: string, mention: Mention, quantity: Quantity, all: readonly Mention[]): boolean {
  // Only a fact that holds numbers can own one: the name of a trial design or of a route stands in nobody's way.
  const nearer = all
    .filter((other) => other.start >= mention.end && other.end <= quantity.start && other.fact !== mention.fact && holdsNumbers(other.fact))
    .at(-1);
  const gap = nearer ? sentence.slice(nearer.end, quantity.start) : sentence.slice(mention.end, quantity.start);
  if (nearer)
    return gap.length < 45 && /^\s*(?:\([^)]*\)?\s*)?(?:(?:is|was|were|of|by|=|:|to|values?|were|a|an|about|approximately)\s*)*[(~<>≤≥]*$/i.test(gap);
  return (
    (mention.fact.scale === "ratio" && /\band (?!by\b|of\b|to\b)[\w-]+(?: \w+){0,2} by $/i.test(gap)) ||
    /\b(?:and|,) (?:[\w-]+ ){0,2}(?!of|by|was|were|is|mean|median|average|range|maximum|minimum|value|values)[\w-]+ (?:of|by) $/i.test(gap.slice(25))
  );
}

function holdsNumbers({ kind }: Mention["fact"]): boolean {
  return kind === "quantity" || kind === "incidence";
}

const subjectOfOwn =
  /\b(it|this|that|which|value|values|children|adults|patients|subjects|elderly|volunteers|rats|dogs|mice|monkeys|formulation|impairment|function|tablets?|capsules?|women|men|one|former|latter|those|blood|plasma|serum) (?:is|was|were|are|has been)\b/i;

// A further number after one already taken stays with the mention only while no new subject has begun.
function continues(gap: string, links: readonly Link[]): boolean {
  if (gap.length > 100 || links.length === 0) return false;
  if (
    /\b(?:and|or|with) (?:an?|the) (?:mean |median |average )?[\w-]+(?: levels?| values?| concentrations?)? $/i.test(gap) &&
    !/\b(?:mean|median|average) $/i.test(gap)
  )
    return false;
  const verb =
    /\b(?!(?:but|and|or|which|that|it)\b)[\w-]+ (?:is|was|were|are|has|have|had|occurs?|reached|achieved|lasts?|lasted|persists?|persisted|continues?|continued)\b/i.test(
      gap,
    );
  if (verb && !subjectOfOwn.test(gap) && !/\bthat (?:of|for|in) /i.test(gap)) return false;
  return (
    /^-?\s*(?:[,;(/|]|and\b|or\b|versus\b|vs\b|compared\b|to\b|in\b|for\b|with\b|(?:IR|XR|ER|SR|MR)\b|at\b|after\b|among\b|once\b|twice\b|daily\b|per\b|whereas\b|while\b|but\b|following\b|\))/i.test(
      // "8.2 h fasted, 8.4 h fed"
      gap.replace(/^ [a-z-]+(?=[,;])/i, ""),
    ) || gap.trim() === ""
  );
}

const timeBefore =
  /\b(?:after|within|every|for|over|at|during|post|following|until|before|than|q|first|last|next)\s(?:about |approximately |the |a |an |at least |up to )*$/i;
const timeAfter =
  /^[\s-]*(?:intravenous |iv |constant |continuous )?(?:infusions?|after|before|later|prior|post|following|apart|intervals?|periods?|stud(?:y|ies)|treatment|washout|apart|earlier|of treatment|of therapy|ago|trial)\b/i;
const infused =
  /\b(?:infus\w+|given|administered|injected)(?: [\w-]+){0,3} over (?:about |approximately |a period of |the course of )?$|\binfusions? (?:of|lasting|for) $/i;
const dosedAfter =
  /^[\s-]*(?:after|following) (?:(?:an?|the) )?(?:single|multiple|repeated|chronic|initial|first|last|each|oral|intravenous|iv|i\.v\.|subcutaneous|intramuscular|large|small|high|low|therapeutic|\d[\d.,]* ?(?:m?[gm]|mc?g|µg|μg|mL|IU)\b|dos|administration)/i;
const delta = /\bby (?:about |approximately |an average of |a mean of |~)?$/i;

const thingsAfter =
  /^ (?:(?!to|and|or|in|at|with|per|of|for|after)[a-z-]+ )?(?!times|is|was|has|as|hours|days|weeks|months|years|minutes|plus|units|versus|vs)[a-z]{3,}[^s\W]s\b/;

function isValueOf({ fact, end }: Mention, quantity: Quantity, sentence: string, later: boolean): boolean {
  const before = sentence.slice(Math.max(0, quantity.start - 60), quantity.start);
  const after = sentence.slice(quantity.end, quantity.end + 40);
  const ratio = fact.scale === "ratio" || fact.scale === "change";
  if (
    !ratio &&
    delta.test(before) &&
    !(fact.timeAfterEvent && /\b(?:reached|attained|achieved|occurred|seen|observed) by (?:about |approximately )?$/i.test(before))
  )
    return false;
  if (!ratio && /^ (?:longer|shorter|later|earlier|higher|lower|greater|more|less)\b/i.test(after)) return false;
  // "studied in 3 large works": a number of things is no value of what is measured.
  if (quantity.unit === "1" && fact.unit !== undefined && fact.unit !== "1" && fact.scale !== "count" && thingsAfter.test(after)) return false;
  if (later && fact.scale === "daily" && /^ (?:doses?|tablets?|capsules?|groups?|arms?|strengths?)\b/i.test(after)) return false;
  if (quantity.dimension !== "T1") return true;
  if (fact.timeAfterEvent) return !infused.test(before);
  // "a half-life of 12 hours following oral administration": tied to the name, the time is the value whatever follows it.
  const tied = end <= quantity.start && /^\s*(?:\([^)]*\)\s*)?(?:is|was|of|=|:|averages?|averaged)\s*$/i.test(sentence.slice(end, quantity.start));
  const measured = /\b(?:estimated|measured|calculated|reported|put|set|determined) at (?:about |approximately |~)?$/i.test(before);
  if ((timeBefore.test(before) && !measured) || (!tied && timeAfter.test(after) && !dosedAfter.test(after))) return false;
  return !(later && /\bin $/i.test(before));
}

const statistic =
  /(?:\b(?:ci|confidence intervals?|cri|sd|s\.d\.|se|sem|s\.e\.m\.|cv|rsd|range|ranges|iqr|interquartile range|min|max|prediction interval|standard deviation|standard error|p)\b|[±])[\s:,=%<(of[-]*$/i;

function qualifiesAnother(sentence: string, quantity: Quantity): boolean {
  if (/^\s?(?:CI|confidence|credible|prediction interval|CV\b|relative standard)/.test(sentence.slice(quantity.end, quantity.end + 24))) return true;
  if (["date", "year", "timepoint"].includes(quantity.kind)) return true;
  const open = sentence.lastIndexOf("(", quantity.numberStart);
  if (
    quantity.low !== undefined &&
    /\d[^\s]{0,8}(?: [\w/%·]{1,10}){0,2}\s?[([]\s?$/.test(sentence.slice(Math.max(0, quantity.start - 28), quantity.start))
  )
    return true;
  const inside = open >= 0 && sentence.lastIndexOf(")", quantity.numberStart) < open && /\d/.test(sentence.slice(0, open));
  const before = sentence.slice(Math.max(0, quantity.start - 28), quantity.start);
  const own = sentence.slice(quantity.start, quantity.numberStart);
  return (
    (inside && (statistic.test(before) || /^range/i.test(own))) ||
    /\b(?:ci|cri|sd|cv|iqr|confidence intervals?)\b[\s:,=([]*$/i.test(before) ||
    /\bp\s?[<=>≤]\s?$/i.test(before + own)
  );
}

// "Tmax (h): 3" and "| Cmax (ng/mL) | 48 |": the unit of the heading is lent to bare numbers after it.
function withLentUnit(sentence: string, mention: Mention, quantity: Quantity, all: readonly Mention[]): Quantity {
  if (quantity.unit !== "1" || !["pure", "count"].includes(quantity.kind) || quantity.start < mention.end) return quantity;
  if (all.some((other) => other.start >= mention.end && other.end <= quantity.start && other.fact !== mention.fact)) return quantity;
  const inner = /^\s*(?:[([]\s*([^()[\]|]{1,24}?)\s*[)\]]|,\s*([^\s,:|]{1,16}))\s*[:=|]?/.exec(sentence.slice(mention.end, mention.end + 30));
  const code = inner ? toUcum((inner[1] ?? inner[2] ?? "").trim()) : null;
  // "(F)" behind a name is its symbol, no farad.
  if (!code || ![mention.fact.unit ?? "", ...mention.fact.otherUnits].some((unit) => dimensionOf(unit) === dimensionOf(code))) return quantity;
  return { ...quantity, unit: code, dimension: dimensionOf(code), kind: code === "%" ? "percent" : "measure" };
}
