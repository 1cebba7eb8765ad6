// What a question asks for: the kind of answer, the words that name what is asked, and the names it asks about.
import { dimensionOf } from "@/server/research/claims/core/units";
import { dimensionAsked, measuredWords } from "./question-measures";
import { isContent, type Word, wordsOf } from "./question-words";

export const answerKinds = ["number", "date", "person", "place", "boolean", "term"] as const;
export type AnswerKind = (typeof answerKinds)[number];

export type Question = {
  readonly kind: AnswerKind;
  /** One set of keys for each word that says what is asked: "born", "population". */
  readonly concepts: readonly ReadonlySet<string>[];
  /** All of their keys. */
  readonly asked: ReadonlySet<string>;
  /** Keys of the names that it is asked about. */
  readonly subject: ReadonlySet<string>;
  /** What kind of thing is asked for, by keys: "enzyme" of "Which enzyme does X inhibit?" */
  readonly head: ReadonlySet<string>;
  /** A term that is a name: a team, a label, an award. */
  readonly wantsName: boolean;
  /** Asks only what its subject is, which prose tells without the asking words: "X is a Danish chemist", "X is a college in Bristol". */
  readonly describes: boolean;
  /** Dimension of the number asked for, where the question tells; null else. */
  readonly dimension: string | null;
  /** Keys of the noun that is counted; empty where none is. */
  readonly counted: ReadonlySet<string>;
  /** Every word of the question in lower case: what it says itself is no answer to it. */
  readonly words: ReadonlySet<string>;
};

const measureNouns =
  "number|percentage|proportion|population|height|length|area|capacity|distance|temperature|price|cost|age|size|speed|weight|score|budget|elevation|depth|width|salary|rate|dose|half-life|revenue|income|share|total|altitude|diameter|radius|circumference|boiling point|melting point|freezing point|density|mass|range|volume of distribution|bioavailability|clearance|intake|sensitivity|specificity|survival|ph|incidence|prevalence|mortality|duration|frequency|value|concentration|atomic number|sample size|yield|voltage|level|ratio|wingspan|output|production|power|period|incubation period|onset|latency|attendance|runtime|running time";
const forms: readonly (readonly [AnswerKind, RegExp])[] = [
  [
    "date",
    /^(?:when|since when|(?:in|on|during|by|at) (?:what|which) (?:year|month|decade|century|date|day)|what (?:was|is) the (?:\w+ )?(?:date|year|birth ?date|birthday)\b|(?:what|which) (?:year|date|month|decade|century|day)\b)/i,
  ],
  [
    "number",
    new RegExp(
      `^(?:how (?:many|much|long|tall|old|far|high|big|large|deep|fast|heavy|wide|often)|(?:at|for|to|by|in|from)? ?what (?:is|was|are|were)?\\s?(?:the |its )?(?:[\\p{L}-]+ ){0,3}?(?:${measureNouns})\\b)`,
      "iu",
    ),
  ],
  [
    "person",
    /^(?:who|whom|whose|(?:by|with|to|for|from) whom|(?:what|which) (?:actor|actress|author|writer|director|singer|composer|player|president|king|queen|person|architect|artist|scientist|politician|coach|man|woman|pope|physician|chemist|physicist|painter)\b|what (?:is|was) the name of the (?:\p{L}+ )?(?:actor|author|director|founder|wife|husband|mayor|president|inventor))/iu,
  ],
  [
    "place",
    /^(?:where|(?:in|at|from|to|on|near|through)? ?(?:what|which) (?:\p{L}+ )?(?:city|country|state|town|county|village|place|region|province|district|continent|island|river|location|stadium|venue|neighbo(?:u)?rhood|municipality|sea|ocean|lake|mountain)\b|what (?:is|was) the (?:capital|birthplace|location|place of birth|headquarters))/iu,
  ],
  ["boolean", /^(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|may|must)\s/i],
];

/** What a sentence tells of its subject without saying so. */
const untold = new Set(
  "originate plays sport instrument profession located country city town state occupation nationality genre language position length height area type job career"
    .split(" ")
    .flatMap((word) => wordsOf(word).map(({ key }) => key)),
);
const named =
  /\b(?:what|which)\s(?:(?:is|was|are|were)\s(?:the\s)?)?(?:\p{L}+\s){0,2}?(?:name|team|club|label|school|university|college|award|prize|company|book|film|movie|album|song|language|band|newspaper|magazine|religion|church|party|network|channel|series|show|ship|airline|organi[sz]ation|institution|studio|publisher|league|event|war|battle|family|tribe|brand|trial)\b/iu;

/** Reads a question in English. Anything that asks for no number, date, person, place or yes-or-no asks for a term. */
export function readQuestion(text: string): Question {
  const question = text.trim();
  const kind = forms.find(([, pattern]) => pattern.test(question))?.[0] ?? "term";
  const words = wordsOf(question);
  const content = words.filter(isContent);
  const names = new Set(namesIn(question, words));
  const asked = content.filter((word) => !names.has(word.start));
  const counted = countedIn(question);
  const concepts = [...asked, ...measuredWords(question)].map((word) => new Set(word.keys));
  if (counted.length > 0 && !asked.some((word) => counted[0]?.key === word.key)) concepts.push(new Set(counted[0]?.keys ?? []));
  const ofType = /^(?:what|which) (?:type|kind|sort) of\b/i.test(question);
  const wantsName = kind === "term" && !ofType && named.test(question);
  return {
    kind,
    concepts,
    asked: new Set(concepts.flatMap((keys) => [...keys])),
    describes: !wantsName && (ofType || asked.every((word) => untold.has(word.key))),
    subject: new Set(content.filter((word) => names.has(word.start)).map((word) => word.key)),
    head: headOf(question),
    dimension: kind === "number" ? dimensionAsked(question, dimensionOf) : null,
    wantsName,
    counted: new Set(counted.flatMap((word) => word.keys)),
    words: new Set(words.map((word) => word.text.toLowerCase())),
  };
}

function countedIn(question: string): Word[] {
  const noun = /^how (?:many|much)\s+(?:(?:different|total|other)\s+)?([\p{L}-]+)/iu.exec(question)?.[1];
  return noun ? wordsOf(noun).slice(0, 1) : [];
}

/** The noun behind "which", or behind "what is the". */
function headOf(question: string): Set<string> {
  const noun =
    /^(?:(?:in|on|at|from|to|through|by) )?(?:which|what)\s(?!is\b|was\b|are\b|were\b|does\b|did\b|do\b)((?:\p{Ll}+\s){1,2}?)(?:is|was|are|were|does|did|do|has|have|had|can|of|\p{Ll}+(?:s|ed))\b/u.exec(
      question.charAt(0).toLowerCase() + question.slice(1),
    )?.[1] ??
    /^what (?:is|was|are|were) the ((?:[\p{Ll}-]+\s){1,3}?)(?:of|for|in|under)\b/u.exec(question.charAt(0).toLowerCase() + question.slice(1))?.[1];
  const last = wordsOf(noun ?? "").at(-1);
  return new Set(last ? [last.key] : []);
}

/** Starts of words that belong to a name: capitals after the first word, and what stands in quotation marks. */
function namesIn(question: string, words: readonly Word[]): number[] {
  const quoted = [...question.matchAll(/["“‘']([^"”’']{2,80})["”’'](?!\p{L})/gu)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
  return words
    .map(({ start }) => start)
    .filter((start, index) => quoted.some(([from, to]) => start > from && start < to) || (index > 0 && /\p{Lu}|\d/u.test(question.charAt(start))));
}
