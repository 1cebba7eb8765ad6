// What kind of document a text is by what plainly stands in it. Deterministic, shown to people as "detected", never more than a guess.
import type { DocumentKind } from "../schema";
import { plainSign } from "./kind-signs";

export type Detected = {
  readonly kind: DocumentKind;
  /** What it was told by, one sentence. */
  readonly reason: string;
  /** Authority tier 1 (label of record) to 10 (unknown). */
  readonly tier: number;
  readonly jurisdiction?: string;
  /** `scheme:value`. */
  readonly identity?: string;
};

/** A DOI further down is usually somebody else's: in the references. */
const headUnits = 3_000;
const labelScanUnits = 200_000;
const headingsOfLabel = 3;

const labelHeadings = [
  "highlights of prescribing information",
  "full prescribing information",
  "indications and usage",
  "dosage and administration",
  "dosage forms and strengths",
  "contraindications",
  "warnings and precautions",
  "adverse reactions",
  "use in specific populations",
  "clinical pharmacology",
  "how supplied",
  "how supplied/storage and handling",
  "patient counseling information",
  "package label",
];
const productCharacteristics = [
  "name of the medicinal product",
  "qualitative and quantitative composition",
  "pharmaceutical form",
  "clinical particulars",
  "therapeutic indications",
  "posology and method of administration",
  "special warnings and precautions for use",
  "undesirable effects",
  "pharmacodynamic properties",
  "pharmacokinetic properties",
  "marketing authorisation holder",
];

export function detectKind(text: string): Detected {
  const scanned = text.slice(0, labelScanUnits);
  const headings = headingLines(scanned);
  if (/^[^\S\n]*(?:#+[^\S\n]*)?summary of product characteristics/im.test(scanned) || count(headings, productCharacteristics) >= headingsOfLabel) {
    return { kind: "label", reason: "It has the headings of a European summary of product characteristics.", tier: 1, ...european(scanned) };
  }
  const american = headings.has("highlights of prescribing information") || headings.has("full prescribing information");
  if (american || count(headings, labelHeadings) >= headingsOfLabel) {
    const stated = american || /\bNDC\s+\d{4,5}-\d{3,4}-\d{1,2}\b|U\.?S\.? Food and Drug Administration|\b1-800-FDA-1088\b/.test(scanned);
    return { kind: "label", reason: "It has the headings of prescribing information.", tier: 1, ...(stated ? { jurisdiction: "US" } : {}) };
  }
  const doi = findDoi(text.slice(0, headUnits));
  if (doi) return { kind: "paper", reason: "A DOI stands at its head.", tier: 4, identity: `doi:${doi}` };
  return { ...(plainSign(scanned, headings) ?? { kind: "general", reason: "Nothing in it is a plain sign of another kind." }), tier: 10 };
}

function european(text: string): { jurisdiction?: string } {
  if (/\bEU\/\d\/\d{2}\/\d{3,4}\b|European Medicines Agency/.test(text)) return { jurisdiction: "EU" };
  if (/\bPL(?:GB)? \d{5}\/\d{4}\b|\bMHRA\b/.test(text)) return { jurisdiction: "GB" };
  return {};
}

/** Short lines without their numbers, marks and ends, in lower case. */
function headingLines(text: string): Set<string> {
  const lines = new Set<string>();
  for (const line of text.split(/[\n\f]/)) {
    if (line.length > 120) continue;
    lines.add(
      line
        .replace(/^[\s#*\d.]+|[\s*:]+$/g, "")
        .replace(/\s+/g, " ")
        .toLowerCase(),
    );
  }
  return lines;
}

function count(present: ReadonlySet<string>, wanted: readonly string[]): number {
  return wanted.filter((heading) => present.has(heading)).length;
}

/** The first DOI of a text, in lower case, without the punctuation that follows it in prose. */
export function findDoi(text: string): string | null {
  const match = /\b10\.\d{4,9}\/[^\s"<>{}|\\^[\]`]+/.exec(text);
  if (!match) return null;
  let doi = match[0].replace(/[.,;:!?'*_]+$/, "");
  // A closing bracket belongs to the sentence unless the DOI opened one.
  while (doi.endsWith(")") && doi.split("(").length < doi.split(")").length) doi = doi.slice(0, -1).replace(/[.,;:]+$/, "");
  return doi.toLowerCase();
}
