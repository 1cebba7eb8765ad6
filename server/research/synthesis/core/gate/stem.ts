// The English stemmer "Porter2" (Snowball project's definition), written for speed: a page is stemmed on every check.
const vowels = "aeiouy";
const isVowel = (c: string | undefined): boolean => c !== undefined && vowels.includes(c);

const irregular = new Map<string, string>([
  ["skis", "ski"],
  ["skies", "sky"],
  ["dying", "die"],
  ["lying", "lie"],
  ["tying", "tie"],
  ["idly", "idl"],
  ["gently", "gentl"],
  ["ugly", "ugli"],
  ["early", "earli"],
  ["only", "onli"],
  ["singly", "singl"],
]);
const unchanged = new Set(["sky", "news", "howe", "atlas", "cosmos", "bias", "andes"]);
const afterPlural = new Set(["inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed"]);

const step2: readonly (readonly [string, string])[] = [
  ["ization", "ize"],
  ["ational", "ate"],
  ["fulness", "ful"],
  ["ousness", "ous"],
  ["iveness", "ive"],
  ["tional", "tion"],
  ["biliti", "ble"],
  ["lessli", "less"],
  ["entli", "ent"],
  ["ation", "ate"],
  ["alism", "al"],
  ["aliti", "al"],
  ["ousli", "ous"],
  ["iviti", "ive"],
  ["fulli", "ful"],
  ["enci", "ence"],
  ["anci", "ance"],
  ["abli", "able"],
  ["izer", "ize"],
  ["ator", "ate"],
  ["alli", "al"],
  ["bli", "ble"],
  ["ogi", "og"],
  ["li", ""],
];
const step3: readonly (readonly [string, string])[] = [
  ["ational", "ate"],
  ["tional", "tion"],
  ["alize", "al"],
  ["icate", "ic"],
  ["iciti", "ic"],
  ["ative", ""],
  ["ical", "ic"],
  ["ness", ""],
  ["ful", ""],
];
const step4 = ["ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "al", "er", "ic"];

/** Start of the region after the first non-vowel that follows a vowel, counted from `from`. */
function regionAfter(w: string, from: number): number {
  let i = from;
  while (i < w.length && !isVowel(w[i])) i++;
  while (i < w.length && isVowel(w[i])) i++;
  return i < w.length ? i + 1 : w.length;
}

function firstRegion(w: string): number {
  const special = /^(?:gener|commun|arsen)/.exec(w);
  return special ? special[0].length : regionAfter(w, 0);
}

const hasVowel = (w: string): boolean => /[aeiouy]/.test(w);
const endsShort = (w: string): boolean => /[^aeiouy][aeiouy][^aeiouywxY]$/.test(w) || /^[aeiouy][^aeiouy]$/.test(w);

/** y is a consonant (written Y) at the start of a word and after a vowel. */
function markConsonantY(word: string): string {
  let out = "";
  for (let i = 0; i < word.length; i++) {
    const c = word[i] ?? "";
    out += c === "y" && (i === 0 || isVowel(out[i - 1])) ? "Y" : c;
  }
  return out;
}

function plural(w: string): string {
  if (w.endsWith("sses")) return w.slice(0, -2);
  if (w.endsWith("ied") || w.endsWith("ies")) return w.slice(0, w.length > 4 ? -2 : -1);
  if (w.endsWith("us") || w.endsWith("ss") || !w.endsWith("s")) return w;
  return hasVowel(w.slice(0, -2)) ? w.slice(0, -1) : w;
}

function pastAndGerund(w: string, r1: number): string {
  const eed = /(?:eedly|eed)$/.exec(w);
  if (eed) return eed.index >= r1 ? `${w.slice(0, eed.index)}ee` : w;
  const m = /(?:ingly|edly|ing|ed)$/.exec(w);
  if (!m) return w;
  const base = w.slice(0, m.index);
  if (!hasVowel(base)) return w;
  if (/(?:at|bl|iz)$/.test(base)) return `${base}e`;
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(base)) return base.slice(0, -1);
  return firstRegion(base) >= base.length && endsShort(base) ? `${base}e` : base;
}

function replaceLongest(w: string, r1: number, r2: number, table: readonly (readonly [string, string])[]): string {
  for (const [suffix, to] of table) {
    if (!w.endsWith(suffix)) continue;
    const at = w.length - suffix.length;
    const before = w[at - 1] ?? "";
    if (at < r1) return w;
    if (suffix === "ogi" && before !== "l") return w;
    if (suffix === "li" && !"cdeghkmnrt".includes(before)) return w;
    if (suffix === "ative" && at < r2) return w;
    return w.slice(0, at) + to;
  }
  return w;
}

function removeSuffix(w: string, r2: number): string {
  for (const suffix of step4) {
    if (!w.endsWith(suffix)) continue;
    const at = w.length - suffix.length;
    if (at < r2) return w;
    return suffix === "ion" && !"st".includes(w[at - 1] ?? " ") ? w : w.slice(0, at);
  }
  return w;
}

function removeFinal(w: string, r1: number, r2: number): string {
  const at = w.length - 1;
  if (w.endsWith("e")) return at >= r2 || (at >= r1 && !endsShort(w.slice(0, -1))) ? w.slice(0, -1) : w;
  return w.endsWith("ll") && at >= r2 ? w.slice(0, -1) : w;
}

/** Porter2 stem of a lower-case ASCII word without apostrophes; other strings come back as they are. */
export function porter2(word: string): string {
  if (word.length <= 2 || !/^[a-z]+$/.test(word)) return word;
  const known = irregular.get(word);
  if (known !== undefined) return known;
  if (unchanged.has(word)) return word;
  let w = markConsonantY(word);
  const r1 = firstRegion(w);
  const r2 = regionAfter(w, r1);
  w = plural(w);
  if (afterPlural.has(w)) return w;
  w = pastAndGerund(w, r1);
  if (w.length > 2 && /[yY]$/.test(w) && !isVowel(w[w.length - 2])) w = `${w.slice(0, -1)}i`;
  w = replaceLongest(w, r1, r2, step2);
  w = replaceLongest(w, r1, r2, step3);
  w = removeSuffix(w, r2);
  return removeFinal(w, r1, r2).toLowerCase();
}

const cacheLimit = 50_000;
const cache = new Map<string, string>();

/** `porter2` with accents folded and a bounded memory of stems. */
export function stemOf(lower: string): string {
  const known = cache.get(lower);
  if (known !== undefined) return known;
  const stem = porter2(foldAccents(lower));
  if (cache.size >= cacheLimit) cache.clear();
  cache.set(lower, stem);
  return stem;
}

export function foldAccents(word: string): string {
  return /^[ -~]*$/.test(word)
    ? word
    : word
        .normalize("NFKD")
        .replace(/\p{M}+/gu, "")
        .replace(/ø/g, "o")
        .replace(/ß/g, "ss")
        .replace(/æ/g, "ae")
        .replace(/ł/g, "l");
}
