// What a question asks about: its words of content, and what kind of answer it waits for.
import { findReferences } from "@/server/library/references/core/find-references";
import { tokenise } from "@/server/library/search/core/tokenise";
import { stopWords } from "@/server/research/synthesis/core/gate/stop-words";

export type QuestionWord = {
  /** As it was typed. */
  readonly word: string;
  readonly lexemes: readonly string[];
  /** A word of asking rather than of the matter: "mean", "many". */
  readonly soft: boolean;
};

const pattern = /[\p{L}\p{N}\p{M}]+(?:[.,:'’-][\p{L}\p{N}\p{M}]+)*|[%‰]/gu;

const asking = new Set(
  (
    "say says said tell tells told explain describe give gives list name find found know known show please want need like look help mean means meaning " +
    "library document documents source sources text texts passage passages according question answer summarise summarize overview " +
    "understand understands understood interpret interprets interpreted view views viewed see seen regard regards regarded " +
    "does take takes taken get gets got make makes made come comes happen happens let tell-me"
  ).split(" "),
);
const soft = new Set(
  (
    "use used uses using work works effect effects common commonly usual usually typical typically general generally important main mainly different difference " +
    "kind kinds type types way ways thing things people person patient patients someone anyone long much many often high low large small good bad best " +
    "new old first last year years time times day days number amount value values possible happen recommended recommend suggest considered regarding " +
    "concerning related reason reasons cause caused causes change changed part role called term safe safely pass passes passed affect affects carry carries " +
    "start started begin stay stays last lasts still ever actually really"
  ).split(" "),
);

/** Ways of asking that have none of the words of the answer. */
const intents: readonly (readonly [RegExp, string])[] = [
  [/\bhow (?:do|does|did) (.{2,60}?) (?:work|works|act|acts)\b/i, "$1 mechanism of action"],
  [/\bhow long (?:do|does|did) (.{2,60}?) (?:stay|last|remain|act)\b(?: in (?:the|your|my) (?:body|system|blood))?/i, "$1 half-life"],
  [/\bis (.{2,60}?) (?:dangerous|harmful|toxic)\b/i, "$1 risk toxic"],
];

/** The question in words that its answer may have. */
export function restated(text: string): string {
  return intents.reduce((said, [pattern, better]) => said.replace(pattern, better), text);
}

/** The distinct words of content of a question, in order. */
export function wordsOf(text: string): QuestionWord[] {
  const seen = new Set<string>();
  return [...restated(text).matchAll(pattern)].flatMap(([word]) => {
    const lower = word.toLowerCase().replaceAll("’", "'");
    const bare = lower.replace(/'s$/, "");
    if (stopWords.has(lower) || stopWords.has(bare) || asking.has(bare)) return [];
    const lexemes = tokenise(bare, "en");
    const key = lexemes.join(" ");
    if (key === "" || seen.has(key)) return [];
    seen.add(key);
    return [{ word, lexemes, soft: soft.has(bare) }];
  });
}

/** Lexemes of a text as questions are compared with it. */
export const lexemesOf = (text: string): string[] => tokenise(text, "en");

export type Expected = "number" | "date" | "definition" | "anything";

const number =
  /\bhow (?:much|many|long|often|old|high|low|large|big|fast|soon|frequent)|\b(?:what|which) (?:\w+ ){0,3}(?:dose|dosage|percentage|percent|proportion|fraction|share|rate|value|level|age|limit|threshold|half-life|bioavailability|clearance|volume|concentration|ratio|risk|incidence)\b/i;
const date = /\bwhen\b|\b(?:what|which|in what|in which) (?:year|date|month)\b/i;
const definition = /^(?:what|who) (?:is|are|was|were) (?:an? |the )?[\p{L}\p{N}-]+(?: [\p{L}\p{N}-]+){0,2}\s*\??$/iu;

export function expectedBy(text: string): Expected {
  const plain = text.trim();
  if (date.test(plain)) return "date";
  if (number.test(plain)) return "number";
  return definition.test(plain) ? "definition" : "anything";
}

/** True where a question is about scripture or a doctrine. */
export function isTheological(text: string): boolean {
  if (findReferences(text).some((reference) => reference.kind === "scripture")) return true;
  return /\b(?:theolog|predestin|salvation|justification|sacrament|trinity|atonement|church fathers?|patristic|scripture|gospel|doctrin|reformed|lutheran|arminian|orthodox|catholic|calvin|augustine|chrysostom|aquinas|apostle)/i.test(
    text,
  );
}
