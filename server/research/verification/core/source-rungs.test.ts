import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Visit } from "../../snapshots/schema";
import type { RegisterLook, RungState } from "../schema";
import { type SourceFacts, sourceRungs } from "./source-rungs";

const now = new Date("2026-01-02T03:04:05.000Z");
const earlier = "2026-01-01T00:00:00.000Z";
const facts = (changes: Partial<SourceFacts>): SourceFacts => ({
  identity: { scheme: "document", value: "a".repeat(64) },
  aliases: [],
  url: null,
  title: "A document",
  date: null,
  text: "Its text.",
  textIntact: true,
  broughtBy: ["library"],
  bringers: ["Your library"],
  noticeKeepers: [],
  notices: [],
  visit: null,
  register: null,
  ...changes,
});
const states = (changes: Partial<SourceFacts>) => sourceRungs(facts(changes), now).map(({ rung, state }) => `${rung} ${state}`);
const rungOf = (changes: Partial<SourceFacts>, rung: string) => sourceRungs(facts(changes), now).find((result) => result.rung === rung);

const address = "https://a.example/x";
const page: Partial<SourceFacts> = {
  identity: { scheme: "url", value: address },
  url: address,
  title: "Celandrin in healthy adults",
  broughtBy: ["engine"],
  bringers: ["ChatGPT"],
};
const paper: Partial<SourceFacts> = { ...page, identity: { scheme: "doi", value: "10.1000/celandrin" }, url: "https://doi.org/10.1000/celandrin" };
const visit = (state: Visit["judgement"]["state"], change: Partial<Visit> & { title?: string; doi?: string; method?: string } = {}): Visit => {
  const { title = "Celandrin in healthy adults", doi = null, method = "GET", ...rest } = change;
  return {
    id: "v",
    url: address,
    status: 200,
    hops: [],
    headers: {},
    bodyHash: null,
    textHash: null,
    page: {
      title,
      lang: null,
      kind: "html",
      published: null,
      canonicalUrl: null,
      doi,
      contentType: "text/html",
      bytes: 10,
      characters: 10,
      pageStarts: null,
    },
    judgement: { state, method, reason: "Because." },
    at: earlier,
    ...rest,
  };
};
const look = (change: Partial<RegisterLook> = {}): RegisterLook => ({
  register: "Crossref",
  state: "found",
  scheme: "doi",
  value: "10.1000/celandrin",
  title: "Celandrin in healthy adults",
  year: 2014,
  author: "Holloway",
  notices: [],
  replacedBy: null,
  reason: null,
  at: earlier,
  ...change,
});
const retraction = { kind: "retraction", date: "2018-03", by: "10.1000/notice" } as const;

describe("what somebody holds", () => {
  it("lets a stored file pass every step but retraction, which nobody was asked about", () => {
    expect(states({})).toEqual(["syntactic passed", "resolved passed", "identified passed", "alive passed", "not_retracted unknown"]);
  });

  it("takes a register's own record as current", () => {
    const identity = { scheme: "setid" as const, value: "0123abcd-0123-0123-0123-0123456789ab" };
    expect(states({ identity, broughtBy: ["api"], bringers: ["openFDA"] }).at(-1)).toBe("not_retracted passed");
    const trial = { identity: { scheme: "nct" as const, value: "NCT01234567" }, broughtBy: ["api" as const], bringers: ["ClinicalTrials.gov"] };
    expect(rungOf(trial, "not_retracted")).toMatchObject({ state: "unknown", method: "not applicable" });
    const record: Partial<SourceFacts> = { ...paper, broughtBy: ["api"], bringers: ["PubMed"], noticeKeepers: ["PubMed"] };
    expect(rungOf(record, "not_retracted")).toMatchObject({ state: "passed", reason: "The record of PubMed carries no retraction." });
    expect(rungOf({ ...record, notices: [retraction] }, "not_retracted")).toMatchObject({
      state: "failed",
      reason: "It was retracted on 2018-03 (10.1000/notice).",
    });
  });

  it("fails where the stored text is not the one that was read", () => {
    expect(states({ textIntact: false })[2]).toBe("identified failed");
  });
});

describe("what only engines named", () => {
  it("is not said to have been read while nobody has", () => {
    const rungs = sourceRungs(facts(page), now);
    expect(rungs.map((result) => result.state)).toEqual(["passed", "not_reached", "not_reached", "not_reached", "not_reached"]);
    expect(rungs[1]?.reason).toBe("Known only from what ChatGPT showed; the page itself was not read.");
  });

  it("climbs with a page that was read, each rung dated by the look", () => {
    expect(states({ ...page, visit: visit("alive") })).toEqual([
      "syntactic passed",
      "resolved passed",
      "identified passed",
      "alive passed",
      "not_retracted unknown",
    ]);
    expect(rungOf({ ...page, visit: visit("alive") }, "alive")?.at).toBe(earlier);
    expect(rungOf({ ...page, visit: visit("alive", { title: "Ledrafine for the treatment of migraine" }) }, "identified")?.state).toBe("unknown");
    expect(rungOf({ ...page, visit: visit("alive", { title: "RETRACTED: Celandrin in healthy adults" }) }, "not_retracted")?.state).toBe("failed");
  });

  it("is dead only where the page is gone, and not where a site refuses or nobody went", () => {
    const ladder = (seen: Visit) => states({ ...page, visit: seen }).slice(1, 4);
    expect(ladder(visit("dead", { status: 404 }))).toEqual(["resolved failed", "identified not_reached", "alive failed"]);
    expect(ladder(visit("dead", { method: "soft 404" }))).toEqual(["resolved passed", "identified not_reached", "alive failed"]);
    for (const state of ["blocked", "unknown", "paywall"] as const)
      expect(ladder(visit(state))).toEqual(["resolved unknown", "identified unknown", "alive unknown"]);
    expect(ladder(visit("not_checked"))).toEqual(["resolved not_reached", "identified not_reached", "alive not_reached"]);
  });

  it("is identified by the register of its identifier, whatever its page says", () => {
    expect(rungOf({ ...paper, register: look() }, "identified")).toMatchObject({ state: "passed", method: "Crossref" });
    const invented = look({ title: "Ledrafine for the treatment of migraine" });
    expect(rungOf({ ...paper, register: invented, visit: visit("alive", { title: invented.title ?? "" }) }, "identified")?.state).toBe("failed");
    expect(states({ ...paper, register: look({ register: "doi.org", state: "absent", title: null }) }).slice(1, 3)).toEqual([
      "resolved failed",
      "identified failed",
    ]);
    expect(rungOf({ ...paper, register: look({ state: "unknown", title: null, reason: "Crossref is unreachable." }) }, "identified")).toMatchObject({
      state: "unknown",
      reason: "Crossref is unreachable.",
    });
    const elsewhere = look({ register: "doi.org", state: "registered", title: null });
    expect(rungOf({ ...paper, register: elsewhere }, "identified")?.state).toBe("unknown");
    expect(rungOf({ ...paper, register: elsewhere, visit: visit("alive", { doi: "10.1000/CELANDRIN" }) }, "identified")?.state).toBe("passed");
  });

  it("is retracted by a notice, warned of by a concern, noted by a correction", () => {
    const reason = (kind: "retraction" | "expression_of_concern" | "correction") => {
      const rung = rungOf({ ...paper, register: look({ notices: [{ ...retraction, kind }] }) }, "not_retracted");
      return [rung?.state, rung?.reason];
    };
    expect(reason("retraction")).toEqual(["failed", "It was retracted on 2018-03 (10.1000/notice)."]);
    expect(reason("expression_of_concern")).toEqual([
      "passed",
      "It was not retracted, but an expression of concern was published on 2018-03 (10.1000/notice).",
    ]);
    expect(reason("correction")[0]).toBe("passed");
  });

  it("stops at an identifier that is none", () => {
    expect(states({ ...paper, identity: { scheme: "doi", value: "no doi" }, visit: visit("alive"), register: look() })).toEqual([
      "syntactic failed",
      "resolved not_reached",
      "identified not_reached",
      "alive not_reached",
      "not_retracted not_reached",
    ]);
  });
});

describe("property", () => {
  const notice = fc.record({
    kind: fc.constantFrom("retraction" as const, "expression_of_concern" as const, "correction" as const),
    date: fc.constantFrom(null, "2018-03"),
    by: fc.constantFrom(null, "10.1000/notice"),
  });
  const source = fc.record({
    identity: fc.constantFrom(
      ...(["url", "doi", "setid", "nct"] as const).map((scheme) => ({
        scheme,
        value: { url: address, doi: "10.1000/celandrin", setid: "0123abcd-0123-0123-0123-0123456789ab", nct: "NCT01234567" }[scheme],
      })),
    ),
    broughtBy: fc.oneof(fc.constant(["engine"] as const), fc.subarray(["library", "api", "engine"] as const, { minLength: 1 })),
    title: fc.constantFrom("Celandrin in healthy adults", "RETRACTED: Celandrin in healthy adults", "a.example"),
    text: fc.constantFrom("", "Its text."),
    textIntact: fc.boolean(),
    noticeKeepers: fc.constantFrom([], ["Crossref"]),
    visit: fc.option(
      fc
        .tuple(
          fc.constantFrom("alive" as const, "dead" as const, "blocked" as const, "paywall" as const, "unknown" as const, "not_checked" as const),
          fc.constantFrom("GET", "soft 404"),
          fc.constantFrom("10.1000/celandrin", undefined),
        )
        .map(([state, method, doi]) => visit(state, { method, ...(doi ? { doi } : {}) })),
    ),
    register: fc.option(
      fc
        .tuple(
          fc.constantFrom("found" as const, "registered" as const, "absent" as const, "unknown" as const),
          fc.constantFrom("Celandrin in healthy adults", "Ledrafine for migraine in children", null),
          fc.array(notice, { maxLength: 2 }),
        )
        .map(([state, title, notices]) => look({ state, title, notices })),
    ),
  });

  it("removing evidence never makes a rung pass", () => {
    fc.assert(
      fc.property(source, (drawn) => {
        // What a register said of notices is kept with the source.
        const whole = facts({ ...drawn, url: address, notices: drawn.register?.notices ?? [] });
        const before = sourceRungs(whole, now);
        const less: SourceFacts[] = [
          { ...whole, visit: null },
          { ...whole, register: null },
          { ...whole, visit: null, register: null },
          { ...whole, text: "" },
          { ...whole, noticeKeepers: [] },
          ...(["library", "api", "engine"] as const).map((gone) => ({ ...whole, broughtBy: whole.broughtBy.filter((kind) => kind !== gone) })),
        ];
        const passes = (state: RungState | undefined) => state === "passed";
        for (const poorer of less)
          sourceRungs(poorer, now).forEach((after, index) => {
            if (passes(after.state)) expect([after.rung, before[index]?.state]).toEqual([after.rung, "passed"]);
          });
      }),
      { numRuns: 2000 },
    );
  });
});
