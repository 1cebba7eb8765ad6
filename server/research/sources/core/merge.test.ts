import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FoundSource } from "../schema";
import { type Brought, mergeFound } from "./merge";

type Given = { provider: string; source: FoundSource };
const merge = (given: readonly Given[]) => mergeFound(given.map(({ provider, source }): Brought => ({ ...source, provider })));

const source = (changes: Partial<FoundSource>): FoundSource => ({
  identity: { scheme: "url", value: "https://example.org/a" },
  aliases: [],
  title: "A source",
  url: null,
  tier: 4,
  date: null,
  jurisdiction: null,
  publisher: null,
  licence: null,
  role: "retrieved",
  text: "",
  passages: [],
  upstream: null,
  superseded: false,
  ...changes,
});
const passage = (start: number, end: number, score = 1) => ({ start, end, page: null, heading: null, score });
const doi = (value: string) => ({ scheme: "doi" as const, value });
const pmid = (value: string) => ({ scheme: "pmid" as const, value });
const url = (value: string) => ({ scheme: "url" as const, value });

describe("merging what providers bring", () => {
  it("takes two files that state one DOI for one work", () => {
    const file = (digit: string) => ({ scheme: "document" as const, value: digit.repeat(64) });
    const merged = merge([
      { provider: "library", source: source({ identity: doi("10.1/x"), aliases: [file("a")], text: "An older text of it." }) },
      { provider: "library", source: source({ identity: doi("10.1/x"), aliases: [file("b")], text: "A newer and longer text of it." }) },
    ]);
    expect(merged.map((each) => each.identity)).toEqual([doi("10.1/x")]);
    expect(merged[0]?.text).toBe("A newer and longer text of it.");
  });

  it("joins an identity with its alias through a third name", () => {
    const merged = merge([
      { provider: "a", source: source({ identity: pmid("1") }) },
      { provider: "b", source: source({ identity: url("https://journal.example/x") }) },
      { provider: "c", source: source({ identity: doi("10.1/x"), aliases: [pmid("1"), url("https://journal.example/x")], date: "2020" }) },
    ]);
    expect(merged).toHaveLength(1);
    expect(merged[0]?.identity).toEqual(doi("10.1/x"));
    expect(merged[0]?.date).toBe("2020");
    expect(merged[0]?.members).toEqual([0, 1, 2]);
    expect(merged[0]?.aliases.map((a) => a.scheme)).toEqual(["pmid", "url"]);
  });

  it("keeps two works apart that only share an address", () => {
    const home = url("https://journal.example");
    const merged = merge([
      { provider: "a", source: source({ identity: doi("10.1/x"), aliases: [home] }) },
      { provider: "a", source: source({ identity: doi("10.1/y"), aliases: [home] }) },
    ]);
    expect(merged.map((m) => m.identity.value)).toEqual(["10.1/x", "10.1/y"]);
  });

  it("keeps each provider's strongest role, and each text it brought with its own passages", () => {
    const short = "Half-life is 6.2 h.";
    const long = `Introduction. ${short} More follows.`;
    const other = "Words that stand nowhere else.";
    const brought: Given[] = [
      { provider: "a", source: source({ text: short, passages: [passage(0, short.length, 2)], role: "retrieved" }) },
      { provider: "a", source: source({ text: short, passages: [passage(0, 9)], role: "cited" }) },
      { provider: "b", source: source({ text: other, passages: [passage(0, 5)] }) },
      { provider: "b", source: source({ text: long, passages: [passage(0, 13)], role: "opened", tier: 2 }) },
      { provider: "b", source: source({ text: "", passages: [] }) },
    ];
    const [merged] = merge(brought);
    expect(merged?.broughtBy.map((m) => [m.provider, m.role, m.passages.map((p) => m.text.slice(p.start, p.end))])).toEqual([
      ["a", "cited", [short, "Half-life"]],
      ["b", "opened", ["Introduction."]],
      ["b", "opened", ["Words"]],
    ]);
    expect(merged?.text).toBe(long);
    expect(merged?.tier).toBe(2);
  });

  it("adds up the notices that stand on a work", () => {
    const retraction = { kind: "retraction", date: "2021-02-03", by: "10.1/n" } as const;
    const [merged] = merge([
      { provider: "a", source: source({ notices: [retraction] }) },
      { provider: "b", source: source({ notices: [{ kind: "correction", date: "2019", by: null }, retraction] }) },
    ]);
    expect(merged?.notices?.map((notice) => notice.kind)).toEqual(["correction", "retraction"]);
  });

  it("comes to the same whoever is read first", () => {
    const names = [doi("10.1/x"), pmid("1"), url("https://journal.example/x")];
    const given = fc.record({
      provider: fc.constantFrom("a", "b", "c"),
      identity: fc.constantFrom(...names),
      aliases: fc.subarray(names),
      text: fc.constantFrom("", "One.", "Two.", "Longer than both."),
      tier: fc.integer({ min: 1, max: 10 }),
      date: fc.constantFrom(null, "2020", "2021"),
      role: fc.constantFrom("cited" as const, "retrieved" as const),
    });
    const facts = (list: readonly Given[]) =>
      merge(list)
        .map(({ members, title: _title, ...rest }) => ({ ...rest, count: members.length }))
        .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    fc.assert(
      fc.property(
        fc.array(given, { maxLength: 8 }).chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          const asGiven = (items: typeof list): Given[] =>
            items.map(({ provider, ...fields }) => ({ provider, source: source({ ...fields, passages: fields.text ? [passage(0, 3)] : [] }) }));
          expect(facts(asGiven(shuffled))).toEqual(facts(asGiven(list)));
        },
      ),
    );
  });
});
