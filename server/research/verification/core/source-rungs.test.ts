import { expect, it } from "vitest";
import { type SourceFacts, sourceRungs } from "./source-rungs";

const now = new Date("2026-01-02T03:04:05.000Z");
const facts = (changes: Partial<SourceFacts>): SourceFacts => ({
  identity: { scheme: "document", value: "a".repeat(64) },
  url: null,
  title: "A document",
  text: "Its text.",
  textIntact: true,
  broughtBy: ["library"],
  bringers: ["Your library"],
  ...changes,
});
const states = (changes: Partial<SourceFacts>) => sourceRungs(facts(changes), now).map(({ rung, state }) => `${rung} ${state}`);

it("lets a stored file pass every step but retraction, which nobody was asked about", () => {
  expect(states({})).toEqual(["syntactic passed", "resolved passed", "identified passed", "alive passed", "not_retracted unknown"]);
});

it("takes a register's own record as current", () => {
  const identity = { scheme: "setid" as const, value: "0123abcd-0123-0123-0123-0123456789ab" };
  expect(states({ identity, broughtBy: ["api"], bringers: ["openFDA"] }).at(-1)).toBe("not_retracted passed");
});

it("says of a page that only engines named that nobody has read it", () => {
  const rungs = sourceRungs(
    facts({ identity: { scheme: "url", value: "https://a.example/x" }, url: "https://a.example/x", broughtBy: ["engine"], bringers: ["ChatGPT"] }),
    now,
  );
  expect(rungs.map((result) => result.state)).toEqual(["passed", "not_reached", "not_reached", "not_reached", "not_reached"]);
  expect(rungs[1]?.reason).toBe("Known only from what ChatGPT showed; the page itself was not read.");
});

it("stops at a step that failed", () => {
  expect(states({ identity: { scheme: "doi", value: "no doi" } })).toEqual([
    "syntactic failed",
    "resolved not_reached",
    "identified not_reached",
    "alive not_reached",
    "not_retracted not_reached",
  ]);
  expect(states({ textIntact: false })[2]).toBe("identified failed");
});
