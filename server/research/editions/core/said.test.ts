import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { saidOf } from "./said";

const span = (text: string, words: string, sources: number[], covers: "claim" | "marker" = "marker") => {
  const start = text.indexOf(words);
  return { start, end: start + words.length, sources, covers };
};
const flat = (text: string, spans: Parameters<typeof saidOf>[1]) =>
  saidOf(text, spans).map((paragraph) =>
    paragraph.map((sentence) => sentence.map(({ text: words, sources }) => `${words}${sources.length > 0 ? `{${sources}}` : ""}`).join("")),
  );

describe("what an engine said", () => {
  it("has the sources of a marker in the marker's place, before the full stop and behind it", () => {
    const text = "It is 12 h ([a.example](https://a.example/label)). It is longer in renal failure.[2] Nothing else.";
    const spans = [span(text, "([a.example](https://a.example/label))", [0]), span(text, "[2]", [1, 0])];
    expect(flat(text, spans)).toEqual([["It is 12 h{0}.", " It is longer in renal failure.{0,1}", " Nothing else."]]);
  });

  it("names each source where it is named when one sentence has several", () => {
    const text = "12 h [1]; 21 h in renal impairment [2][3].";
    expect(flat(text, [span(text, "[1]", [0]), span(text, "[2]", [1]), span(text, "[3]", [2])])).toEqual([
      ["12 h{0}; 21 h in renal impairment{1,2}."],
    ]);
  });

  it("names the sources of a covered claim behind it, in every sentence that it covers", () => {
    const text = "Half-life is 12 h. It is cleared by the kidneys. Unlinked.";
    expect(flat(text, [span(text, "12 h. It is cleared", [3], "claim")])).toEqual([
      ["Half-life is 12 h.{3}", " It is cleared{3} by the kidneys.", " Unlinked."],
    ]);
  });

  it("keeps lists and lines, and leaves only addresses of links out", () => {
    const text = "Doses:\n- 500 mg\n- 850 mg [b](https://b.example/x)\n\nMaximum 2,000 mg.";
    expect(flat(text, [])).toEqual([["Doses:", "\n- 500 mg", "\n- 850 mg [b]"], ["Maximum 2,000 mg."]]);
  });

  it("leaves out spans that do not fit into the text, and an answer without words has nothing", () => {
    expect(flat("Short.", [{ start: 2, end: 99, sources: [0], covers: "marker" }])).toEqual([["Short."]]);
    expect(saidOf("  \n ", [])).toEqual([]);
  });

  it("loses no word and no source, whatever the spans", () => {
    const texts = fc.array(fc.constantFrom("One two. ", "Three [1]. ", "four\n", "\n\n", "5.5 mg; ", "[2]"), { maxLength: 14 });
    fc.assert(
      fc.property(texts, fc.array(fc.tuple(fc.nat(60), fc.nat(12), fc.nat(3), fc.boolean()), { maxLength: 6 }), (parts, cuts) => {
        const text = parts.join("");
        const spans = cuts.map(([start, length, source, claim]) => ({
          start,
          end: start + length,
          sources: [source],
          covers: claim ? ("claim" as const) : ("marker" as const),
        }));
        const valid = spans.filter(({ start, end }) => start < end && end <= text.length);
        const pieces = saidOf(text, spans).flat(2);
        const markers = valid.filter(({ covers }) => covers === "marker");
        const kept = [...text].filter((character, at) => /\S/.test(character) && !markers.some(({ start, end }) => start <= at && at < end));
        expect(
          pieces
            .map((piece) => piece.text)
            .join("")
            .replaceAll(/\s/g, ""),
        ).toBe(kept.join(""));
        // What covers nothing but white space has no sentence to stand in.
        const seen = new Set(pieces.flatMap((piece) => piece.sources));
        const due = valid.filter(({ start, end, covers }) => covers === "claim" && /\S/.test(text.slice(start, end)) && markers.length === 0);
        for (const { sources } of due) expect(seen).toContain(sources[0]);
      }),
    );
  });
});
