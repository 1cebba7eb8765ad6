import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { auditEntries } from "@/db/schema/audit";
import { watches, watchRuns } from "@/db/schema/editions";
import { users } from "@/db/schema/identity";
import { providerCalls } from "@/db/schema/providers";
import { requests } from "@/db/schema/research";
import { useTestDatabase } from "@/db/testing";
import { type Ctx, makeCtx, type OutgoingEvent } from "@/server/platform/context";
import { newId } from "@/server/platform/ids";
import { logger } from "@/server/platform/log";
import { runAgain } from "../editions/rerun-request";
import type { Edition } from "../editions/schema";
import { editionsFor, type Reader } from "../editions/testing";
import { findRequestRow } from "../requests/keep-changes";
import { toTicks } from "../spending/core/money";
import { reserveCall } from "../spending/reserve-call";
import { changeWatch } from "./change-watch";
import { markNoticesRead, readNotices, readWatch, readWatches } from "./read-watches";
import { saveWatch } from "./save-watch";
import { answerChanged, mostWatches } from "./schema";
import { startWatchRun } from "./start-watch-run";
import { takeDueWatches } from "./take-due-watches";
import { sweepWatchRuns, tellWatch } from "./tell-watch";

const test = useTestDatabase();
const editions = editionsFor(test);
const day = 24 * 60 * 60_000;
let now = Date.parse("2027-01-01T00:00:00Z");
const clock = { now: () => new Date(now) };
const sent: OutgoingEvent[] = [];

/** The house at the moved time; its events reach the engine and are looked at. */
function system(): Ctx {
  const events = {
    send: async (list: readonly OutgoingEvent[]) => {
      sent.push(...list);
      await editions.engine.events.send(list);
    },
  };
  return makeCtx({ db: test.db, actor: { kind: "system", name: "watch" }, log: logger(), clock, events });
}
const at = (reader: Reader): Ctx => ({ ...reader.ctx, clock });
const runs = () => test.db.select().from(watchRuns).orderBy(asc(watchRuns.dueAt));
const editionsOf = async (reader: Reader) => test.db.select().from(requests).where(eq(requests.ownerId, reader.id)).orderBy(asc(requests.createdAt));

let reader: Reader & { documents: string[] };
let edition: Edition;
let watchId: string;

/** What a tick does, up to the end of what it set going. */
async function tick(): Promise<string[]> {
  const due = await takeDueWatches(system());
  const started: string[] = [];
  for (const watchRunId of due) {
    const { requestId } = await startWatchRun(system(), { watchRunId });
    if (requestId) started.push(requestId);
  }
  for (const id of started) {
    await editions.ended(reader, id);
    await editions.engine.idle();
  }
  await sweepWatchRuns(system());
  return started;
}

beforeEach(async () => {
  await test.db.delete(watches);
  reader = await editions.reader();
  edition = await editions.run(reader);
  watchId = (await saveWatch(at(reader), { requestId: edition.request.id, interval: "daily" })).id;
  sent.length = 0;
});

describe("a watch", () => {
  it("runs when it is due, not before, and goes on from there", async () => {
    now += day - 60_000;
    expect(await tick()).toEqual([]);
    now += 2 * 60_000;
    const [id] = await tick();
    expect(await tick()).toEqual([]);
    const [, second] = await editionsOf(reader);
    expect(second).toMatchObject({ id, seriesId: edition.request.id, previousId: edition.request.id, fresh: true, status: "completed" });
    expect(second?.changes).toMatchObject({ fields: 0 });
    expect(await readWatch(at(reader), { requestId: id ?? "" })).toMatchObject({ id: watchId, requestId: id, runs: 1, told: 0, state: "active" });
  });

  it("tells nothing while no answer changed, and tells once when one did", async () => {
    now += day + 60_000;
    await tick();
    expect(await readNotices(at(reader))).toEqual([]);
    await editions.add(reader, { "third.md": "# Celandrin\n\nThe elimination half-life of celandrin in plasma is 30 hours.\n" });
    now += day;
    const [id] = await tick();
    const told = await readNotices(at(reader));
    expect(told).toMatchObject([{ requestId: id, subject: "Celandrin", readAt: null }]);
    expect(told[0]?.counts.byCause).toMatchObject({ new_source: expect.any(Number) });
    await tellWatch(system(), { requestId: id ?? "" });
    expect(await readNotices(at(reader))).toHaveLength(1);
    expect(await markNoticesRead(at(reader), { ids: null })).toEqual({ read: 1 });
    expect(await markNoticesRead(at(reader), { ids: null })).toEqual({ read: 0 });
    expect((await readNotices(at(reader)))[0]?.readAt).toBe(clock.now().toISOString());
  });

  it("makes up for one of the times that were missed", async () => {
    now += 9 * day + 60_000;
    expect(await tick()).toHaveLength(1);
    expect(await tick()).toEqual([]);
    expect((await readWatches(at(reader)))[0]?.nextAt?.slice(0, 10)).toBe(new Date(now + day).toISOString().slice(0, 10));
  });

  it("is paused, goes on and is stopped by its account alone", async () => {
    const other = await editions.reader({});
    await expect(changeWatch(at(other), { watchId, action: "pause" })).rejects.toMatchObject({ code: "not_found" });
    await changeWatch(at(reader), { watchId, action: "pause" });
    now += 3 * day;
    expect(await tick()).toEqual([]);
    await changeWatch(at(reader), { watchId, action: "resume" });
    expect(await tick()).toEqual([]);
    now += day;
    expect(await tick()).toHaveLength(1);
    await changeWatch(at(reader), { watchId, action: "stop" });
    await expect(changeWatch(at(reader), { watchId, action: "resume" })).rejects.toMatchObject({ code: "conflict" });
    expect(await readWatches(at(reader))).toEqual([]);
    now += day;
    expect(await tick()).toEqual([]);
    const trail = await test.db.select().from(auditEntries).where(eq(auditEntries.entityId, watchId)).orderBy(asc(auditEntries.seq));
    expect(trail.map(({ action }) => action)).toEqual([
      "watch.start",
      "watch.pause",
      "watch.resume",
      "watch.due",
      "watch.run",
      "watch.compare",
      "watch.stop",
    ]);
    expect(JSON.stringify(trail)).not.toContain("Celandrin");
  });

  it("spends over all its runs of a month no more than its own cap, and goes on with the next month", async () => {
    now = Date.parse("2027-03-10T00:00:00Z");
    await saveWatch(at(reader), { requestId: edition.request.id, interval: "daily", monthlyCapUsd: 0.5 });
    now += day + 60_000;
    const [id = ""] = await tick();
    const call = {
      ownerId: reader.id,
      requestId: id,
      provider: "openai",
      purpose: "ask",
      attempt: 1,
      state: "settled",
      startedAt: clock.now(),
    } as const;
    const spend = (usd: number) =>
      test.db.insert(providerCalls).values({ ...call, id: newId(), reservedTicks: toTicks(usd), costTicks: toTicks(usd), basis: "billed" });
    const plan = {
      ...call,
      request: { id, capUsd: 5 },
      answerId: null,
      name: "OpenAI",
      model: null,
      guard: { usd: 0.1, estimateTicks: toTicks(0.1), reserveTicks: toTicks(0.1), reason: "A price." },
    };
    await spend(0.45);
    expect(await reserveCall(system(), plan)).toEqual({
      state: "refused",
      reason: "OpenAI was not asked: of the cap of its watch for 2027-03 ($0.50), $0.05 is left, and one question may cost $0.10.",
    });
    // What was asked by hand is none of the watch's.
    expect(await reserveCall(system(), { ...plan, request: { id: edition.request.id, capUsd: 5 } })).toMatchObject({ state: "granted" });
    expect((await readWatch(at(reader), { requestId: id }))?.month).toEqual({ capUsd: 0.5, usd: 0.45 });
    await spend(0.05);
    now += day;
    expect(await tick()).toEqual([]);
    expect((await readWatch(at(reader), { requestId: id }))?.note).toBe(
      "All of the cap of its watch for 2027-03 ($0.50) is spent: it goes on with the next month.",
    );
    now = Date.parse("2027-04-01T06:00:00Z");
    expect(await tick()).toHaveLength(1);
    await saveWatch(at(reader), { requestId: id, interval: "daily" });
    expect((await readWatch(at(reader), { requestId: id }))?.month).toEqual({ capUsd: 0.5, usd: 0 });
    await saveWatch(at(reader), { requestId: id, interval: "daily", monthlyCapUsd: null });
    expect((await readWatch(at(reader), { requestId: id }))?.month).toBeNull();
  });

  it("is one for each series, however often it is saved, and there are only so many", async () => {
    const again = await saveWatch(at(reader), { requestId: edition.request.id, interval: "monthly" });
    expect(again.id).toBe(watchId);
    const spare = Array.from({ length: mostWatches - 1 }, (_, index) => ({
      id: `spare-${index}`,
      ownerId: reader.id,
      seriesId: `spare-${index}`,
      interval: "weekly" as const,
      anchorAt: clock.now(),
      state: "paused" as const,
      changedAt: clock.now(),
    }));
    await test.db.insert(watches).values(spare);
    const second = await editions.run(reader);
    await expect(saveWatch(at(reader), { requestId: second.request.id, interval: "daily" })).rejects.toMatchObject({
      userMessage: "An account watches at most 20 subjects. Stop watching another one first.",
    });
  });
});

describe("a due time", () => {
  it("is taken once by however many look at the same moment", async () => {
    now += day + 60_000;
    await Promise.all(Array.from({ length: 5 }, () => takeDueWatches(system())));
    expect(await runs()).toHaveLength(1);
  });

  it("is submitted by the next tick when who took it was killed, and once when he was killed after that", async () => {
    now += day + 60_000;
    const [run] = await takeDueWatches(system());
    expect(await takeDueWatches(system())).toEqual([run]);
    const row = (await runs())[0];
    const request = await findRequestRow(test.db, edition.request.id);
    if (!row || !request) throw new Error("Nothing was taken.");
    // Submitted, and killed before that was noted.
    const { id } = await runAgain(system(), request, { idempotencyKey: `watch:${watchId}:${row.dueAt.toISOString()}`, fresh: true });
    expect(await startWatchRun(system(), { watchRunId: row.id })).toEqual({ requestId: id });
    expect(await startWatchRun(system(), { watchRunId: row.id })).toEqual({ requestId: id });
    expect(await editionsOf(reader)).toHaveLength(2);
    await editions.ended(reader, id);
  });

  it("whose end nobody heard of is told of by the sweep, once", async () => {
    await editions.remove(reader, reader.documents[0] ?? "");
    now += day + 60_000;
    const [run] = await takeDueWatches(system());
    const { requestId } = await startWatchRun({ ...system(), events: { send: async () => {} } }, { watchRunId: run ?? "" });
    await test.db
      .update(requests)
      .set({ status: "completed", endedAt: clock.now() })
      .where(eq(requests.id, requestId ?? ""));
    expect(await sweepWatchRuns(system())).toEqual({ settled: 1 });
    expect(await sweepWatchRuns(system())).toEqual({ settled: 0 });
    expect((await runs())[0]).toMatchObject({ state: "told" });
    expect(sent.filter(({ name }) => name === answerChanged.name).length).toBe(1);
    expect(await readNotices(at(reader))).toHaveLength(1);
  });

  it("is left out, with the reason, while an edition is being made, and pauses the watch of an account that may not ask", async () => {
    await test.db.update(requests).set({ status: "processing", endedAt: null }).where(eq(requests.id, edition.request.id));
    now += day + 60_000;
    expect(await tick()).toEqual([]);
    expect((await runs())[0]).toMatchObject({ state: "skipped", note: expect.stringContaining("being made already") });
    await test.db.update(requests).set({ status: "completed", endedAt: clock.now() }).where(eq(requests.id, edition.request.id));
    await test.db.update(users).set({ status: "denied" }).where(eq(users.id, reader.id));
    now += day;
    expect(await tick()).toEqual([]);
    expect((await test.db.select().from(watches))[0]).toMatchObject({
      state: "paused",
      nextAt: null,
      note: "The account may not ask for research now.",
    });
  });
});
