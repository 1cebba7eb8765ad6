// What a question asks about: its words of content.
import { findReferences } from "@/server/library/references/core/find-references";
import { tokenise } from "@/server/library/search/core/tokenise";
import { stopWords } from "@/server/research/synthesis/core/gate/stop-words";
import { foreignLanguage, isGrammar } from "./language";

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

const asking = new Set(
  (
    "say says said tell tells told explain explains describe describes give gives given gave list lists name names find found finds know knows known show shows " +
    "please want wants need needs look help mean means meaning meant library document documents source sources text texts passage passages according question " +
    "questions answer answers summarise summarize overview compare compares compared comparison versus vs understand understands understood interpret interprets " +
    "interpreted interpretation view views viewed see seen sees regard regards regarded does take takes taken took taking get gets got getting make makes made " +
    "making come comes came happen happens happened happening let lets call called think thinks whats what's who's when's where's how's wonder wondering hear " +
    "heard talk talks detail details information info thanks thank hello hi hey okay ok note notes mention mentions mentioned"
  ).split(" "),
);
const soft = new Set(
  (
    "use used uses using usage work works working effect effects common commonly usual usually typical typically general generally important main mainly " +
    "different difference differences kind kinds type types way ways thing things stuff people person patient patients someone anyone somebody anybody long much " +
    "many often high low large small big good bad new old first last latest current year years time times day days week weeks month months " +
    "number numbers amount amounts value values figure figures possible recommended recommend suggest suggested considered regarding concerning related reason " +
    "reasons cause caused causes causing change changed part parts role term safe safely safety pass passes passed affect affects affected carry carries start " +
    "started begin stay stays last lasts ever actually really exactly responsible roughly approximately temperature per total overall also able go goes put do done become becomes became"
  ).split(" "),
);
/** "Which enzyme breaks it down?" is answered by a name, not by the word enzyme. */
const kindAsked =
  /\b(?:which|what) ([\p{L}-]+)(?: or ([\p{L}-]+))? (?!(?:of|is|are|was|were|do|does|did|has|have|had|can|could|should|must|may|will|would)\b)[\p{L}]+/iu;

/** Ways of asking that have none of the words of the answer. */
const intents: readonly (readonly [RegExp, string])[] = [
  [/\bhow (?:do|does|did) (.{2,60}?) (?:work|works|act|acts)\b/i, "$1 mechanism of action"],
  [
    /\bhow long (?:do|does|did|will|is) (.{2,60}?) (?:stay|stays|last|lasts|remain|act|be)\b(?: in (?:the|your|my) (?:body|system|blood))?/i,
    "$1 half-life",
  ],
  [/\bis (.{2,60}?) (?:dangerous|harmful|toxic)\b/i, "$1 risk toxic"],
];

/** The question in words that its answer may have. */
export function restated(text: string): string {
  return intents.reduce((said, [pattern, better]) => said.replace(pattern, better), text);
}

/** The distinct words of content of a question, in order. */
export function wordsOf(text: string): QuestionWord[] {
  const language = foreignLanguage(text);
  const kinds = new Set(language ? [] : (kindAsked.exec(text)?.slice(1) ?? []).filter(Boolean).map((word) => word.toLowerCase()));
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
    const capital = language !== "de" && !shouted && /^\p{Lu}/u.test(word) && !/(?:^|[.?!:¿¡"“]\s*)$/u.test(said.slice(0, index));
    return [{ word, lexemes, soft: soft.has(bare), kind: kinds.has(lower), name: acronym || capital || /^\p{Lu}\p{L}*\d|-\p{Lu}/u.test(word) }];
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
