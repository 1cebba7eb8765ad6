// What a question asks for: the kind of answer, the words that name what is asked, and the names it asks about.
import { dimensionOf } from "@/server/research/claims/core/units";
import { isContent, wordsOf } from "./question-words";

export const answerKinds = ["number", "date", "person", "place", "boolean", "term"] as const;
export type AnswerKind = (typeof answerKinds)[number];

export type Question = {
  readonly kind: AnswerKind;
  /** Keys of the words that say what is asked: "born", "population". */
  readonly asked: ReadonlySet<string>;
  /** Keys of the names that it is asked about. */
  readonly subject: ReadonlySet<string>;
  /** A term that is a name: a team, a label, an award. */
  readonly wantsName: boolean;
  /** Asks only what its subject is, which prose tells without the asking words: "X is a Danish chemist", "X is a college in Bristol". */
  readonly describes: boolean;
  /** Dimension of the number asked for, where the question tells; null else. */
  readonly dimension: string | null;
  /** The noun that is counted, by key; null where none is. */
  readonly counted: string | null;
  /** Every word of the question in lower case: what it says itself is no answer to it. */
  readonly words: ReadonlySet<string>;
};

const forms: readonly (readonly [AnswerKind, RegExp])[] = [
  [
    "date",
    /^(?:when|since when|(?:in|on|during|by) (?:what|which) (?:year|month|decade|century|date|day)|what (?:was|is) the (?:\w+ )?(?:date|year|birth ?date|birthday)\b|(?:what|which) (?:year|date|month|decade|century|day)\b)/i,
  ],
  [
    "number",
    /^(?:how (?:many|much|long|tall|old|far|high|big|large|deep|fast|heavy|wide|often)|(?:at|for|to|by|in|from)? ?what (?:is|was|are|were)?\s?(?:the |its )?(?:\p{L}+ ){0,3}?(?:number|percentage|population|height|length|area|capacity|distance|temperature|price|cost|age|size|speed|weight|score|budget|elevation|depth|width|salary|rate|dose|half-life|revenue|income|share|total|altitude)\b)/iu,
  ],
  [
    "person",
    /^(?:who|whom|whose|(?:by|with|to|for|from) whom|(?:what|which) (?:actor|actress|author|writer|director|singer|composer|player|president|king|queen|person|architect|artist|scientist|politician|coach|man|woman)\b|what (?:is|was) the name of the (?:\p{L}+ )?(?:actor|author|director|founder|wife|husband|mayor|president|inventor))/iu,
  ],
  [
    "place",
    /^(?:where|(?:in|at|from|to|on|near)? ?(?:what|which) (?:\p{L}+ )?(?:city|country|state|town|county|village|place|region|province|district|continent|island|river|location|stadium|venue|neighbo(?:u)?rhood|municipality)\b|what (?:is|was) the (?:capital|birthplace|location|place of birth|headquarters))/iu,
  ],
  ["boolean", /^(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|may)\s/i],
];

/** What a sentence tells of its subject without saying so. */
const untold = new Set(
  "originate plays sport instrument profession located country city town state occupation nationality genre language position length height area type job career"
    .split(" ")
    .flatMap((word) => wordsOf(word).map(({ key }) => key)),
);
const named =
  /\b(?:what|which)\s(?:(?:is|was|are|were)\s(?:the\s)?)?(?:\p{L}+\s){0,2}?(?:name|team|club|label|school|university|college|award|prize|company|book|film|movie|album|song|language|band|newspaper|magazine|religion|church|party|network|channel|series|show|ship|airline|organi[sz]ation|institution|studio|publisher|league|event|war|battle|religion|family|tribe|brand)\b/iu;

/** Reads a question in English. Anything that asks for no number, date, person, place or yes-or-no asks for a term. */
export function readQuestion(text: string): Question {
  const question = text.trim();
  const kind = forms.find(([, pattern]) => pattern.test(question))?.[0] ?? "term";
  const words = wordsOf(question);
  const content = words.filter(isContent);
  const names = new Set(
    namesIn(
      question,
      words.map(({ start }) => start),
    ),
  );
  const subject = content.filter((word) => names.has(word.start));
  const asked = content.filter((word) => !names.has(word.start));
  const counted = /^how (?:many|much)\s+(?:(?:different|total|other)\s+)?([\p{L}-]+)/iu.exec(question)?.[1];
  const keys = new Set([...asked.map((word) => word.key), ...(counted ? wordsOf(counted).map((word) => word.key) : []), ...measured(question)]);
  const ofType = /^(?:what|which) (?:type|kind|sort) of\b/i.test(question);
  const wantsName = kind === "term" && !ofType && named.test(question);
  return {
    kind,
    asked: keys,
    describes: !wantsName && (ofType || [...keys].every((key) => untold.has(key))),
    subject: new Set(subject.map((word) => word.key)),
    dimension: dimensionAsked(question),
    wantsName,
    counted: counted ? (wordsOf(counted)[0]?.key ?? null) : null,
    words: new Set(words.map((word) => word.text.toLowerCase())),
  };
}

/** Starts of words that belong to a name: capitals after the first word, and what stands in quotation marks. */
function namesIn(question: string, starts: readonly number[]): number[] {
  const quoted = [...question.matchAll(/["“‘']([^"”’']{2,80})["”’'](?!\p{L})/gu)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
  return starts.filter((start, index) => {
    if (quoted.some(([from, to]) => start > from && start < to)) return true;
    return index > 0 && /\p{Lu}|\d/u.test(question.charAt(start));
  });
}

const measures: readonly (readonly [RegExp, string])[] = [
  [/^how (?:tall|high)\b/i, "height"],
  [/^how old\b/i, "age"],
  [/^how (?:big|large)\b/i, "area"],
  [/^how long (?:is|was) the (?:\p{L}+ )?(?:film|movie|episode|song|album|show|play|opera)\b/iu, "runtime"],
  [/^how long\b/i, "length"],
  [/^how deep\b/i, "depth"],
  [/^how heavy\b/i, "weight"],
  [/^how fast\b/i, "speed"],
  [/^how many people live/i, "population"],
  [/\bcome from\b/i, "born"],
];

const units: readonly (readonly [RegExp, string])[] = [
  [/\b(?:how (?:tall|high|deep|wide|far)|height|elevation|altitude|depth|distance|width)\b/i, "m"],
  [
    /\blength of the (?:\p{L}+ ){0,4}(?:river|road|bridge|railway|line|trail|canal|tunnel|coast|street|route)\b|\bhow long is the (?:\p{L}+ ){0,4}(?:river|road|bridge|railway|line|trail|canal|tunnel)/iu,
    "m",
  ],
  [/^how long (?:is|was) the (?:\p{L}+ )?(?:film|movie|episode|song|album|show|play|opera)\b|\b(?:runtime|running time)\b/iu, "h"],
  [/\b(?:area)\b|\bhow (?:big|large) is\b/i, "m2"],
  [/\b(?:population|number of|capacity)\b/i, "1"],
  [/\b(?:weight|how heavy)\b/i, "kg"],
  [/\b(?:half-life|how old|age|duration)\b/i, "h"],
  [/\b(?:speed|how fast)\b/i, "m/s"],
];

function dimensionAsked(question: string): string | null {
  const unit = units.find(([pattern]) => pattern.test(question))?.[1];
  return unit === undefined ? null : dimensionOf(unit);
}

function measured(question: string): string[] {
  return measures.flatMap(([pattern, word]) => (pattern.test(question) ? wordsOf(word).map(({ key }) => key) : []));
}
