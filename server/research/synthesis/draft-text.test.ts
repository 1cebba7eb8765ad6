import { describe, expect, it } from "vitest";
import type { GatedSentence } from "./core/gate-draft";
import { withoutFallen } from "./draft-text";

const cite = (sourceId: string) => ({ sourceId, quote: "It is 4 h.", start: 0, end: 10, page: null });
const sentence = (text: string, ...sources: string[]): GatedSentence => ({
  sentence: { text, section: null, citations: sources.map(cite) },
  verdict: { publish: true, verbatim: true, score: 1, recall: 1, findings: [] },
});

describe("a text without fallen sources", () => {
  const text = { published: [sentence("Alone.", "gone"), sentence("Together.", "gone", "kept"), sentence("Sound.", "kept")], withheld: [] };

  it("keeps apart what rests on nothing else, and says why", () => {
    const { published, withheld } = withoutFallen(text, new Map([["gone", "retracted"]]));
    expect(published.map((entry) => entry.sentence.text)).toEqual(["Together.", "Sound."]);
    expect(withheld.map((entry) => [entry.sentence.text, entry.reason])).toEqual([["Alone.", "It rests only on work that was retracted."]]);
  });

  it("drops the citation where another carries the sentence", () => {
    const [together] = withoutFallen(text, new Map([["gone", "retracted"]])).published;
    expect(together?.sentence.citations.map((citation) => citation.sourceId)).toEqual(["kept"]);
  });

  it("is the text itself where nothing has fallen", () => {
    expect(withoutFallen(text, new Map())).toBe(text);
    expect(withoutFallen(text, new Map([["another", "gone"]])).published).toEqual(text.published);
  });

  it("says of a source that is gone that nobody can read it", () => {
    const { withheld } = withoutFallen(text, new Map([["gone", "gone"]]));
    expect(withheld.map((entry) => entry.reason)).toEqual(["It rests only on a source that is gone: nobody can read it there any more."]);
  });
});
