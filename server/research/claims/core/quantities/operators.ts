// Comparators and approximators around a number: "<", "at least", "up to", "not more than", "about", "or less". They become part of the span.
import type { Operator } from "./types";

export type Operators = { op: Operator; approx: boolean; start: number; end: number };

const before: readonly (readonly [RegExp, Operator | "~" | "±"])[] = [
  [/(?:≤|<\s?=|⩽)\s?$/, "<="],
  [/(?:≥|>\s?=|⩾)\s?$/, ">="],
  [/(?:[<≪≲])\s?$/, "<"],
  [/(?:[>≫≳])\s?$/, ">"],
  [
    /\b(?:not|no|never|nor) (?:to )?(?:be )?(?:(?:take|use|receive|administer|give|given|exceed) )?(?:more|greater|higher|longer|larger|later) than (?:a total of )?$/i,
    "<=",
  ],
  [/\b(?:not|no|never) (?:be )?(?:less|fewer|lower|shorter) than $/i, ">="],
  [
    /\b(?:should|must|may|can|do|does|did|will|to)? ?(?:not|never) (?:to )?(?:exceed|surpass)(?:ing|s)? (?:a (?:total |maximum |daily |single |dose |dosage )+of )?$/i,
    "<=",
  ],
  [/\b(?:unlikely|not expected|not known|not likely) to (?:exceed|surpass) $/i, "<="],
  [
    /\b(?:up to|as (?:much|many|high|long|large|late) as|at (?:the )?most|maximum of|max\.? of|a maximum|no later than|capped at|or fewer than) (?:a (?:total|maximum) of )?$/i,
    "<=",
  ],
  [/\b(?:at (?:the )?least|minimum of|a minimum|as (?:little|few|low) as|no fewer than|from as low as) $/i, ">="],
  [/\b(?:less|fewer|lower|smaller|shorter|earlier|younger) than (?:or equal to )?$/i, "<"],
  [/\b(?:more|greater|higher|larger|longer|older|later) than (?:or equal to )?$/i, ">"],
  [/\b(?:exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|in excess of|upwards of|above|over|beyond) $/i, ">"],
  [/\b(?:under|below) $/i, "<"],
  [/(?:~|≈|∼|≃|≅)\s?$/, "~"],
  [/±\s?$/, "±"],
  [
    /\b(?:about|approximately|approx\.?|around|roughly|nearly|almost|some|circa|ca?\.|on the order of|in the order of|close to|just (?:under|over)|near) $/i,
    "~",
  ],
  [/\bor (?:up to )$/i, "<="],
];
const after: readonly (readonly [RegExp, Operator | "~"])[] = [
  [/^ or (?:less|fewer|lower|below|under|younger|shorter|earlier)\b/i, "<="],
  [/^ (?:or|and) (?:more|greater|higher|above|over|older|longer|later|upwards?)\b/i, ">="],
  [/^ (?:or so)\b/i, "~"],
  [/^\+(?![\d\w])/, ">="],
];
// "over 24 h" means during, unless a word of duration or size stands before it.
const during =
  /\b(?:for|lasting|of|well|just|is|was|were|are|by|to|from|at|with|than|aged?|temperatures?|raises? temperatures|patients|subjects|adults|those) over $/i;

/** The operators that stand at `start` and `end` of a number, reading outward at most twice. `text` is normalised. */
export function readOperators(text: string, start: number, end: number, isDuration: boolean): Operators {
  let op: Operator = "=";
  let approx = false;
  let from = start;
  for (let pass = 0; pass < 3; pass++) {
    const left = text.slice(Math.max(0, from - 48), from);
    const hit = before.find(([pattern]) => pattern.test(left));
    if (!hit) break;
    const found = hit[0].exec(left)?.[0] ?? "";
    if (/^over $/i.test(found) && isDuration && !during.test(left)) break;
    if (hit[1] === "~") approx = true;
    else if (hit[1] !== "±") op = combine(op, hit[1]);
    from -= found.trimStart().length;
  }
  const right = text.slice(end, end + 20);
  const tail = after.find(([pattern]) => pattern.test(right));
  let to = end;
  if (tail) {
    to += (tail[0].exec(right)?.[0] ?? "").length;
    if (tail[1] === "~") approx = true;
    else op = combine(op, tail[1]);
  }
  return { op, approx, start: from, end: to };
}

// "up to < 5" keeps the stricter sign that stands next to the number.
function combine(inner: Operator, outer: Operator): Operator {
  return inner === "=" ? outer : inner;
}
