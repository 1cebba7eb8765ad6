// What the stand-ins of the evidence APIs know of a drug. The figures resemble public knowledge, the words are made up, and identifiers of papers and trials exist nowhere.

export type Drug = {
  readonly name: string;
  readonly salt: string;
  readonly brand: string;
  readonly otherBrands: readonly string[];
  /** A brand that holds another ingredient too, which must not be taken for the drug. */
  readonly mixture: { readonly brand: string; readonly with: string } | null;
  readonly rxcui: { readonly ingredient: string; readonly salt: string; readonly brand: string };
  readonly atc: string;
  readonly unii: string;
  readonly doseForms: readonly string[];
  readonly maker: string;
  readonly label: { readonly setId: string; readonly date: string; readonly sections: Readonly<Record<string, string>> };
  /** A copy of the label by another maker: the same words, another set id. */
  readonly copy: { readonly setId: string; readonly maker: string; readonly date: string };
  readonly application: { readonly number: string; readonly approved: string; readonly strengths: readonly string[] };
  readonly ema: Readonly<Record<string, string>> | null;
  readonly patents: readonly { readonly number: string; readonly until: string; readonly substance: boolean }[];
  readonly exclusivities: readonly { readonly code: string; readonly until: string }[];
  readonly recalls: readonly {
    readonly number: string;
    readonly level: string;
    readonly began: string;
    readonly firm: string;
    readonly reason: string;
    readonly product: string;
  }[];
  readonly shortage: {
    readonly status: string;
    readonly posted: string;
    readonly updated: string;
    readonly firm: string;
    readonly reason: string;
  } | null;
  readonly events: readonly (readonly [string, number])[];
  readonly papers: readonly Paper[];
  readonly trials: readonly Trial[];
};

export type Paper = {
  readonly pmid: string;
  readonly pmcid?: string;
  readonly doi: string;
  readonly title: string;
  readonly journal: string;
  readonly date: readonly [number, number];
  readonly types: readonly string[];
  readonly abstract: readonly (readonly [string, string])[];
  readonly open?: string;
  readonly retractedBy?: { readonly doi: string; readonly pmid: string; readonly date: readonly [number, number, number] };
};

export type Trial = {
  readonly nct: string;
  readonly title: string;
  readonly phases: readonly string[];
  readonly status: string;
  readonly updated: string;
  readonly start: string;
  readonly completed: string;
  readonly enrolled: number;
  readonly actual: boolean;
  readonly conditions: readonly string[];
  readonly comparator: string;
  readonly endpoint: string;
  readonly effect: { readonly kind: string; readonly value: string; readonly low: string; readonly high: string; readonly p: string } | null;
  /** Term, affected in the drug's arm, affected in the other; out of how many each. */
  readonly events: readonly (readonly [string, number, number])[];
  readonly atRisk: number;
};
