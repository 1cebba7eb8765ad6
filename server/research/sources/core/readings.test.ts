import { describe, expect, it } from "vitest";
import { placeOf, readingId, readingsOf, textAt } from "./readings";

const passage = (start: number, end: number, score = 1) => ({ start, end, page: null, heading: null, score });
const page = "The label says much. The half-life is 6 hours. It ends.";
const snippet = "Elsewhere it says 7 hours. The half-life is 6 hours.";
const source = {
  id: "s",
  text: page,
  mentions: [
    { snapshotHash: "b", text: snippet, passages: [passage(0, 26), passage(27, 52)] },
    { snapshotHash: null, text: page, passages: [passage(0, page.length)] },
    { snapshotHash: null, text: page, passages: [passage(21, 46), passage(0, page.length, 2)] },
  ],
};

describe("the readings of a source", () => {
  it("are its texts, the fullest first, and nothing is read twice word for word", () => {
    expect(readingsOf(source).map((reading) => [reading.id, reading.passages.map((each) => reading.text.slice(each.start, each.end))])).toEqual([
      ["s", [page, "The half-life is 6 hours."]],
      ["s b", ["Elsewhere it says 7 hours."]],
    ]);
    expect(readingsOf({ ...source, mentions: source.mentions.toReversed() }).map((reading) => reading.id)).toEqual(["s", "s b"]);
  });

  it("name the source and the text, and give the text back", () => {
    for (const reading of readingsOf(source)) {
      expect(placeOf(reading.id)).toEqual({ sourceId: "s", ...(reading.textHash === undefined ? {} : { textHash: reading.textHash }) });
      expect(textAt(source, reading.textHash)).toBe(reading.text);
    }
    expect(readingId("s", undefined)).toBe("s");
    expect(textAt(source, "gone")).toBe("");
  });

  it("hold a text in which nothing answered where a claim stands in it", () => {
    const silent = { ...source, mentions: [{ snapshotHash: "c", text: "Silent.", passages: [] }] };
    expect(readingsOf(silent)).toEqual([]);
    expect(readingsOf(silent, ["c", undefined]).map((reading) => reading.text)).toEqual([page, "Silent."]);
  });
});
