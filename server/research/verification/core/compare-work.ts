// Whether the work that a register lists under an identifier is the work that was cited. A real identifier with a wrong title is the commonest invention.

export type ClaimedWork = {
  /** Titles that the citing side gives: an engine's, the page's own. */
  readonly titles: readonly string[];
  readonly year: number | null;
  readonly author: string | null;
};
export type ListedWork = { readonly title: string | null; readonly year: number | null; readonly author: string | null };
export type WorkComparison = { readonly verdict: "same" | "different" | "unsure"; readonly reason: string };

/** Shares of words, 0 to 1. Above the first two titles are one, below the second they are two, between them nobody can tell. */
const thresholds = { same: 0.8, different: 0.45 } as const;
/** A title with fewer words that mean something may be held by many works: then all of them must be the same. */
const fewWords = 3;
/** Years apart: online first and in print. */
const yearTolerance = 1;

/** Compares title first, then year and first author. Without a title on either side nothing is said. */
export function compareWork(claimed: ClaimedWork, listed: ListedWork): WorkComparison {
  const titles = claimed.titles.filter((title) => contentWords(title).length > 0);
  if (listed.title === null || contentWords(listed.title).length === 0) return unsure("The register lists no title to compare.");
  if (titles.length === 0) return unsure("No title was given that could be compared with the register's.");
  const register = listed.title;
  const likeness = Math.max(...titles.map((title) => titleLikeness(title, register)));
  if (titles.every((title) => scriptOf(title) !== scriptOf(register)))
    return unsure(`The register lists it in another script, as "${cut(register)}".`);
  if (likeness < thresholds.different) return { verdict: "different", reason: `The register lists another work under it: "${cut(register)}".` };
  if (likeness < thresholds.same) return unsure(`The titles are alike but not the same; the register has "${cut(register)}".`);
  if (claimed.author !== null && listed.author !== null && !sameName(claimed.author, listed.author))
    return unsure(`The title is the same, the first author is not: the register has ${listed.author}.`);
  const apart = claimed.year !== null && listed.year !== null ? Math.abs(claimed.year - listed.year) : 0;
  if (apart > yearTolerance) return unsure(`The title is the same, the year is not: ${claimed.year} here, ${listed.year} in the register.`);
  const also = [claimed.year !== null && listed.year !== null ? "year" : "", claimed.author !== null && listed.author !== null ? "first author" : ""];
  const agree = ["Title", ...also.filter((name) => name !== "")];
  return { verdict: "same", reason: `${agree.join(" and ")} ${agree.length > 1 ? "agree" : "agrees"} with the register.` };
}

const unsure = (reason: string): WorkComparison => ({ verdict: "unsure", reason });
const cut = (title: string): string => (title.length > 120 ? `${title.slice(0, 117)}...` : title);

/**
 * Share of words that two titles have in common, 0 to 1: of the register's words in the other (which may have a site's name behind it), or of the
 * other's words in the register's (which may have been cut, or lack its subtitle), whichever is more.
 */
export function titleLikeness(claimed: string, listed: string): number {
  const [a, b] = [contentWords(claimed), contentWords(listed)];
  if (a.length === 0 || b.length === 0) return 0;
  const [inA, inB] = [new Set(a), new Set(b)];
  const listedThere = [...inB].filter((word) => inA.has(word)).length / inB.size;
  const claimedThere = [...inA].filter((word) => inB.has(word)).length / inA.size;
  if (Math.min(inA.size, inB.size) < fewWords) return Math.min(listedThere, claimedThere);
  // A few words of a long title are no title: half of it has to be there.
  return Math.max(listedThere, claimedThere * (inA.size * 2 >= inB.size ? 1 : 0.5));
}

const stopWords = new Set(
  "a an the of in on for and or to with by from at as is are was were into its their this that der die das und von in zu le la les de des et du el los y".split(
    " ",
  ),
);

/** Words of a title without markup, notices in front of it, and names of sites behind it. */
export function contentWords(title: string): string[] {
  const plain = title
    .replace(/<[^>]{1,200}>/g, " ")
    .replace(/&(?:amp|lt|gt|quot|nbsp|#\d{1,6}|#x[0-9a-f]{1,6});/gi, " ")
    .replace(retractedPrefix, "")
    .replace(
      /\s[-|–—]\s(?:pubmed|pmc|ncbi bookshelf|sciencedirect|springerlink|wiley online library|nature|plos one|jama network|the lancet|nejm)\b.*$/i,
      "",
    )
    .replace(/(?:\.{3}|…)\s*$/, " ");
  const words =
    plain
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const meaning = words.filter((word) => !stopWords.has(word));
  // The last word of a title that was cut may be half a word.
  return /(?:\.{3}|…)\s*$/.test(title) ? meaning.slice(0, -1) : meaning;
}

/** A title that says of its own work that it was taken back. */
export const retractedPrefix =
  /^\s*[[(]?\s*(?:retracted(?:\s+(?:article|paper|chapter|manuscript))?|withdrawn(?:\s+article)?|article withdrawn|removed)\s*[\])]?\s*[:.\-–—|]\s*/i;
/** The same where it is no headline about a retraction, of which the web is full. */
export const markedRetracted =
  /^\s*[[(]?\s*(?:RETRACTED|WITHDRAWN)\s*[\])]?\s*[:.\-–—|]|^\s*[[(]\s*[Rr]etracted\s*[\])]|^\s*[Rr]etracted\s+(?:[Aa]rticle|[Pp]aper|[Cc]hapter|[Mm]anuscript)\s*[:.\-–—|]|^\s*RETRACTED\s+[A-Z]+\s*:/;
/** A title of the notice itself, which takes back another work. */
export const noticePrefix =
  /^\s*(?:retraction(?:\s+(?:note|notice|statement))?(?:\s+(?:to|for|of))?|notice of retraction|expression of concern|erratum|corrigendum|correction)\s*[:.\-–—]|^\s*(?:retraction|erratum|corrigendum|correction)\s+(?:of|to|for)\b/i;

function scriptOf(text: string): string {
  const letters = text.match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length;
  return latin * 2 >= letters.length ? "latin" : "other";
}

/**
 * Family name of the first author where a citation gives it: "Granger CB, Alexander JH. Apixaban ...", "Smith et al., 2019: ...", "... (Smith et
 * al., 2019)". Null where the words are a title alone.
 */
export function citedAuthor(citation: string): string | null {
  const family = "(\\p{Lu}[\\p{L}'’-]{1,40})";
  const other = "\\p{Lu}[\\p{L}'’-]+";
  const led = new RegExp(
    `^${family},? (?:\\p{Lu}{1,3},? et al\\b|\\p{Lu}{1,3}, ${other} \\p{Lu}{1,3}\\b|et al\\b|(?:and|&) ${other},? \\(?\\d{4})`,
    "u",
  ).exec(citation.trim());
  return led?.[1] ?? new RegExp(`\\(${family} et al\\.?,? \\d{4}\\)`, "u").exec(citation)?.[1] ?? null;
}

function sameName(a: string, b: string): boolean {
  const fold = (name: string) =>
    name
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/\p{L}{2,}/gu) ?? [];
  const other = new Set(fold(b));
  return fold(a).some((part) => other.has(part));
}
