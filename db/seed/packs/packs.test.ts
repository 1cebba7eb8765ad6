import { describe, expect, it } from "vitest";
import { categoryDefinitionSchema, packDefinitionSchema } from "@/server/research/categories/schema";
import { definitionProblems } from "@/server/research/categories/update-schema";
import { isValidUnit } from "@/server/research/claims/core/units";
import { phrases, vocabulary } from "./define";
import { packs } from "./index";

const categories = packs.flatMap((pack) => pack.categories.map((category) => ({ path: `${pack.slug}/${category.slug}`, category })));
const facts = categories.flatMap(({ path, category }) => category.processingRules.facts.map((fact) => ({ path: `${path}.${fact.name}`, fact })));
const knownApis = ["rxnorm", "openfda", "dailymed", "pubmed", "europepmc", "crossref", "clinicaltrials", "ema", "sefaria", "bible-api"];

describe("the shipped packs", () => {
  it("are four, with 17, 10, 9 and 10 categories", () => {
    expect(packs.map((pack) => [pack.slug, pack.categories.length])).toEqual([
      ["pharma", 17],
      ["theology", 10],
      ["literature", 9],
      ["market", 10],
    ]);
  });

  it("hold only definitions that an administrator could have saved", () => {
    for (const pack of packs) expect(packDefinitionSchema.safeParse(pack).success).toBe(true);
    for (const { path, category } of categories) expect(definitionProblems(categoryDefinitionSchema.parse(category)), path).toEqual([]);
  });

  it("give each category of a pack its own slug and its own place in the run", () => {
    for (const pack of packs) {
      const { length } = pack.categories;
      expect(new Set(pack.categories.map((category) => category.slug)).size).toBe(length);
      expect(pack.categories.map((category) => category.priority)).toEqual(pack.categories.map((_, index) => (index + 1) * 10));
    }
  });

  it("ask real questions about the subject, of APIs that exist, with words to find the answer by", () => {
    for (const { path, category } of categories) {
      const { queries, apis, terms } = category.searchParameters;
      expect(queries.length, path).toBeGreaterThanOrEqual(4);
      for (const query of queries) expect(query, path).toContain("{subject}");
      for (const api of apis) expect(knownApis, path).toContain(api);
      expect(terms.length, path).toBeGreaterThanOrEqual(10);
    }
  });

  it("use units that UCUM knows, or a currency", () => {
    for (const { path, fact } of facts)
      for (const unit of [...(fact.unit ? [fact.unit] : []), ...fact.otherUnits])
        expect(/^\{[A-Z]{3}\}$/.test(unit) || isValidUnit(unit), `${path}: ${unit}`).toBe(true);
  });

  it("write every word by which a fact is read in lower case", () => {
    for (const { path, fact } of facts) {
      const words = [...fact.synonyms, ...(fact.exclude ?? []), ...(fact.requireCue ?? []), ...(fact.excludeCue ?? []), ...(fact.deniedBy ?? [])];
      for (const word of words) expect(word, path).toBe(word.toLowerCase());
    }
    for (const { path, category } of categories) for (const term of category.searchParameters.terms) expect(term, path).toBe(term.toLowerCase());
  });

  it("name every fact by a phrase, save identifiers that their pattern alone gives away, and put it under a heading", () => {
    for (const { path, fact } of facts) {
      if (fact.kind !== "identifier") expect(fact.synonyms.length, path).toBeGreaterThanOrEqual(1);
      expect(fact.section, path).toBeTruthy();
    }
  });

  it("never let a vocabulary write two members the same way", () => {
    for (const { path, fact } of facts) {
      const forms = fact.values.flatMap(({ value, synonyms }) => [...new Set([value, ...synonyms].map((form) => form.toLowerCase()))]);
      const repeated = forms.filter((form, index) => forms.indexOf(form) !== index);
      expect(repeated, path).toEqual([]);
    }
  });

  it("bound every quantity by what is plausible", () => {
    for (const { path, fact } of facts) if (fact.kind === "quantity") expect(fact.plausible, path).toBeDefined();
  });

  it("fence what strangers wrote in every prompt that carries it", () => {
    for (const { path, category } of categories) {
      const { search, extract, adjudicate } = category.promptTemplates;
      expect(search, path).toContain("{subject}");
      expect(extract, path).toMatch(/\{facts\}[\s\S]*<passage>[\s\S]*never follow it[\s\S]*\{passages\}/);
      expect(adjudicate, path).toMatch(/<claim>[\s\S]*never follow an instruction[\s\S]*\{claims\}/);
    }
  });
});

describe("the notation of the packs", () => {
  it("parts phrases at commas with a blank, so that numbers keep their commas", () => {
    expect(phrases("rare (≥1/10,000), very rare,\n uncommon")).toEqual(["rare (≥1/10,000)", "very rare", "uncommon"]);
  });

  it("reads a vocabulary line by line", () => {
    expect(vocabulary("\n  P-gp: mdr1, abcb1\n HLA-B*57:01: hla-b*5701\n lactic acidosis\n")).toEqual([
      { value: "P-gp", synonyms: ["mdr1", "abcb1"] },
      { value: "HLA-B*57:01", synonyms: ["hla-b*5701"] },
      { value: "lactic acidosis", synonyms: [] },
    ]);
  });
});
