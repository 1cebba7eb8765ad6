import { describe, expect, it } from "vitest";
import { countQuotes, reanchorQuotes } from "./reanchor";
import { lookForSnippet, pagePassages } from "./snippet-on-page";

const filler = Array.from({ length: 40 }, (_, n) => `Paragraph ${n} tells of weather, roads and harvests in some detail.`).join("\n\n");
const page = `Celandrin in adults

${filler}

The elimination half-life of celandrin in plasma is 12 h in healthy adults. It must not be taken with grapefruit juice.

The maximum daily dose is 40 mg — divided over two meals.

${filler}`;
const whole = (snippet: string) => [{ start: 0, end: snippet.length }];
const look = (snippet: string) => lookForSnippet(page, snippet, whole(snippet));

describe("what an engine showed of a page", () => {
  it("stands on it in another spelling", () => {
    const snippet =
      "The elimination half-life of celandrin in plasma is 12 h in healthy adults. The maximum daily dose is 40 mg - divided over two meals.";
    const found = look(snippet);
    expect(found).toMatchObject({ state: "stands", found: 2, shown: 2 });
    expect(found?.places.map(({ start, end }) => page.slice(start, end))).toEqual([
      "The elimination half-life of celandrin in plasma is 12 h in healthy adults.",
      "The maximum daily dose is 40 mg — divided over two meals.",
    ]);
  });

  it("is altered when a number, a unit or a negation is another", () => {
    for (const sentence of [
      "The elimination half-life of celandrin in plasma is 21 h in healthy adults.",
      "It must be taken with grapefruit juice.",
      "The maximum daily dose is 40 g — divided over two meals.",
    ])
      expect([sentence, look(`The maximum daily dose is 40 mg — divided over two meals. ${sentence}`)?.state]).toEqual([sentence, "altered"]);
  });

  it("stands in part, or is missing", () => {
    expect(look("It must not be taken with grapefruit juice. Celandrin was first made in Trieste by two sisters.")).toMatchObject({
      state: "in_part",
      found: 1,
      shown: 2,
    });
    expect(look("Celandrin was first made in Trieste by two sisters.")).toMatchObject({ state: "missing", found: 0, places: [] });
    expect(look("Yes. Read on.")).toBeNull();
  });

  it("gives way to stretches of the page that hold it or the topics, best first, each cut at sentence ends", () => {
    const places = look("The maximum daily dose is 40 mg - divided over two meals.")?.places ?? [];
    const passages = pagePassages(page, places, ["half-life", "dose"]);
    expect(page.slice(passages[0]?.start, passages[0]?.end)).toContain("The maximum daily dose is 40 mg");
    expect(passages.map((passage) => page.slice(passage.start, passage.end)).join("\n")).toContain("half-life of celandrin in plasma is 12 h");
    for (const { start, end } of passages) expect(page.slice(start, end)).toMatch(/^\S[\s\S]*[.]$/);
    expect(pagePassages(page, [], ["photosynthesis"])).toEqual([]);
  });

  it("is looked for in a long page in bounded time", () => {
    const long = Array.from({ length: 300 }, (_, n) => page.replaceAll("weather", `weather${n}`)).join("\n");
    const snippet = Array.from({ length: 60 }, (_, n) => `Celandrin number ${n} was first made in Trieste by two sisters and a baker.`).join(" ");
    expect(long.length).toBeGreaterThan(1_000_000);
    expect(lookForSnippet(long, snippet, whole(snippet))?.state).toBe("missing");
  });
});

it("quotes of a page that changed are held, moved or lost", () => {
  const quotes = [
    "The maximum daily dose is 40 mg — divided over two meals.",
    "It must not be taken with grapefruit juice.",
    "Celandrin in adults",
  ].map((quote) => ({
    quote,
    start: page.indexOf(quote),
    end: page.indexOf(quote) + quote.length,
  }));
  const after = page.replace("plasma is 12 h", "plasma is 14 hours").replace("It must not be taken", "It may be taken");
  const again = reanchorQuotes(page, after, quotes);
  expect(again.map((quote) => quote.state)).toEqual(["moved", "lost", "held"]);
  expect(after.slice(again[0]?.start ?? 0, again[0]?.end ?? 0)).toBe(quotes[0]?.quote);
  expect(countQuotes(again)).toEqual({ held: 1, moved: 1, lost: 1 });
  expect(countQuotes(reanchorQuotes(page, page, quotes))).toEqual({ held: 3, moved: 0, lost: 0 });
});
