import { describe, expect, it } from "vitest";
import { factSchema } from "../../categories/schema";
import type { Claim, Qualifiers } from "../../claims/schema";
import { detectConflicts } from "./detect";
import { evidenceOf } from "./primary";
import { trialOf, trialsOf } from "./trials";
import type { LedgerSource } from "./witness";

const ratio = factSchema.parse({
  name: "hazard_ratio",
  label: "Hazard ratio",
  kind: "quantity",
  unit: "1",
  comparability: ["study", "endpoint"],
  tolerance: { rounding: 0.01, minor: 0.05 },
});
const source = (id: string, changes: Partial<LedgerSource> = {}): LedgerSource => ({
  id,
  tier: 4,
  date: null,
  jurisdiction: null,
  superseded: false,
  voice: id,
  publisher: null,
  ...changes,
});
const claim = (sourceId: string, value: number, quote: string, qualifiers: Qualifiers = { endpoint: "stroke" }): Claim => ({
  id: `${sourceId} ${value}`,
  sourceId,
  page: null,
  attribute: "hazard_ratio",
  value: { kind: "quantity", value, op: "=", approx: false, unit: "1", unitAssumed: false },
  qualifiers,
  polarity: "affirmed",
  hedged: false,
  raw: String(value),
  quote,
  start: 0,
  end: quote.length,
  extractor: "rule",
});
const registry = source("registry", { tier: 5, title: "Velorin against placebo in atrial fibrillation (NORDLYS)", trial: "NCT00000001" });
const paper = source("paper", { title: "Velorin for stroke prevention", trial: "NCT00000001" });
const label = source("label", { tier: 1 });
const ledger = (sources: readonly LedgerSource[], claims: readonly Claim[]) =>
  detectConflicts({ facts: [ratio], claims, sources, categoryStrategy: "evidence_level", comparabilityOfCategory: [] });

describe("claims of one trial", () => {
  it("meet under its registration number, by whatever name a record, a paper and a label call it", () => {
    const [entry, ...more] = ledger(
      [registry, paper, label],
      [
        claim("registry", 0.66, "Hazard ratio for stroke 0.66."),
        claim("paper", 0.79, "The hazard ratio for stroke was 0.79."),
        claim("label", 0.79, "In NORDLYS the hazard ratio for stroke was 0.79."),
      ],
    );
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ kind: "value", status: "open" });
    expect(entry?.sides.map((side) => side.sourceIds)).toEqual([["label", "paper"], ["registry"]].map((ids) => expect.arrayContaining(ids)));
  });

  it("are flagged and not decided where a registry record and a paper differ", () => {
    const [entry] = ledger([registry, paper], [claim("registry", 0.66, "Hazard ratio 0.66."), claim("paper", 0.79, "The hazard ratio was 0.79.")]);
    expect(entry).toMatchObject({ status: "open", winner: null });
    expect(entry?.rationale).toMatch(/^A registry record and a published paper disagree/);
  });

  it("are no entry beside those of another trial, unless one of the two is stated twice", () => {
    const other = source("other", { trial: "NCT00000002" });
    const claims = [claim("paper", 0.79, "The hazard ratio was 0.79."), claim("other", 0.5, "The hazard ratio was 0.5.")];
    expect(ledger([paper, other], claims)).toEqual([]);
    const found = ledger([paper, other, registry], [...claims, claim("registry", 0.66, "Hazard ratio 0.66.")]);
    expect(found.map(({ kind, statement }) => [kind, statement])).toEqual([
      ["value", "For stroke, the sources differ: 0.79 (NCT00000001) from 1 voice and 0.66 (NCT00000001) from 1 voice."],
    ]);
  });

  it("are told by number in a paper's text, and by none in a review of several", () => {
    const about = { tier: 4, title: "A trial of velorin", identities: ["doi:10.1000/1"] };
    expect(trialOf({ ...about, text: "Registered as NCT00000001." })).toBe("NCT00000001");
    expect(trialOf({ ...about, text: "We pooled NCT00000001 and NCT00000002." })).toBeNull();
    expect(trialOf({ ...about, tier: 1, text: "NCT00000001" })).toBeNull();
    expect(trialOf({ ...about, identities: ["nct:NCT00000003"], text: "" })).toBe("NCT00000003");
    const twice = trialsOf([registry, source("x", { trial: "NCT00000009", title: "Open extension (NORDLYS)" })]);
    expect(twice.named("NORDLYS")).toBe("NORDLYS");
    expect(trialsOf([registry]).inSentence("NORDLYS and NCT00000002 differ")).toBeNull();
  });
});

describe("whose evidence a claim is", () => {
  const original = source("trial", { voice: "trial voice", identities: ["pmid:12345678", "doi:10.1000/1"] });
  const quote = (words: string) => ({ quote: words, qualifiers: {} });

  it("is the work that its sentence quotes, among the sources or not", () => {
    expect(evidenceOf(quote("The ratio was 0.79 (PMID 12345678)."), source("review"), [original])).toBe("trial voice");
    expect(evidenceOf(quote("The ratio was 0.79 (PMID 87654321)."), source("review"), [original])).toBe("pmid:87654321");
  });

  it("is its own where it quotes nobody, several, or itself", () => {
    expect(evidenceOf(quote("The ratio was 0.79."), source("review"), [original])).toBe("review");
    expect(evidenceOf(quote("Pooled from PMID 12345678 and PMID 87654321."), source("review"), [original])).toBe("review");
    expect(evidenceOf(quote("This article: 10.1000/1"), original, [original])).toBe("trial voice");
  });

  it("makes two reviews that quote one trial one voice for what they quote", () => {
    const words = "The hazard ratio was 0.79 in NCT00000001.";
    const found = ledger(
      [source("one"), source("two"), registry],
      [claim("one", 0.79, words), claim("two", 0.79, `As reported, ${words}`), claim("registry", 0.5, "Hazard ratio 0.5.")],
    );
    expect(found[0]?.statement).toContain("0.79 (NCT00000001) from 1 voice");
  });
});
