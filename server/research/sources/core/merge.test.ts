import { describe, expect, it } from "vitest";
import type { FoundSource } from "../schema";
import { type Brought, mergeFound, moveQuote } from "./merge";

type Given = { provider: string; source: FoundSource };
const merge = (given: readonly Given[]) => mergeFound(given.map(({ provider, source }): Brought<FoundSource> => ({ ...source, provider })));

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

  it("keeps each provider's strongest role, and passages that point into the text kept", () => {
    const short = "Half-life is 6.2 h.";
    const long = `Introduction. ${short} More follows.`;
    const brought: Given[] = [
      { provider: "a", source: source({ text: short, passages: [passage(0, short.length, 2)], role: "retrieved" }) },
      { provider: "a", source: source({ text: short, passages: [passage(0, 9)], role: "cited" }) },
      { provider: "b", source: source({ text: long, passages: [passage(0, 13)], role: "opened", tier: 2 }) },
      { provider: "b", source: source({ text: "Words that stand nowhere else.", passages: [passage(0, 5)] }) },
    ];
    const [merged] = merge(brought);
    expect(merged?.broughtBy.map((m) => [m.provider, m.role])).toEqual([
      ["a", "cited"],
      ["b", "opened"],
    ]);
    expect(merged?.text).toBe(long);
    expect(merged?.tier).toBe(2);
    expect(merged?.broughtBy[0]?.passages.map((p) => long.slice(p.start, p.end))).toEqual([short, "Half-life"]);
    expect(merged?.broughtBy[1]?.passages).toHaveLength(1);
  });

  it("drops passages of another text when only hashes are known", () => {
    const { text: _text, ...bare } = source({ passages: [passage(0, 5)] });
    const [merged] = mergeFound([
      { ...bare, textHash: "one", provider: "a" },
      { ...bare, textHash: "two", provider: "b" },
      { ...bare, textHash: "one", provider: "c" },
    ]);
    expect(merged?.textHash).toBe("one");
    expect(merged?.broughtBy.map((m) => m.passages.length)).toEqual([1, 0, 1]);
  });

  it("moves a quote only where the words stand", () => {
    expect(moveQuote("ab", "xxab", 0, 2)).toEqual({ start: 2, end: 4 });
    expect(moveQuote("ab", "xx", 0, 2)).toBeNull();
    expect(moveQuote("ab", "xx", 1, 1)).toBeNull();
  });
});
