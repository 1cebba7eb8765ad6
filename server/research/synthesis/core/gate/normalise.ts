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

const plain = /^[\t\n\r -~]*$/;

/** Text with one form for dashes, quotes, spaces, fractions, powers and micro signs. Line ends stay. Idempotent; offsets are not kept. */
export function normalise(text: string): string {
  if (plain.test(text)) return text;
  return text
    .replace(/(\d)?\s?([½⅓⅔¼¾⅕⅖⅗⅘⅛⅜⅝⅞])/g, (all: string, whole: string | undefined, sign: string) => fraction(all, whole, sign))
    .replace(/(\p{L}*)([⁰¹²³⁴-⁹⁻⁺]+)/gu, (_all, before: string, power: string) => raise(before, power))
    .normalize("NFKC")
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
    .replace(/[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d]/g, "-")
    .replace(/[\u2018\u2019\u201a\u201b\u2032\u02bc`\u00b4]/g, "'")
    .replace(/[\u201c-\u201f\u00ab\u00bb\u2033]/g, '"')
    .replace(/[\u03bc\u00b5]/g, "u")
    .replace(/[\u2264\u2a7d]/g, "<=")
    .replace(/[\u2265\u2a7e]/g, ">=")
    .replace(/[\u2248\u223c]/g, "~")
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, " ")
    .replace(/\u2044/g, "/");
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
  return sentence
    .replace(/\s*\[(?:\d{1,3}(?:\s*[,-]\s*\d{1,3})*|citation needed)\]/gi, "")
    .replace(/^\s*(?:[-*•·▪]\s+|#{1,6}\s+|\(?\d{1,2}[.)]\s+(?=\p{Lu}))+/u, "")
    .replace(/\*\*|__|`/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
