import fc from "fast-check";
import { expect, it } from "vitest";
import { type QuoteEvidence, quoteRung } from "./quote-rung";

const evidence = (change: Partial<QuoteEvidence>): QuoteEvidence => ({
  quotes: 3,
  standing: 3,
  inOriginal: 3,
  snippets: [],
  shownBy: ["Tavily"],
  unread: null,
  pageRead: false,
  ...change,
});
const shown = (state: "stands" | "in_part" | "altered" | "missing") => [{ by: "Tavily", state, found: 2, shown: 3 }];

it("passes quotes of the page or the record itself, and says what of a snippet does not stand there", () => {
  expect(quoteRung(evidence({}))).toMatchObject({ state: "passed", reason: "3 of 3 quotes stand at their place." });
  expect(quoteRung(evidence({ snippets: shown("in_part") }))?.reason).toContain("Of what Tavily showed, 2 of 3 sentences stand there");
});

it("does not pass quotes of what an engine showed, and says why the page was not read", () => {
  expect(quoteRung(evidence({ inOriginal: 0, unread: "The site does not let a program read it (403)." }))).toEqual({
    state: "unknown",
    method: "what an engine showed",
    reason: "The 3 quotes stand in what Tavily showed; the page itself was not read: the site does not let a program read it (403).",
  });
});

it("does not pass quotes that the little that could be read of the page does not hold", () => {
  expect(quoteRung(evidence({ inOriginal: 0, pageRead: true }))).toMatchObject({
    state: "unknown",
    reason: "The 3 quotes stand in what Tavily showed; what could be read of the page does not hold them.",
  });
});

it("fails a source of which an engine showed other words than the page has, though nothing is quoted from it", () => {
  expect(quoteRung(evidence({ snippets: shown("altered") }))?.state).toBe("failed");
  expect(quoteRung(evidence({ quotes: 0, standing: 0, inOriginal: 0, snippets: shown("missing") }))?.state).toBe("failed");
  expect(quoteRung(evidence({ standing: 2, inOriginal: 2 }))?.state).toBe("failed");
  expect(quoteRung(evidence({ quotes: 0, standing: 0, inOriginal: 0 }))).toBeNull();
});

it("removing the page never makes the rung pass", () => {
  const drawn = fc.record({
    quotes: fc.nat(4),
    snippets: fc.array(fc.constantFrom(...shown("stands"), ...shown("in_part"), ...shown("altered"), ...shown("missing")), { maxLength: 2 }),
    original: fc.boolean(),
  });
  fc.assert(
    fc.property(drawn, ({ quotes, snippets, original }) => {
      const whole = evidence({ quotes, standing: quotes, inOriginal: original ? quotes : 0, snippets });
      // Without the page nothing was looked for on it, and no quote stands in it.
      const without = quoteRung({ ...whole, inOriginal: 0, snippets: [] });
      if (without?.state === "passed") expect(quoteRung(whole)?.state).toBe("passed");
    }),
  );
});
