// Names of references as people write them, and where each can be looked up in public.
export type ReferenceName = { readonly scheme: string; readonly canonical: string };
export type PublicPlace = { readonly href: string /** Who answers there. */; readonly at: string };

/** "Rom.8.28-Rom.8.30" as "Rom 8:28–30"; other references stand as they are. */
export function referenceName({ scheme, canonical }: ReferenceName): string {
  return scheme === "scripture" ? canonical.split(",").map(scriptureName).join("; ") : canonical;
}

function scriptureName(range: string): string {
  const [first = "", last] = range.split("-");
  const [book = "", chapter, verse] = first.split(".");
  const begin = `${book.replace(/^(\d)/, "$1 ")}${chapter ? `\u00a0${chapter}` : ""}${verse ? `:${verse}` : ""}`;
  if (last === undefined) return begin;
  const [lastBook = "", lastChapter, lastVerse] = last.split(".");
  if (lastBook !== book) return `${begin}–${scriptureName(last)}`;
  if (lastChapter !== chapter) return `${begin}–${lastChapter ?? ""}${lastVerse ? `:${lastVerse}` : ""}`;
  return lastVerse === undefined || lastVerse === verse ? begin : `${begin}–${lastVerse}`;
}

/** The public page of a reference; null where none can be named for certain. Values come from documents: they are only ever a part of the address. */
export function publicPlace(reference: ReferenceName): PublicPlace | null {
  const { scheme, canonical } = reference;
  const value = encodeURIComponent(canonical);
  switch (scheme) {
    case "scripture": {
      const search = new URLSearchParams({ search: referenceName(reference).replaceAll("\u00a0", " ").replaceAll("–", "-"), version: "NRSVUE" });
      return { href: `https://www.biblegateway.com/passage/?${search}`, at: "Bible Gateway" };
    }
    case "doi":
      return { href: `https://doi.org/${canonical.split("/").map(encodeURIComponent).join("/")}`, at: "doi.org" };
    case "pmid":
      return { href: `https://pubmed.ncbi.nlm.nih.gov/${value}/`, at: "PubMed" };
    case "pmcid":
      return { href: `https://pmc.ncbi.nlm.nih.gov/articles/${value}/`, at: "PubMed Central" };
    case "nct":
      return { href: `https://clinicaltrials.gov/study/${value}`, at: "ClinicalTrials.gov" };
    case "setid":
      return { href: `https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=${value}`, at: "DailyMed" };
    case "law":
      return lawPlace(canonical);
    default:
      return null;
  }
}

function lawPlace(canonical: string): PublicPlace | null {
  const [, celex] = /^CELEX (\S+)$/.exec(canonical) ?? [];
  if (celex) return { href: `https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:${encodeURIComponent(celex)}`, at: "EUR-Lex" };
  const [, title = "", code, place = ""] = /^(\d+) (CFR|USC) ([\w.-]+)/.exec(canonical) ?? [];
  if (code === "CFR")
    return {
      href: `https://www.ecfr.gov/current/title-${title}/${place.includes(".") ? "section" : "part"}-${encodeURIComponent(place)}`,
      at: "eCFR",
    };
  if (code === "USC") return { href: `https://www.govinfo.gov/link/uscode/${title}/${encodeURIComponent(place)}`, at: "govinfo" };
  return null;
}
