import { describe, expect, it } from "vitest";
import { detectKind } from "./detect-kind";

const verses = Array.from({ length: 12 }, (_, i) => `1:${i + 1} And it came to pass on day ${i + 1}.`).join("\n");

describe("detectKind", () => {
  it.each([
    ["biblical", verses, /12 lines/],
    ["theological", "The doctrine of grace (Rom 3:24; Gal 2:16; Eph 2:8) is read by exegetes with care.", /cited 3 times/],
    ["paper", "A study\n\nAbstract\n\nText.\n\nMethods\n\nText.\n\nResults\n\nText.", /headings of a paper/],
    ["report", "The harbour\n\nExecutive summary\n\nText.\n\nRecommendations\n\nText.", /headings of a report/],
    ["general", "A letter about the garden, the weather at 10:30 and nothing else.", /Nothing/],
  ])("takes a text for %s by its signs and says which", (kind, text, reason) => {
    const seen = detectKind(text);
    expect(seen.kind).toBe(kind);
    expect(seen.reason).toMatch(reason);
  });

  it("takes a timetable for no Bible and one verse in a letter for no theology", () => {
    expect(detectKind(`${"Trains leave on the hour. ".repeat(40)}10:30 Arrival`).kind).toBe("general");
    expect(detectKind(`${"A letter about the garden. ".repeat(40)} As John 3:16 says.`).kind).toBe("general");
  });
});
