// Does one sentence say nothing that another does not say? Then it need not be printed beside it. Figures, names, denials and the people, places and
// forms a sentence speaks of must all stand in the other, and the gate must carry it: words alone would merge what is not the same.
import { checkSentence } from "./gate/check-sentence";
import { normalise } from "./gate/normalise";
import { tokenise } from "./gate/tokens";

export type Content = {
  readonly text: string;
  /** The text with one name for its subject, and for each place. */
  readonly plain: string;
  readonly stems: ReadonlySet<string>;
  readonly figures: readonly string[];
  readonly denials: number;
  /** People, places and forms that a statement holds for; two sentences with different ones say different things. */
  readonly scope: string;
};

const leastShared = 0.85;
/** One word alone says nothing that could be found again. */
const fewestStems = 2;
const otherSense = /unit|name|direction|negation|number|comparator|opposite/;
const denial = /\b(?:not|no|never|neither|nor|none|without|cannot|lacks?|absent|absence)\b|n['’]t\b/g;
const scopes =
  /\b(?:u\.?s\.?(?:a\.?)?|united states|fda|eu|e\.u\.|european union|ema|uk|united kingdom|mhra|canada|japan|australia|who|adults?|child(?:ren)?|p(?:a)?ediatric|adolescents?|infants?|neonat\w+|elderly|geriatric|older|aged|women|men|male|female|females|males|pregnan\w+|lactat\w+|breast\w*|healthy|volunteers?|rats?|mice|mouse|rabbits?|dogs?|monkeys?|animals?|in vitro|humans?|(?:renal|kidney|hepatic|liver)(?= (?:impairment|insufficiency|failure|disease|dys?function|function))|mild|moderate|severe|extended-release|immediate-release|modified-release|delayed-release|intravenous|oral|plasma|serum|blood|urine|faeces|feces|fasting|fed|steady state|single|multiple|terminal|effective|initial|maximum|minimum|starting|maintenance|catholic|reformed|orthodox|lutheran|arminian|calvinist\w*|anglican|jewish|rabbinic)\b/g;
/** Different words for one place or age. */
const alike: readonly (readonly [string, RegExp])[] = [
  ["us", /^(?:u\.?s\.?(?:a\.?)?|united states|fda)$/],
  ["eu", /^(?:e\.?u\.?|european union|ema)$/],
  ["uk", /^(?:uk|united kingdom|mhra)$/],
  ["children", /^(?:child(?:ren)?|pa?ediatric)$/],
  ["older", /^(?:elderly|geriatric|older|aged)$/],
  ["adults", /^adults?$/],
];
const commonName = (word: string): string => alike.find(([, pattern]) => pattern.test(word))?.[0] ?? word;
const soft = new Set(["healthy", "human", "humans", "oral", "plasma", "serum", "who", "blood", "urine", "single"]);

/** What a sentence says, for comparing. `names`: what its subject is called, which is the same under each of them. */
export function contentOf(text: string, names: readonly string[] = []): Content {
  const lower = text.normalize("NFKC").toLowerCase();
  const plain = underOneName(text, names)
    .replace(/\bUnited States\b/g, "US")
    .replace(/\bEuropean Union\b/g, "EU")
    .replace(/\bUnited Kingdom\b/g, "UK");
  const own = new Set(names.flatMap((name) => stemsIn(name)));
  return {
    text,
    plain,
    stems: new Set(stemsIn(plain).filter((stem) => !own.has(stem))),
    figures: (lower.match(/\d+(?:[.,]\d+)*/g) ?? []).map((figure) => figure.replace(/(?<=\d),(?=\d{3})/g, "")),
    denials: lower.match(denial)?.length ?? 0,
    scope: [...new Set((lower.match(scopes) ?? []).filter((word) => !soft.has(word)).map(commonName))].sort().join(" "),
  };
}

/** True when all that `one` says stands in `other`; `context`: title and names of the source of `other`. */
export function isContained(one: Content, other: Content, context = ""): boolean {
  if (one.text === other.text) return true;
  if (one.stems.size < fewestStems || one.denials > other.denials) return false;
  if (!one.figures.every((figure) => other.figures.includes(figure)) || !shares(one.stems, other.stems)) return false;
  const passages = statements(one, other).map((text) => ({ text, context }));
  return passages.length > 0 && checkSentence(one.plain, passages).publish;
}

/** True where nearly the same words say something else: another unit, name, direction or denial. */
export function clashes(one: Content, other: Content, context = ""): boolean {
  return checkSentence(one.plain, [{ text: other.plain, context }]).findings.some(({ blocking, rule }) => blocking && otherSense.test(rule));
}

/** What of the other sentence may carry the one: with the same scope, and beside further figures a statement by itself, so that no figure changes its owner. */
function statements(one: Content, other: Content): string[] {
  const further = one.figures.length > 0 && other.figures.some((figure) => !one.figures.includes(figure));
  const parts = [
    ...other.plain.split(/; /),
    ...(further ? other.plain.split(/; |, (?=and |but |with |while |whereas )| and (?=(?:its|the|an?) )/) : []),
  ];
  const own = parts.filter((part) => {
    const content = contentOf(part);
    const figures = !further || content.figures.every((figure) => one.figures.includes(figure));
    return part !== other.plain && content.scope === one.scope && figures && shares(one.stems, content.stems);
  });
  return further || one.scope !== other.scope ? own : [other.plain, ...own];
}

function shares(stems: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  let shared = 0;
  for (const stem of stems) if (others.has(stem)) shared++;
  return shared >= stems.size * leastShared;
}

function underOneName(text: string, names: readonly string[]): string {
  const [first, ...others] = names.filter((name) => name.length > 3);
  if (first === undefined || others.length === 0) return text;
  const pattern = others
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"))
    .join("|");
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, "giu"), first);
}

function stemsIn(text: string): string[] {
  return tokenise(normalise(text)).flatMap((token) => (token.kind === "mark" || token.stop ? [] : [token.stem]));
}
