// What a question asks about: its words of content.
import { findReferences } from "@/server/library/references/core/find-references";
import { tokenise } from "@/server/library/search/core/tokenise";
import { stopWords } from "@/server/research/synthesis/core/gate/stop-words";
import { foreignLanguage, isGrammar } from "./language";
import { asking, soft } from "./light-words";

export type QuestionWord = {
  /** As it was typed. */
  readonly word: string;
  readonly lexemes: readonly string[];
  /** A word of asking rather than of the matter: "mean", "many". */
  readonly soft: boolean;
  /** Names what kind of thing is asked for: "which enzyme". */
  readonly kind: boolean;
  /** Written as a name: an answer has it, whatever else it has. */
  readonly name: boolean;
};

const pattern = /[\p{L}\p{N}\p{M}]+(?:[.,:'’-][\p{L}\p{N}\p{M}]+)*|[%‰]/gu;

/** "Which enzyme breaks it down?" is answered by a name, not by the word enzyme. */
const kindAsked =
  /\b(?:which|what) ([\p{L}-]+)(?: or ([\p{L}-]+))? (?!(?:of|is|are|was|were|do|does|did|has|have|had|can|could|should|must|may|will|would)\b)[\p{L}]+/iu;

/** Ways of asking that have none of the words of the answer. */
const intents: readonly (readonly [RegExp, string])[] = [
  [
    /\bhow (?:fast|quick|quickly|soon) (?:do|does|did|will|is) (.{2,60}?) (?:start|begin|kick in|act|work|take effect)\w*(?: (?:to )?\w+ing)?/i,
    "how many hours $1 effect",
  ],
  [/\bhow (?:do|does|did) (.{2,60}?) (?:work|works|act|acts)\b/i, "$1 mechanism of action"],
  [
    /\bhow long (?:do|does|did|will|is) (.{2,60}?) (?:stay|stays|last|lasts|remain|act|be)\b(?: in (?:the|your|my) (?:body|system|blood))?/i,
    "$1 half-life",
  ],
  [/\b(?:write|wrote|written|writes|writing) (?:on|about|of|concerning)\b/i, "says of"],
  [/\bis (.{2,60}?) (?:dangerous|harmful|toxic)\b/i, "$1 risk toxic"],
];
/** Elisions, inversions and compounds that are written as one word. */
const joined: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  fr: [
    [/\b(l|d|qu|n|s|c|j|t|m)['’](?=\p{L})/giu, "$1 "],
    [/-(?:t-)?(?:ils?|elles?|on|vous|nous|je|tu)\b/giu, " il"],
  ],
  it: [[/\b(l|un|d|dell|nell|all|dall|sull|c|quest|qual)['’](?=\p{L})/giu, "$1 "]],
  de: [
    [/(\p{Lu}\p{L}+ \d{1,3}),\s?(?=\d{1,3})/gu, "$1:"],
    [/(?<=\p{L})-(?=\p{Lu})/gu, " "],
  ],
};

/** The question in words that its answer may have. */
export function restated(text: string): string {
  const apart = (joined[foreignLanguage(text) ?? ""] ?? []).reduce((said, [pattern, better]) => said.replace(pattern, better), text);
  return intents.reduce((said, [pattern, better]) => said.replace(pattern, better), apart);
}

/** The distinct words of content of a question, in order. */
export function wordsOf(text: string): QuestionWord[] {
  const language = foreignLanguage(text);
  const kinds = new Set(language ? [] : (kindAsked.exec(text)?.slice(1) ?? []).flatMap((words) => (words ?? "").toLowerCase().split(" ")));
  const said = restated(text);
  const shouted = !/\p{Ll}/u.test(said);
  const seen = new Set<string>();
  return [...said.matchAll(pattern)].flatMap(({ 0: word, index }) => {
    const lower = word.toLowerCase().replaceAll("’", "'");
    const bare = lower.replace(/'s$/, "");
    const acronym = !shouted && /^\p{Lu}[\p{Lu}\p{N}]+s?$/u.test(word);
    const grammar = language !== null && isGrammar(bare, language);
    if (grammar || (!acronym && (stopWords.has(lower) || stopWords.has(bare) || asking.has(bare)))) return [];
    const lexemes = tokenise(bare, "en");
    const key = lexemes.join(" ");
    if (key === "" || seen.has(key)) return [];
    seen.add(key);
    const numbered = /^\p{N}+$/u.test(word) && /\p{Lu}[\p{Lu}\p{N}-]+\s$/u.test(said.slice(0, index));
    const capital = language !== "de" && !shouted && /^\p{Lu}/u.test(word) && !/(?:^|[.?!:¿¡"“]\s*)$/u.test(said.slice(0, index));
    return [
      {
        word,
        lexemes,
        soft: soft.has(bare),
        kind: kinds.has(lower) && !capital && !acronym,
        name: !soft.has(bare) && (acronym || capital || numbered || /^\p{Lu}\p{L}*\d|-\p{Lu}/u.test(word)),
      },
    ];
  });
}

/** Lexemes of a text as questions are compared with it. */
export const lexemesOf = (text: string): string[] => tokenise(text, "en");

/** True where a question is about scripture or a doctrine. */
export function isTheological(text: string): boolean {
  if (findReferences(text).some((reference) => reference.kind === "scripture")) return true;
  return /\b(?:theolog|predestin|salvation|justification|sacrament|trinity|atonement|church fathers?|patristic|scripture|gospel|doctrin|reformed|lutheran|arminian|orthodox|catholic|calvin|augustine|chrysostom|aquinas|apostle|foreknow|election\b(?! day))/i.test(
    text,
  );
}

/** True where a question asks which reading is right: what texts say is given, and no judge is there. */
export const asksForJudgement = (text: string): boolean =>
  /\b(?:right|correct|true|truth|wrong|false|heretical|biblical|best|better|most faithful)\b/i.test(text);
