// Identifiers of articles, trials and labels as prose writes them.
import type { Reference } from "../schema";

type Pattern = { readonly kind: Reference["kind"]; readonly pattern: RegExp; readonly canonical: (match: RegExpMatchArray) => string | null };

const doiEnd = /[.,;:'"”’>]+$/;

const patterns: readonly Pattern[] = [
  {
    kind: "doi",
    // The older form in brackets holds angles of its own.
    pattern: /(?:(?<=doi\.org\/)|(?<![\w/.]))10\.\d{4,9}(?:\.\d+)*\/(?:\(SICI\)[^\s"“”]+|[^\s"“”<>]+)/gi,
    canonical: ([raw]) => trimDoi(raw).toLowerCase(),
  },
  { kind: "pmcid", pattern: /\bPMC(?:ID:?\s?(?:PMC)?)?\s?(\d{3,9})\b/g, canonical: ([, number = ""]) => `PMC${number}` },
  {
    kind: "pmid",
    pattern: /\b(?:PMID|PubMed(?:\s(?:ID|PMID))?)\s?[:#]?\s?(\d{3,8})\b|\bpubmed\.ncbi\.nlm\.nih\.gov\/(\d{3,8})\b/gi,
    canonical: ([, number, inUrl]) => number ?? inUrl ?? null,
  },
  { kind: "isrctn", pattern: /\bISRCTN\s?(\d{8})\b/gi, canonical: ([, number = ""]) => `ISRCTN${number}` },
  {
    kind: "eudract",
    pattern: /\bEudraCT(?:\s(?:No\.?|Number|Nr\.?))?\s?:?\s?(\d{4}-\d{6}-\d{2})\b/gi,
    canonical: ([, number = ""]) => number,
  },
  { kind: "nct", pattern: /\bNCT\s?(\d{8})\b/gi, canonical: ([, number = ""]) => `NCT${number}` },
  {
    kind: "setid",
    pattern: /\b(?:set\s?id|setid)\b[\s:=]*([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/gi,
    canonical: ([, id = ""]) => id.toLowerCase(),
  },
];

/** Identifiers in the order of the text. A DOI ends before the punctuation of the sentence and before a bracket that it did not open. */
export function findIdentifiers(text: string): Reference[] {
  const single = patterns.flatMap(({ kind, pattern, canonical }) =>
    [...text.matchAll(pattern)].flatMap((match): Reference[] => {
      const value = canonical(match);
      if (!value) return [];
      const length = kind === "doi" ? value.length : match[0].length;
      // Behind the address of a DOI may stand what a page counts its readers by.
      const doi = kind === "doi" && /doi\.org\/$/i.test(text.slice(0, match.index)) ? (value.split("?")[0] ?? value) : value;
      return [{ kind, value: doi, start: match.index, end: match.index + (kind === "doi" ? doi.length : length) }];
    }),
  );
  return [...single, ...listedArticles(text)].sort((a, b) => a.start - b.start);
}

/** "PMIDs: 11111111, 22222222 and 33333333": each with its own place. */
function listedArticles(text: string): Reference[] {
  return [...text.matchAll(/\bPMIDs\s?:?\s?(\d{3,8}(?:(?:,|;|\sand)\s?(?:and\s)?\d{3,8})*)\b/gi)].flatMap((match) => {
    const [whole, list = ""] = match;
    const from = match.index + whole.length - list.length;
    return [...list.matchAll(/\d+/g)].map(
      ({ 0: value, index }): Reference => ({ kind: "pmid", value, start: from + index, end: from + index + value.length }),
    );
  });
}

function trimDoi(raw: string): string {
  let doi = raw.replace(doiEnd, "");
  for (const [open, close] of [
    ["(", ")"],
    ["[", "]"],
  ] as const) {
    while (doi.endsWith(close) && doi.split(open).length < doi.split(close).length) doi = doi.slice(0, -1).replace(doiEnd, "");
  }
  return doi;
}
