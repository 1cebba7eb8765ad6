import { describe, expect, it } from "vitest";
import { foundSourceSchema } from "../../sources/schema";
import { makeSourceList, type Shown } from "./engine-sources";

const listOf = (...shown: Shown[]) => {
  const list = makeSourceList();
  const indexes = shown.map((entry) => list.add(entry));
  for (const source of list.sources()) foundSourceSchema.parse(source);
  return { indexes, sources: list.sources(), list };
};

describe("the sources of an engine's answer", () => {
  it("are one for one page, whatever was added to its address, with the strongest role", () => {
    const { indexes, sources } = listOf(
      { url: "https://a.example/label", role: "retrieved" },
      { url: "http://A.example:80/label?utm_source=openai#part", role: "cited", title: "The label" },
      { url: "https://a.example/label", role: "opened" },
      { url: "https://a.example:8443/label", role: "retrieved" },
    );
    expect(indexes).toEqual([0, 0, 0, 1]);
    expect(sources[0]).toMatchObject({ role: "cited", title: "The label", url: "https://a.example/label", publisher: "a.example" });
  });

  it("go by the registered identity behind a resolver's address", () => {
    const { sources } = listOf({ url: "https://doi.org/10.1000/ABC", role: "cited" }, { url: "https://pubmed.ncbi.nlm.nih.gov/123/", role: "cited" });
    expect(sources.map((source) => source.identity)).toEqual([
      { scheme: "doi", value: "10.1000/abc" },
      { scheme: "pmid", value: "123" },
    ]);
  });

  it("have the words the engine shows of the page as their text, and none where it shows none", () => {
    const { sources } = listOf(
      { url: "https://a.example/1", role: "retrieved", snippet: "The half-life is 12 h." },
      { url: "https://a.example/1", role: "cited", snippet: "12 h" },
      { url: "https://a.example/2", role: "cited" },
    );
    expect(sources[0]).toMatchObject({ text: "The half-life is 12 h.", passages: [{ start: 0, end: 22 }] });
    expect(sources[1]).toMatchObject({ text: "", passages: [] });
  });

  it("keep every stretch of a page that the engine shows, each once, and no sentence across two", () => {
    const { sources } = listOf(
      { url: "https://a.example/1", role: "retrieved", snippet: "It is taken with food" },
      { url: "https://a.example/1", role: "retrieved", snippet: "The half-life is 12 h." },
      { url: "https://a.example/1", role: "cited", snippet: "half-life is 12 h" },
      { url: "https://a.example/1", role: "cited", snippet: "Dose. It is taken with food" },
    );
    expect(sources[0]?.text).toBe("It is taken with food\n\nThe half-life is 12 h.\n\nDose. It is taken with food");
    const { text = "", passages = [] } = sources[0] ?? {};
    expect(passages.map(({ start, end }) => text.slice(start, end)).every((passage) => !passage.includes("\n\n"))).toBe(true);
  });

  it("show the host where the title is a number or an address, and letters of any script as they are", () => {
    const titles = ["1", " [2] ", "https://a.example/x", "", null, "Römer 8", "ברכות"].map(
      (title, index) => listOf({ url: `https://www.a.example/${index}`, role: "cited", title }).sources[0]?.title,
    );
    expect(titles).toEqual(["a.example", "a.example", "a.example", "a.example", "a.example", "Römer 8", "ברכות"]);
  });

  it("leave out what is no web address, and count it", () => {
    const bad = [
      "javascript:alert(1)",
      "file:///etc/passwd",
      "https://user:pass@a.example/",
      "not an address",
      `https://a.example/${"x".repeat(3000)}`,
      "",
    ];
    const { indexes, sources, list } = listOf(...bad.map((url) => ({ url, role: "cited" as const })));
    expect(indexes).toEqual(bad.map(() => null));
    expect(sources).toEqual([]);
    expect(list.unusable()).toBe(bad.length);
  });

  it("carry no control characters, no marks that turn text around and no halves of characters", () => {
    const hostile = "A\u0000b\u202ec\ud800 <b>d</b>";
    const [source] = listOf({ url: "https://a.example/", role: "cited", title: hostile, snippet: hostile }).sources;
    expect(source?.title).toBe("Abc\ufffd <b>d</b>");
    expect(source?.text).toBe("Abc\ufffd <b>d</b>");
  });

  it("have the tier and jurisdiction of their host, and dates only where they are dates", () => {
    const { sources } = listOf(
      { url: "https://www.accessdata.fda.gov/label.pdf", role: "cited", date: "2025-01-02T10:00:00Z" },
      { url: "https://notfda.gov.example/", role: "cited", date: "last week" },
      { url: "https://www.ema.europa.eu/x", role: "cited", date: "2025-13" },
      { url: "https://x.example/", role: "cited", date: "2025-06" },
    );
    expect(sources.map(({ tier, jurisdiction, date }) => [tier, jurisdiction, date])).toEqual([
      [1, "US", "2025-01-02"],
      [10, null, null],
      [1, "EU", null],
      [10, null, "2025-06"],
    ]);
  });
});
