import { expect, test } from "vitest";
import { testSource, testWitness } from "./testing";
import {
  againWords,
  costWords,
  hasOwnNumbers,
  isUnsourced,
  modelWords,
  noticeLine,
  otherCostWords,
  price,
  retryWords,
  sameVoice,
  sourcesHead,
  timeWords,
} from "./witness-words";

test("a price under a dollar is told to the tenth of a cent, and never as nothing when it was something", () => {
  expect([price(0), price(0.0814), price(0.0004), price(12.345)]).toEqual(["$0.00", "$0.081", "under $0.001", "$12.35"]);
});
test("what a call cost says how that is known", () => {
  const cost = (change: Partial<ReturnType<typeof testWitness>["cost"]>, kind: "engine" | "api" = "engine") =>
    costWords(testWitness({ kind, cost: { usd: null, basis: null, reason: null, calls: null, ...change } }));
  expect(cost({ usd: 0.081, basis: "billed" })).toBe("$0.081, billed");
  expect(cost({ basis: "unknown" })).toBe("not known");
  expect(cost({ usd: 0.01, basis: "unknown", calls: 2 })).toBe("$0.010 and more, not known");
  expect(cost({ usd: 0, basis: "free" })).toBe("$0.00");
  expect(cost({ usd: 0, basis: "free" }, "api")).toBe("free");
  expect(cost({})).toBe("not yet");
});
test("another model than the one asked for is told apart from a dated name of the same", () => {
  expect(modelWords(testWitness({ servedModel: "m-2026-01" }))).toBe("m-2026-01, as asked");
  expect(modelWords(testWitness({ servedModel: "other" }))).toBe("other; m was asked for");
  expect(modelWords(testWitness({ servedModel: null, standing: "failed" }))).toBe("m, none served");
});
test("what another round cost is said, and nothing where it was free", () => {
  const cost = (usd: number | null, basis: "billed" | "unknown" | "free") => ({ usd, basis, reason: null, calls: null });
  expect(otherCostWords({ otherCosts: [] })).toBeNull();
  expect(otherCostWords({ otherCosts: [cost(0, "free")] })).toBeNull();
  expect(otherCostWords({ otherCosts: [cost(0.014, "billed")] })).toBe("$0.014 more for asking it before");
  expect(otherCostWords({ otherCosts: [cost(0.014, "billed"), cost(null, "unknown")] })).toBe("$0.014 and more, not known, for asking it before");
});
test("time and retries are of the whole asking", () => {
  expect(timeWords(testWitness())).toBe("9.2\u00a0s");
  expect(timeWords(testWitness({ endedAt: null }))).toBe("not yet");
  expect(retryWords(testWitness({ attempts: 3, standing: "failed" }))).toBe("2, then given up");
  expect(retryWords(testWitness())).toBe("none");
});
test("the head of the sources says how many are cited and how many are fields", () => {
  expect(sourcesHead(testWitness())).toBe("1 source");
  expect(sourcesHead(testWitness({ sources: [testSource, { ...testSource, role: "retrieved" }] }))).toBe("2 sources, 1 of them cited");
  expect(sourcesHead(testWitness({ stated: 9 }))).toBe("1 source, 9 facts as structured fields");
  expect(sourcesHead(testWitness({ sources: [], standing: "failed" }))).toBe("Nothing received");
});
test("witnesses that cite one voice know each other; one that only retrieved it does not count", () => {
  const own = testWitness();
  const copy = testWitness({ provider: "perplexity", name: "Perplexity" });
  const looker = testWitness({ provider: "xai", name: "xAI", sources: [{ ...testSource, role: "retrieved" }] });
  const record = testWitness({ provider: "openfda", name: "openFDA", kind: "api", sources: [{ ...testSource, role: "retrieved" }] });
  expect(sameVoice(own, [own, copy, looker, record])).toEqual(["Perplexity", "openFDA"]);
});
test("numbers in brackets that are left in the prose are the provider's own", () => {
  const said = (text: string, sources: number[] = []) => [[[{ text, sources }]]];
  expect(hasOwnNumbers(said("Two [3]."))).toBe(true);
  expect(hasOwnNumbers(said("Two.", [0]))).toBe(false);
});
test("a whole sentence without a source is told from a heading and from one that names its source behind a part", () => {
  expect(isUnsourced([{ text: "It is safe.", sources: [] }])).toBe(true);
  expect(isUnsourced([{ text: "Doses:", sources: [] }])).toBe(false);
  expect(
    isUnsourced([
      { text: "12 h", sources: [0] },
      { text: ".", sources: [] },
    ]),
  ).toBe(false);
});
test("the price of asking again is said, also where it is not known", () => {
  expect(againWords({ usd: 0, mostUsd: 0 })).toBe("free");
  expect(againWords({ usd: 0.041, mostUsd: 0.2 })).toBe("about $0.041");
  expect(againWords({ usd: null, mostUsd: 0.25 })).toBe("cost not known; at most about $0.250 is set aside");
});
test("a notice says what stands on the publication, when and by which", () => {
  expect(noticeLine({ kind: "retraction", date: "2020-06", by: "10.1/x" })).toBe("Retracted, 2020-06 (10.1/x)");
  expect(noticeLine({ kind: "correction", date: null, by: null })).toBe("Corrected");
});
