// One spelling for what print writes in many ways. Superscripts and vulgar fractions go before NFKC, which would turn 10⁶ into 106.
const superscripts: Record<string, string> = {
  "⁰": "0",
  "¹": "1",
  "²": "2",
  "³": "3",
  "⁴": "4",
  "⁵": "5",
  "⁶": "6",
  "⁷": "7",
  "⁸": "8",
  "⁹": "9",
  "⁻": "-",
  "⁺": "+",
};
const fractions: Record<string, string> = {
  "½": ".5",
  "⅓": ".333",
  "⅔": ".667",
  "¼": ".25",
  "¾": ".75",
  "⅕": ".2",
  "⅖": ".4",
  "⅗": ".6",
  "⅘": ".8",
  "⅛": ".125",
  "⅜": ".375",
  "⅝": ".625",
  "⅞": ".875",
};

const powersOrFractions = /[\u00b2\u00b3\u00b9\u2070-\u207f\u00bc-\u00be\u2153-\u215e]/;
const notAscii = /[^\t\n\r -~]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the first 128 characters need no work at all.
const ascii = /^[\u0000-\u007f]*$/;

const oneForm = new Map<string, string>();
const put = (characters: string, by: string): void => {
  for (const character of characters) oneForm.set(character, by);
};
put("\u00ad\u200b\u200c\u200d\u2060\ufeff", "");
put("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\ufe58\ufe63\uff0d", "-");
put("\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4", "'");
put("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"');
put("\u03bc\u00b5", "u");
put("\u2264\u2a7d", "<=");
put("\u2265\u2a7e", ">=");
put("\u2248\u223c", "~");
put("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " ");
put("\u2044", "/");

/** Text with one form for dashes, quotes, spaces, fractions, powers and micro signs. Line ends stay. Idempotent; offsets are not kept. */
export function normalise(text: string): string {
  if (ascii.test(text)) return text;
  return (powersOrFractions.test(text) ? writeOut(text) : text)
    .normalize("NFKC")
    .replace(notAscii, (character) => oneForm.get(character) ?? character);
}

function writeOut(text: string): string {
  return text
    .replace(/(\d)?\s?([½⅓⅔¼¾⅕⅖⅗⅘⅛⅜⅝⅞])/g, (all: string, whole: string | undefined, sign: string) => fraction(all, whole, sign))
    .replace(/(\p{L}{0,12})([⁰¹²³⁴-⁹⁻⁺]+)/gu, (_all, before: string, power: string) => raise(before, power));
}

function fraction(all: string, whole: string | undefined, sign: string): string {
  if (whole !== undefined) return `${whole}${fractions[sign] ?? ""}`;
  return `${/^\s/.test(all) ? " " : ""}0${fractions[sign] ?? ""}`;
}

function raise(before: string, power: string): string {
  // After a word a superscript is a footnote mark; after a unit (m²) or a digit it is a power.
  if (before.length > 4) return before;
  return `${before}^${[...power].map((c) => superscripts[c] ?? "").join("")}`;
}

/** A drafted sentence without what only the page adds: citation marks, list numbers and bullets, markdown emphasis. */
export function stripMarks(sentence: string): string {
  // Runs of blanks go first: the patterns below begin with one.
  return sentence
    .replace(/\s+/g, " ")
    .replace(/\s*\[(?:\d{1,3}(?:\s*[,-]\s*\d{1,3})*|citation needed)\]/gi, "")
    .replace(/^\s*(?:[-*•·▪]\s+|#{1,6}\s+|\(?\d{1,2}[.)]\s+(?=\p{Lu}))+/u, "")
    .replace(/\*\*|__|`/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
