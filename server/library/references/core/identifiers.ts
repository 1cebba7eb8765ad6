// Identifiers of articles, trials and labels as prose writes them.
import type { Reference } from "../schema";

type Pattern = { readonly kind: Reference["kind"]; readonly pattern: RegExp; readonly canonical: (match: RegExpMatchArray) => string | null };

const doiEnd = /[.,;:'"”’>]+$/;

const patterns: readonly Pattern[] = [
  { kind: "doi", pattern: /(?<![\w/.])10\.\d{4,9}(?:\.\d+)*\/[^\s"“”<>]+/g, canonical: ([raw]) => trimDoi(raw).toLowerCase() },
  { kind: "pmcid", pattern: /\bPMC(?:ID:?\s?(?:PMC)?)?\s?(\d{3,9})\b/g, canonical: ([, number = ""]) => `PMC${number}` },
  {
    kind: "pmid",
    pattern: /\b(?:PMID|PubMed(?:\s(?:ID|PMID))?)\s?[:#]?\s?(\d{3,8})\b|\bpubmed\.ncbi\.nlm\.nih\.gov\/(\d{3,8})\b/gi,
    canonical: ([, number, inUrl]) => number ?? inUrl ?? null,
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
  return patterns
    .flatMap(({ kind, pattern, canonical }) =>
      [...text.matchAll(pattern)].flatMap((match): Reference[] => {
        const value = canonical(match);
        if (!value) return [];
        const length = kind === "doi" ? value.length : match[0].length;
        return [{ kind, value, start: match.index, end: match.index + length }];
      }),
    )
    .sort((a, b) => a.start - b.start);
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
