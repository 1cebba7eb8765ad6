import { describe, expect, it } from "vitest";
import { answerOf, editionOf } from "./changes/testing";
import { compareEditions, countChanges, isAnswer } from "./compare-editions";

const leaflet = { source: "leaflet", hours: 6 };
const study = { source: "study", hours: 14 };
const text = { text: "The half-life of celandrin is 6 hours.", source: "leaflet" };
const differ = (before: Parameters<typeof editionOf>[0], after: Parameters<typeof editionOf>[0]) =>
  compareEditions(editionOf(before), editionOf(after));
const told = (changes: ReturnType<typeof differ>["changes"]) =>
  changes.map(({ kind, cause, before, after }) => [kind, cause, before?.text ?? null, after?.text ?? null]);

describe("two editions that say the same", () => {
  it("differ in nothing, whatever ids, numbers and order their parts have", () => {
    const same = { stated: [leaflet, study], sentences: [text, { text: "It was 14 hours in adults.", source: "study" }], conflicts: [{}] };
    const { changes, compared } = differ(same, { ...same, shuffled: true });
    expect(changes).toEqual([]);
    expect(compared).toBe(8);
  });

  it("differ in no value when a further source states it", () => {
    const { changes } = differ({ stated: [leaflet] }, { stated: [leaflet, { source: "handbook", hours: 6 }] });
    expect(told(changes)).toEqual([["source", "new_source", null, "handbook"]]);
    expect(changes.some(isAnswer)).toBe(false);
  });
});

describe("the cause of a change", () => {
  it("is a new source where one states what nobody stated before", () => {
    const { changes } = differ({ stated: [leaflet] }, { stated: [leaflet, study], conflicts: [{}] });
    expect(told(changes)).toEqual([
      ["value", "new_source", "6\u00a0h", "6\u00a0h; 14\u00a0h"],
      ["conflict", "new_source", null, "6 h against 14 h"],
      ["source", "new_source", null, "study"],
    ]);
    expect(changes[0]?.because).toBe("[2] study was not in the edition before.");
  });

  it("is the source where its text changed, before anything else but a retraction", () => {
    const changed = { stated: [{ source: "leaflet", hours: 7 }], hashes: { leaflet: "anew" }, versions: { pack: 2 } };
    expect(told(differ({ stated: [leaflet] }, changed).changes)).toEqual([
      ["value", "source_changed", "6\u00a0h", "7\u00a0h"],
      ["source", "source_changed", "leaflet", "leaflet"],
    ]);
    const retracted = differ({ stated: [leaflet] }, { ...changed, retracted: ["leaflet"] });
    expect(new Set(retracted.changes.map(({ cause }) => cause))).toEqual(new Set(["retraction"]));
  });

  it("is a retraction too where the earlier edition was made before it was known", () => {
    const { changes } = differ(
      { stated: [leaflet], retracted: ["leaflet"], foundLater: ["retracted"] },
      { stated: [leaflet], retracted: ["leaflet"] },
    );
    expect(changes).toMatchObject([{ kind: "source", cause: "retraction", before: { note: null }, after: { note: "retracted" } }]);
  });

  it("is a ruling by hand where one stands over one of the two only", () => {
    const both = { stated: [leaflet, study] };
    const override = {
      id: "o",
      ruling: "winner" as const,
      instead: { status: "open" as const, winner: null, rationale: "" },
      by: "Ines",
      at: "2026-01-01T00:00:00Z",
      reason: "Because.",
      carried: false,
    };
    const { changes } = differ({ ...both, conflicts: [{}] }, { ...both, conflicts: [{ status: "resolved", winner: 1, override }] });
    expect(told(changes)).toEqual([["conflict", "override", "6 h against 14 h", "6 h against 14 h"]]);
    expect(changes[0]?.after?.note).toBe("resolved: 14 h, by hand");
  });

  it("tells a provider that gave no answer from a source that was not brought again", () => {
    const before = { stated: [leaflet, study] };
    const failed = differ(before, { stated: [leaflet], category: { answers: [answerOf("library", "failed")] } });
    expect(failed.changes[0]).toMatchObject({ kind: "value", cause: "provider_failed", because: expect.stringContaining("library gave no answer") });
    const lost = differ(before, { stated: [leaflet] });
    expect(told(lost.changes)).toEqual([
      ["value", "source_lost", "6\u00a0h; 14\u00a0h", "6\u00a0h"],
      ["source", "source_lost", "study", null],
    ]);
  });

  it("is the method where no source changed and a version did, and named where neither did", () => {
    const [before, after] = [{ stated: [leaflet] }, { stated: [{ source: "leaflet", hours: 7 }] }];
    expect(differ(before, { ...after, versions: { category: 3 } }).changes[0]).toMatchObject({
      cause: "method_changed",
      because: "No source changed; the category is of version 3, was 1.",
    });
    expect(differ(before, { ...after, versions: { program: "1.1.0" } }).changes[0]?.because).toContain("the program is of version 1.1.0, was 1.0.0");
    expect(differ(before, after).changes[0]?.cause).toBe("answered_otherwise");
  });
});

describe("sentences, scores and outcomes", () => {
  it("pair a sentence with its other wording and leave the rest as gone or new", () => {
    const { changes } = differ(
      { sentences: [text, { text: "Take it with food.", source: "leaflet" }] },
      {
        sentences: [
          { ...text, text: "The half-life of celandrin is 7 hours." },
          { text: "Nobody knows why.", source: "leaflet" },
        ],
      },
    );
    expect(told(changes).map(([, , before, after]) => [before, after])).toEqual([
      ["Take it with food.", null],
      ["The half-life of celandrin is 6 hours.", "The half-life of celandrin is 7 hours."],
      [null, "Nobody knows why."],
    ]);
  });

  it("that made room for others are gone for the reason for which those came", () => {
    const { changes } = differ(
      { sentences: [text] },
      {
        sentences: [
          { text: "It was 14 hours in adults of all ages.", source: "study" },
          { text: "Nothing else.", source: "leaflet" },
        ],
      },
    );
    expect(changes.find(({ after }) => after === null)).toMatchObject({
      cause: "new_source",
      because: expect.stringContaining("It made room for another sentence. [1] study was not in the edition before."),
    });
  });

  it("say which signals moved a score, and that time alone did", () => {
    const scored = (points: number, recency: number) => ({
      stated: [leaflet],
      category: {
        confidence: {
          value: points + recency,
          signals: [
            { name: "support", weight: 30, value: 0, points, explanation: "" },
            { name: "recency", weight: 10, value: 0, points: recency, explanation: "" },
          ],
        },
      },
    });
    expect(differ(scored(20, 8), scored(20, 5)).changes[0]).toMatchObject({
      kind: "confidence",
      cause: "time_passed",
      score: { before: 28, after: 25, signals: [{ name: "recency", points: -3 }] },
    });
    expect(differ(scored(20, 8), scored(23, 8)).changes[0]).toMatchObject({
      cause: "answered_otherwise",
      score: { signals: [{ name: "support", points: 3 }] },
    });
  });

  it("say nothing of what a failed category held: it is neither confirmed nor gone", () => {
    const failed = { category: { outcome: "failed" as const, status: "failed" as const, claims: [], error: "No answer from 1 of 1." } };
    const { changes, notCompared } = differ({ stated: [leaflet], sentences: [text] }, failed);
    expect(told(changes)).toEqual([["outcome", "provider_failed", "found", "failed"]]);
    expect(notCompared[0]?.reason).toContain("neither confirmed nor gone");
  });

  it("are counted by kind and by cause", () => {
    expect(countChanges(differ({ stated: [leaflet] }, { stated: [leaflet, study], conflicts: [{}] }))).toEqual({
      fields: 3,
      compared: 6,
      byKind: { value: 1, conflict: 1, source: 1 },
      byCause: { new_source: 3 },
    });
  });
});
