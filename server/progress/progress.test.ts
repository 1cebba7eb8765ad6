import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { streamEvents, streams } from "@/db/schema/progress";
import { useTestDatabase } from "@/db/testing";
import { listenForHints } from "./hints";
import { closeStream, openStream, recordProgress } from "./record";
import type { ProgressEvent } from "./schema";
import { readEvents, readStreamState, watchStream } from "./watch";

const test = useTestDatabase();
const at = new Date("2026-03-01T10:00:00Z");
const id = "request:1";
const tell = (n: number, dedupeKey = `k${n}`) =>
  test.db.transaction((tx) => recordProgress(tx, id, at, { type: "thing.happened", body: { n }, dedupeKey }));
const close = () => test.db.transaction((tx) => closeStream(tx, id, at));
const numbers = (events: readonly ProgressEvent[]) => events.map((event) => event.seq);

async function collect(after: number, signal = new AbortController().signal): Promise<ProgressEvent[]> {
  const seen: ProgressEvent[] = [];
  for await (const event of watchStream(test.db, id, after, signal)) seen.push(event);
  return seen;
}

beforeEach(async () => {
  await test.db.delete(streamEvents);
  await test.db.delete(streams);
  await test.db.transaction((tx) => openStream(tx, { id, kind: "request", ownerId: "U1" }));
});

describe("a progress stream", () => {
  it("numbers its events from 1 and forgets a repetition without a gap", async () => {
    expect([await tell(1), await tell(2), await tell(2), await tell(1), await tell(3)]).toEqual([1, 2, null, null, 3]);
    expect(await readEvents(test.db, id, 0)).toEqual([1, 2, 3].map((n) => ({ seq: n, type: "thing.happened", body: { n }, at: at.toISOString() })));
    expect(await readStreamState(test.db, id)).toEqual({ ownerId: "U1", kind: "request", seq: 3, closed: false });
  });

  it("keeps nothing of a transaction that fails, and its numbers stay without a gap", async () => {
    await tell(1);
    const failing = test.db.transaction(async (tx) => {
      await recordProgress(tx, id, at, { type: "thing.happened", body: {}, dedupeKey: "lost" });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await tell(2)).toBe(2);
  });

  it("counts in the order of commits when many write at once, some of them the same", async () => {
    const seqs = await Promise.all(Array.from({ length: 60 }, (_, n) => tell(n % 40)));
    const kept = seqs.filter((seq) => seq !== null).sort((a, b) => a - b);
    expect(kept).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    expect(numbers(await readEvents(test.db, id, 0))).toEqual(kept);
  });

  it("shows a reader no number before all smaller ones", async () => {
    const writing = Promise.all(Array.from({ length: 40 }, (_, n) => tell(n)));
    let read: number[] = [];
    while (read.length < 40) {
      const now = numbers(await readEvents(test.db, id, 0));
      expect(now).toEqual(Array.from({ length: now.length }, (_, index) => index + 1));
      expect(now.slice(0, read.length)).toEqual(read);
      read = now;
    }
    await writing;
  });

  it("is left as it is when it is opened again", async () => {
    await tell(1);
    await test.db.transaction((tx) => openStream(tx, { id, kind: "request", ownerId: "U2" }));
    expect(await readStreamState(test.db, id)).toMatchObject({ seq: 1, ownerId: "U1" });
  });

  it("does not exist until it is opened", async () => {
    const record = { type: "thing.happened", body: {}, dedupeKey: "k" };
    await expect(test.db.transaction((tx) => recordProgress(tx, "request:none", at, record))).rejects.toThrow("no progress stream request:none");
    expect(await readStreamState(test.db, "request:none")).toBeNull();
  });
});

describe("watching a stream", () => {
  it("gives, from any cursor, everything after it and ends with the stream", async () => {
    for (let n = 1; n <= 12; n++) await tell(n);
    await close();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 14 }), async (cursor) => {
        expect(numbers(await collect(cursor))).toEqual(Array.from({ length: Math.max(0, 12 - cursor) }, (_, index) => cursor + 1 + index));
      }),
      { numRuns: 15 },
    );
  });

  it("misses nothing and repeats nothing when it is cut off anywhere and taken up again", async () => {
    const writing = (async () => {
      for (let n = 1; n <= 30; n++) await tell(n);
      await close();
    })();
    const seen: number[] = [];
    for (let cut = 1; ; cut++) {
      const before = seen.length;
      for await (const event of watchStream(test.db, id, seen.at(-1) ?? 0, new AbortController().signal)) {
        seen.push(event.seq);
        if (seen.length - before >= cut % 4) break;
      }
      if (seen.length === before && cut % 4 !== 0) break;
    }
    await writing;
    expect(seen).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  });

  it("reads more than one batch", async () => {
    await test.db.transaction(async (tx) => {
      for (let n = 1; n <= 450; n++) await recordProgress(tx, id, at, { type: "t", body: {}, dedupeKey: String(n) });
      await closeStream(tx, id, at);
    });
    expect(numbers(await collect(10))).toEqual(Array.from({ length: 440 }, (_, index) => index + 11));
  });

  it("ends at once for a stream that is not there, and when its reader goes", async () => {
    await expect(watchStream(test.db, "request:none", 0, new AbortController().signal).next()).resolves.toEqual({ done: true, value: undefined });
    const abort = new AbortController();
    const watching = collect(0, abort.signal);
    abort.abort();
    expect(await watching).toEqual([]);
  });

  it("goes on in a stream that was opened again", async () => {
    await tell(1);
    await close();
    expect(numbers(await collect(0))).toEqual([1]);
    await test.db.transaction((tx) => closeStream(tx, id, null));
    const watching = collect(1);
    await tell(2);
    await close();
    expect(numbers(await watching)).toEqual([2]);
  });
});

describe("hints", () => {
  it("wake a reader that waits, and are kept for one that is busy", async () => {
    const hints = listenForHints(id);
    const never = new AbortController().signal;
    const waiting = hints.wait(60_000, never);
    await tell(1);
    await waiting;
    expect(hints.taken()).toBe(true);
    expect(hints.taken()).toBe(false);
    await tell(2);
    await hints.wait(60_000, never);
    hints.close();
    await tell(3);
    expect([hints.taken(), hints.taken()]).toEqual([true, false]);
  });

  it("stop waiting when the reader goes", async () => {
    const hints = listenForHints(id);
    const abort = new AbortController();
    const waiting = hints.wait(60_000, abort.signal);
    abort.abort();
    await waiting;
    await hints.wait(60_000, abort.signal);
    hints.close();
    expect(hints.taken()).toBe(false);
  });
});
