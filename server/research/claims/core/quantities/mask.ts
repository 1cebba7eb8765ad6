// Hides numbers that are no quantities (citations, figure numbers, statistics' degrees of freedom, identifiers, addresses, clock times) by a
// filler of the same length, so that every later step may look at plain digits and offsets stay true.

const filler = "\ue000";

const patterns: readonly RegExp[] = [
  // [12, 14], [3–5]
  /\[\s?\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*\s?\]/g,
  // Web addresses, mail addresses, DOIs, registry numbers
  /\bhttps?:\/\/[^\s<>"')\]]+/gi,
  /\bwww\.[^\s<>"')\]]+/gi,
  /[\w.+-]{1,40}@[\w-]{1,40}\.[\w.]{1,40}/g,
  /\b(?:doi:\s?)?10\.\d{4,9}\/[^\s"<>]+/gi,
  /\b(?:NCT|ISRCTN|ChEMBL|CHEMBL|EudraCT|PMID|PMC|ISBN|ISSN|CAS|ATC|NDC|NDA|ANDA|BLA|UNII|RxCUI|CID)\s?:?\s?(?:no\.?|number|#)?\s?[\dX][\d-]*/gi,
  /\b\d{2,7}-\d{2}-\d\b/g,
  // Figures, tables, equations, sections, pages and lists of them
  /\b(?:(?:Supplementary|Suppl\.?|Extended Data)\s)?(?:Figs?\.?|Figures?|Tables?|Tabs?\.|Eqs?\.?|Eqns?\.?|Equations?|Sections?|Sects?\.?|Secs?\.|Refs?\.?|References?|Chapters?|Chap\.|Appendix|Appendices|Schemes?|Plates?|Boxe?s?|Panels?|Notes?|Videos?|Movies?|Algorithms?|Theorems?|Lemmas?|Paper|Annex|Articles?)\.?\s?\(?S?\d+(?:\.\d+)*[A-Za-z]?(?:\s?[–-]\s?[A-Za-z]?\d*[A-Za-z]?\b)?\)?(?:(?:\s?,\s?|\s?(?:and|&|or|to)\s)\(?(?:S?\d+[A-Za-z]?|[A-Za-z])(?![\w%]|\.\d)\)?)*/g,
  /\b(?:figs?|tables?|eqs?|equations?|sections?|refs?)\.?\s\(?\d+(?:\.\d+)*[a-z]?\)?(?:(?:,\s?|\s?(?:and|–|-)\s?)\d+[a-z]?(?![\w%]|\.\d))*/g,
  /\b(?:pp?|pages?|vol|volume|nos?|number|issue|chapter|verses?|vv?)\.?\s\d+(?:\s?[–-]\s?\d+)?(?:(?:,\s?|\sand\s)\d+)*(?!\.?\d|\s?[%°])/gi,
  // Author and year
  /\b(?:et al\.?|and others|and co-?workers|and colleagues),?\s?\(?(?:1[89]|20)\d{2}[a-z]?\)?(?:,\s?(?:(?:1[89]|20)\d{2})?[a-z]?(?=[,;)]))*/g,
  /\b\p{Lu}[\p{L}'-]+(?:,? (?:and|&) \p{Lu}[\p{L}'-]+)?,? \((?:1[89]|20)\d{2}[a-z]?(?:[,;] ?(?:(?:1[89]|20)\d{2})?[a-z]?)*\)/gu,
  // Degrees of freedom and test statistics
  /\b(?:F|t|[χX]2|χ²|r|R|Z|H|U)\s?\(\s?\d+(?:\.\d+)?(?:\s?,\s?(?:N\s?=\s?)?\d+(?:\.\d+)?)?\s?\)/g,
  // Clock times, verses and other pairs with a colon
  /\b\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?|[–-]\d{1,3}(?::\d{1,3})?\b(?!\s?[%°]))?/gi,
  /\b(?:[1-4] ?|I{1,3} )?(?:Samuel|Kings|Chronicles|Corinthians|Thessalonians|Timothy|Peter|Maccabees|Esdras|Exodus|Leviticus|Deuteronomy|Joshua|Judges|Nehemiah|Isaiah|Jeremiah|Ezekiel|Daniel|Hosea|Galatians|Ephesians|Philippians|Colossians|Hebrews|Revelation|Ecclesiastes|Proverbs|Psalms?)\s\d{1,3}(?:[,.:]\s?\d{1,3})?(?:[–-]\d{1,3})?\b/g,
  /\b[1-3] (?=(?:Samuel|Kings|Chronicles|Corinthians|Thessalonians|Timothy|Peter|John|Maccabees|Esdras)\b)/g,
  /(?<!ratios?[^.;]{0,20}|slope of |dilut\w+ |[~≈])\b\d{1,3}:\d{1,3}(?:[–-]\d{1,3}(?::\d{1,3})?)?\b/g,
  /(?<![\d.])(?:1[0-2]|[1-9])(?:\.[0-5]\d)?\s?[ap]m\b(?!\s?[/·*])/g,
  /\b(?:1[0-2]|[1-9])(?:\.[0-5]\d)?\s?[ap]\.m\./g,
  /\b\d{1,2}(?:\.[0-5]\d)? ?o'clock\b/gi,
  // Section numbers at the start of a line
  /^[ \t]*(?:#{1,6}[ \t]+\d+(?:\.\d+)*\.?|\d+(?:\.\d+)+\.?|\d{1,2}[.)])(?=[ \t]+[\p{Lu}*])/gmu,
  // Versions
  /\b(?:version|ver\.|v\.?|release)\s?\d+(?:\.\d+)+/gi,
  /\b\d+\.\d+\.\d+(?:\.\d+)*\b/g,
  // Superscript isotope and charge digits before a letter
  /[¹²³⁰⁴⁵⁶⁷⁸⁹]+(?=[A-Z][a-z]?\b)/g,
];
/** A reference number after a word. A bare count in parentheses is far rarer in the prose this reads. */
const loneNumber =
  /(?<=[\p{L}\d.,;)\]"] )\(\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*\)(?!\s?(?:[kmμnpu]?(?:g|L|l|mol|M)\b|hours?\b|hr?\b|min\b|%|days?\b|[A-Za-zμ·]+\/))|(?<=[\p{L})])\(\d{1,2}\)/gu;
const parenthesis = /\(([^()]{4,400})\)/g;
const citedYear = /(?:^|[;,]\s?|\s)(?:(?:1[89]|20)\d{2})[a-z]?(?=$|[,;:]|\s?[a-z]?$)/;
const citedName = /\p{Lu}[\p{L}'-]+(?:,? (?:et al|and \p{Lu}|& \p{Lu})|,? (?:1[89]|20)\d{2})|et al/u;

/** The text with masked stretches filled; same length. `text` is normalised. */
export function maskNumbers(text: string): string {
  let masked = text;
  for (const pattern of patterns) masked = masked.replace(pattern, fill);
  masked = masked.replace(parenthesis, (whole, inner: string) => (citedName.test(inner) && citedYear.test(inner) ? maskCitations(whole) : whole));
  return masked.replace(loneNumber, fill);
}

// Only the cited parts between semicolons: "(n = 12; Smith et al., 2005)" keeps its count.
function maskCitations(group: string): string {
  return group.replace(/[^;]+/g, (part) =>
    /\p{Lu}[\p{L}'-]+/u.test(part) && citedYear.test(part.replace(/[()]/g, ""))
      ? part.replace(/\d/g, filler)
      : part.replace(/(?:^|\s)(?:1[89]|20)\d{2}[a-z]?(?=[,)]|$)/g, fill),
  );
}

function fill(found: string): string {
  return found.replace(/[\d¹²³⁰⁴⁵⁶⁷⁸⁹]/g, filler);
}
