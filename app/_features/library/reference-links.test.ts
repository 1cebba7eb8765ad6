import { expect, test } from "vitest";
import { publicPlace, referenceName } from "./reference-links";

test.each([
  ["Rom.8.28", "Rom\u00a08:28"],
  ["Rom.8.28-Rom.8.30", "Rom\u00a08:28–30"],
  ["Rom.8.28-Rom.9.2", "Rom\u00a08:28–9:2"],
  ["1Cor.13", "1 Cor\u00a013"],
  ["Gen.1-Gen.3", "Gen\u00a01–3"],
  ["Ps", "Ps"],
])("%s is written %s", (canonical, name) => {
  expect(referenceName({ scheme: "scripture", canonical })).toBe(name);
});

test.each([
  ["scripture", "Rom.8.28-Rom.8.30", "https://www.biblegateway.com/passage/?search=Rom+8%3A28-30&version=NRSVUE"],
  ["doi", "10.1016/s0140-6736(98)07037-8", "https://doi.org/10.1016/s0140-6736(98)07037-8"],
  ["pmid", "9742977", "https://pubmed.ncbi.nlm.nih.gov/9742977/"],
  ["pmcid", "PMC123456", "https://pmc.ncbi.nlm.nih.gov/articles/PMC123456/"],
  ["nct", "NCT00000620", "https://clinicaltrials.gov/study/NCT00000620"],
  ["law", "CELEX 32004R0726", "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32004R0726"],
  ["law", "21 CFR 314.126(b)", "https://www.ecfr.gov/current/title-21/section-314.126"],
  ["law", "21 CFR 50", "https://www.ecfr.gov/current/title-21/part-50"],
  ["law", "21 USC 355(j)", "https://www.govinfo.gov/link/uscode/21/355"],
])("%s %s is looked up at %s", (scheme, canonical, href) => {
  expect(publicPlace({ scheme, canonical })?.href).toBe(href);
});

test("what has no public page of its own leads nowhere", () => {
  expect(publicPlace({ scheme: "classical", canonical: "Plato, Republic 514a" })).toBeNull();
  expect(publicPlace({ scheme: "unheard of", canonical: "1" })).toBeNull();
});

test("a hostile value stays within its part of the address", () => {
  const href = publicPlace({ scheme: "doi", canonical: '10.1000/"><script>?x=#y@evil.example' })?.href ?? "";
  expect(new URL(href).host).toBe("doi.org");
  expect(href).not.toMatch(/["<>?#]/);
});
