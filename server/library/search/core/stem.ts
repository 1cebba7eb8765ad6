// Snowball stemmers by language code, each behind a memory of the words it has seen.
import snowball from "snowball-stemmers";

const algorithms: Readonly<Record<string, string>> = {
  ar: "arabic",
  hy: "armenian",
  eu: "basque",
  ca: "catalan",
  cs: "czech",
  da: "danish",
  nl: "dutch",
  en: "english",
  fi: "finnish",
  fr: "french",
  de: "german",
  hu: "hungarian",
  it: "italian",
  ga: "irish",
  no: "norwegian",
  nb: "norwegian",
  nn: "norwegian",
  pt: "portuguese",
  ro: "romanian",
  ru: "russian",
  es: "spanish",
  sl: "slovene",
  sv: "swedish",
  ta: "tamil",
  tr: "turkish",
};
/** Words of a language are few; names and numbers are not: beyond this the memory starts anew. */
const remembered = 50_000;
const stemmers = new Map<string, (word: string) => string>();

export function stemmerOf(language: string | null): (word: string) => string {
  const name = Object.hasOwn(algorithms, language ?? "") ? (algorithms[language ?? ""] ?? null) : null;
  if (name === null) return (word) => word;
  const known = stemmers.get(name);
  if (known) return known;
  const stemmer = snowball.newStemmer(name);
  let memory = new Map<string, string>();
  const stem = (word: string) => {
    const seen = memory.get(word);
    if (seen !== undefined) return seen;
    const stemmed = stemmer.stem(word);
    if (memory.size >= remembered) memory = new Map();
    memory.set(word, stemmed);
    return stemmed;
  };
  stemmers.set(name, stem);
  return stem;
}
