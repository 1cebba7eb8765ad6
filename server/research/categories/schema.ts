// What a category is: the whole of its behaviour is data that an admin can edit. Nothing in code knows a category by name.
import { z } from "zod";

export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:[_-][a-z0-9]+)*$/, "A slug has lower-case letters, digits, _ and - only.")
  .max(64);

export const conflictStrategies = [
  "source_of_record",
  "authority",
  "jurisdiction_scoped",
  "newest_effective",
  "interval",
  "strictest_safety",
  "evidence_level",
  "set_union",
  "weighted_consensus",
  "tradition_scoped",
  "manual",
] as const;
export const conflictStrategySchema = z.enum(conflictStrategies);
export type ConflictStrategy = z.infer<typeof conflictStrategySchema>;

/** The dimensions along which two claims must match before they may be compared. */
export const comparabilityKeys = [
  "population",
  "species",
  "route",
  "matrix",
  "statistic",
  "phase",
  "analyte",
  "form",
  "dose",
  "jurisdiction",
  "as_of",
  "indication",
  "line",
  "arm",
  "term",
  "partner",
  "price_type",
  "currency",
  "fiscal_period",
  "definition",
  "tradition",
  "translation",
  "manuscript",
  "endpoint",
  "study",
] as const;
export const comparabilityKeySchema = z.enum(comparabilityKeys);
export type ComparabilityKey = z.infer<typeof comparabilityKeySchema>;

export const factKinds = ["quantity", "incidence", "date", "boolean", "enumeration", "set", "identifier", "reference", "text"] as const;

/** One fact a category extracts. Units are UCUM codes; tolerances are relative differences (0.05 is 5%). */
export const factSchema = z.object({
  name: slugSchema,
  label: z.string().min(1).max(120),
  kind: z.enum(factKinds),
  /** The sub-head of the edition text under which sentences about this fact stand. */
  section: z.string().max(80).optional(),
  /** Canonical unit of a quantity, UCUM. */
  unit: z.string().max(40).optional(),
  /** Units of other dimensions that the fact is also stated in (L/kg beside L). Never compared across. */
  otherUnits: z.array(z.string().max(40)).default([]),
  /** Words and phrases that name the fact in prose, lower case. `*` stands for up to four words: "binding of * to plasma proteins". */
  synonyms: z.array(z.string().min(1).max(120)).default([]),
  /** Vocabulary of an enumeration or a set: canonical value and how prose writes it. */
  values: z.array(z.object({ value: z.string().min(1).max(120), synonyms: z.array(z.string().min(1).max(160)).default([]) })).default([]),
  /** For identifiers: a regular expression whose first group, or else whole match, is the value. */
  pattern: z.string().max(300).optional(),
  comparability: z.array(comparabilityKeySchema).default([]),
  tolerance: z.object({ rounding: z.number().min(0).max(1), minor: z.number().min(0).max(1) }).default({ rounding: 0.05, minor: 0.2 }),
  strategy: conflictStrategySchema.optional(),
  /** A safety fact is never resolved automatically. */
  safety: z.boolean().default(false),
  /** Which of differing numbers is safer to act on: the lower maximum dose, the higher cut-off. Unset: read from the unit where that tells. */
  cautious: z.enum(["lower", "higher"]).optional(),
  /** Plausible range in `unit`; a value outside it is kept and flagged. */
  plausible: z.object({ low: z.number(), high: z.number() }).optional(),

  // How prose about this fact is read. All optional; phrases are lower case and matched as whole words.
  /** Phrases that make an overlapping mention another fact: "renal clearance" and "creatinine clearance" for clearance. */
  exclude: z.array(z.string().min(1).max(120)).optional(),
  /** Words of which the sentence must hold one, or no mention counts: "daily", "per day" for a maximum daily dose. */
  requireCue: z.array(z.string().min(1).max(120)).optional(),
  /** Words that forbid a claim when they stand in the clause of the value: "single dose", "coadministered". */
  excludeCue: z.array(z.string().min(1).max(120)).optional(),
  /**
   * How a number becomes the stored value. `plain` (default): as stated. `percent`: a bare 0.6 is 60 %. `ratio`: "increased by 67 %" is 1.67, "reduced by
   * 82 %" 0.18, "3-fold" 3, "to 83 % of" 0.83. `daily`: a dose times its frequency, stored per day. `count`: a number with any counted noun.
   * `change`: by how much something rose (positive) or fell (negative), in its own unit; a level is no value.
   */
  scale: z.enum(["plain", "percent", "ratio", "daily", "count", "change"]).optional(),
  /** Phrases that state the rest of 100 %: "unbound fraction" for protein binding. The value is stored as 100 minus what is written. */
  complementSynonyms: z.array(z.string().min(1).max(120)).optional(),
  /** Percent facts: when both values lie above this, the remainders to 100 are compared (90 for protein binding). */
  complementAbove: z.number().min(0).max(100).optional(),
  /** The value is itself a time after an event (Tmax): durations after "after", "within", "at" are then values, else they are not. */
  timeAfterEvent: z.boolean().optional(),
  /** Unit of a bare number by the words that name the fact: eGFR in mL/min/{1.73_m2}, CrCl in mL/min. Such a unit is marked as assumed. */
  assumedUnits: z.array(z.object({ phrase: z.string().min(1).max(120), unit: z.string().min(1).max(40) })).optional(),
  /** Keys that a sentence about this fact states of something else: route, form and dose of the other drug in an interaction. */
  ignoreQualifiers: z.array(comparabilityKeySchema).optional(),
  /** Words beside a mention that deny it, besides no, not, without, never, lacks: "removed", "withdrawn" for a boxed warning. */
  deniedBy: z.array(z.string().min(1).max(120)).optional(),
  /** What is named counts as affirmed whatever stands around it: a witness, an author, a work, a place. */
  neverDenied: z.boolean().optional(),
});
export type Fact = z.infer<typeof factSchema>;
export type FactInput = z.input<typeof factSchema>;

export const categoryDefinitionSchema = z.object({
  slug: slugSchema,
  name: z.string().min(1).max(120),
  description: z.string().min(1).max(1000),
  searchParameters: z.object({
    /** Questions to ask; `{subject}` stands for the subject. */
    queries: z.array(z.string().min(1).max(300)).min(1).max(12),
    /** Evidence APIs that can answer this category; nothing else is asked. */
    apis: z.array(slugSchema).default([]),
    domains: z.array(z.string().max(120)).default([]),
    recencyDays: z.number().int().positive().optional(),
    /** Words that mark a passage as being about this category, lower case. */
    terms: z.array(z.string().min(1).max(80)).default([]),
    /** Sections of structured labels that belong to it (openFDA field names). */
    labelSections: z.array(z.string().max(80)).default([]),
  }),
  processingRules: z.object({
    facts: z.array(factSchema).min(1).max(40),
    /** Keys that every fact of the category is compared by, besides its own. */
    comparability: z.array(comparabilityKeySchema).default([]),
    /** Most sentences the summary may have. */
    maxSentences: z.number().int().min(1).max(60).default(14),
  }),
  promptTemplates: z.object({
    search: z.string().min(1).max(4000),
    extract: z.string().min(1).max(4000),
    adjudicate: z.string().min(1).max(4000),
  }),
  verificationCriteria: z.object({
    minIndependentSources: z.number().int().min(1).max(20),
    /** Authority tier, 1 (regulator) to 10 (unknown): sources of a worse tier do not count as support. */
    minTier: z.number().int().min(1).max(10),
    mustAnchorQuote: z.boolean(),
    maxAgeDays: z.number().int().positive().optional(),
    /** Strict gate thresholds: safety, dosing, legal. */
    strictGate: z.boolean().default(false),
  }),
  conflictResolutionStrategy: conflictStrategySchema,
  /** Lower runs earlier. */
  priority: z.number().int().min(0).max(10_000),
  active: z.boolean().default(true),
});
export type CategoryDefinition = z.infer<typeof categoryDefinitionSchema>;
export type CategoryDefinitionInput = z.input<typeof categoryDefinitionSchema>;

export const packDefinitionSchema = z.object({
  slug: slugSchema,
  name: z.string().min(1).max(120),
  description: z.string().min(1).max(1000),
  /** What a subject of this pack is called on the page: "drug", "passage", "company", "topic". */
  subjectNoun: z.string().min(1).max(40),
  /** How the subject's identity is resolved: drug (RxNorm), passage (OSIS) or as typed. */
  subjectKind: z.enum(["drug", "passage", "company", "topic"]),
  categories: z.array(categoryDefinitionSchema).min(1).max(60),
});
export type PackDefinition = z.infer<typeof packDefinitionSchema>;
export type PackDefinitionInput = z.input<typeof packDefinitionSchema>;
