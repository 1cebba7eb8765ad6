import { describe, expect, it } from "vitest";
import type { GatedSentence } from "./core/gate-draft";
import { withoutRetracted } from "./draft-text";

const cite = (sourceId: string) => ({ sourceId, quote: "It is 4 h.", start: 0, end: 10, page: null });
const sentence = (text: string, ...sources: string[]): GatedSentence => ({
  sentence: { text, section: null, citations: sources.map(cite) },
  verdict: { publish: true, verbatim: true, score: 1, recall: 1, findings: [] },
});

describe("a text without retracted work", () => {
  const text = { published: [sentence("Alone.", "gone"), sentence("Together.", "gone", "kept"), sentence("Sound.", "kept")], withheld: [] };

  it("keeps apart what rests on nothing else, and says why", () => {
    const { published, withheld } = withoutRetracted(text, new Set(["gone"]));
    expect(published.map((entry) => entry.sentence.text)).toEqual(["Together.", "Sound."]);
    expect(withheld.map((entry) => [entry.sentence.text, entry.reason])).toEqual([["Alone.", "It rests only on work that was retracted."]]);
  });

  it("drops the citation where another carries the sentence", () => {
    const [together] = withoutRetracted(text, new Set(["gone"])).published;
    expect(together?.sentence.citations.map((citation) => citation.sourceId)).toEqual(["kept"]);
  });

  it("is the text itself where nothing was retracted", () => {
    expect(withoutRetracted(text, new Set())).toBe(text);
    expect(withoutRetracted(text, new Set(["another"])).published).toEqual(text.published);
  });
});
