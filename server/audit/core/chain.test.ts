import canonicalize from "canonicalize";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AuditContent, type ChainBreak, type ChainedEntry, type ChainState, chainStart, entryHash, follow, isBreak } from "./chain";

function chainOf(length: number): ChainedEntry[] {
  const entries: ChainedEntry[] = [];
  let prevHash = "";
  for (let seq = 1; seq <= length; seq++) {
    const content: AuditContent = {
      seq,
      at: new Date(Date.UTC(2026, 0, 1, 0, 0, seq)).toISOString(),
      actor: seq % 2 ? "user:01A" : "system:research",
      action: "request.submit",
      entity: "request",
      entityId: `R${seq}`,
      before: null,
      after: { status: "pending", n: seq, deep: { list: [1, 2.5, "\u00fc"] } },
      reason: seq % 3 ? null : "Because.",
      requestId: `Q${seq}`,
      prevHash,
    };
    prevHash = entryHash(content);
    entries.push({ ...content, hash: prevHash });
  }
  return entries;
}

/** The state after a whole trail, or the first break. */
function walk(entries: readonly ChainedEntry[]): ChainState | ChainBreak {
  let state: ChainState = chainStart;
  for (const entry of entries) {
    const next = follow(state, entry);
    if (isBreak(next)) return next;
    state = next;
  }
  return state;
}

describe("the chain", () => {
  it("holds as it was written", () => {
    const entries = chainOf(40);
    expect(walk(entries)).toEqual({ seq: 40, hash: entries.at(-1)?.hash });
  });

  it("breaks at the entry in which any field is changed", () => {
    const change: { [K in keyof ChainedEntry]: unknown } = {
      seq: 999,
      at: "2026-01-01T00:00:07.001Z",
      actor: "user:01B",
      action: "request.cancel",
      entity: "user",
      entityId: "R8",
      before: {},
      after: { status: "pending", n: 7, deep: { list: [1, 2.5, "u"] } },
      reason: "",
      requestId: "Q8",
      prevHash: "0".repeat(64),
      hash: "f".repeat(64),
    };
    for (const [field, value] of Object.entries(change)) {
      const entries = chainOf(12);
      entries[6] = { ...entries[6], [field]: value } as ChainedEntry;
      expect(walk(entries), field).toMatchObject({ seq: 7 });
    }
  });

  it("breaks at every single bit that flips in the text of an entry", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 63 }), fc.integer({ min: 0, max: 3 }), (index, place, bit) => {
        const entries = chainOf(10);
        const entry = entries[index];
        if (!entry) throw new Error("no entry");
        const flip = (text: string) =>
          text.slice(0, place % text.length) +
          String.fromCharCode(text.charCodeAt(place % text.length) ^ (1 << bit)) +
          text.slice((place % text.length) + 1);
        entries[index] = { ...entry, hash: flip(entry.hash) };
        expect(walk(entries)).toMatchObject({ seq: index + 1 });
        entries[index] = { ...entry, entityId: flip(entry.entityId) };
        expect(walk(entries)).toMatchObject({ seq: index + 1 });
      }),
    );
  });

  it("breaks where an entry is missing, added, doubled or exchanged, and says which", () => {
    const entries = chainOf(10);
    const [third, fourth] = [entries[2], entries[3]];
    if (!third || !fourth) throw new Error("no entries");
    expect(walk(entries.toSpliced(3, 1))).toEqual({ seq: 4, reason: "Entry 4 is missing: the next one found is 5." });
    expect(walk(entries.slice(1))).toMatchObject({ seq: 1 });
    expect(walk(entries.toSpliced(3, 0, third))).toMatchObject({ seq: 4 });
    expect(walk(entries.toSpliced(2, 2, fourth, third))).toMatchObject({ seq: 3 });
    const forged = { ...fourth, prevHash: third.hash, entityId: "elsewhere" };
    expect(walk(entries.toSpliced(3, 1, { ...forged, hash: entryHash(forged) }))).toEqual({
      seq: 5,
      reason: "Entry 5 does not follow from the one before it.",
    });
  });
});

describe("canonical JSON (RFC 8785)", () => {
  it.each([
    [{ b: 1, a: 2 }, '{"a":2,"b":1}'],
    [{ "\u20ac": 1, "\r": 2, "1": 3, "\u{1f600}": 4, "\ufb33": 5 }, '{"\\r":2,"1":3,"\u20ac":1,"\u{1f600}":4,"\ufb33":5}'],
    [[1e21, 1e-7, 0.000001, -0, 100, 1.5e300, 4.5], "[1e+21,1e-7,0.000001,0,100,1.5e+300,4.5]"],
    ['\u0000\u001f"\\/\u007f\n', '"\\u0000\\u001f\\"\\\\/\u007f\\n"'],
    [{ list: [null, true, { z: "", a: [] }] }, '{"list":[null,true,{"a":[],"z":""}]}'],
  ])("writes %j in its one form", (value, text) => {
    expect(canonicalize(value)).toBe(text);
  });

  it("is the same whatever the order of keys, and survives a round trip", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const text = canonicalize(value) ?? "";
        expect(canonicalize(Object.fromEntries(Object.entries(value).reverse()))).toBe(text);
        expect(canonicalize(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it("refuses what JSON cannot hold", () => {
    const [entry] = chainOf(1);
    if (!entry) throw new Error("no entry");
    expect(() => entryHash({ ...entry, after: { n: Number.NaN } })).toThrow();
    expect(() => entryHash({ ...entry, after: { n: Number.POSITIVE_INFINITY } })).toThrow();
  });
});
