import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { auditEntries } from "@/db/schema/audit";
import { providerCalls } from "@/db/schema/providers";
import { answers, requests } from "@/db/schema/research";
import { useTestDatabase } from "@/db/testing";
import { setEnvironment } from "@/server/platform/config";
import type { Ctx } from "@/server/platform/context";
import { readEvents, readStreamState } from "@/server/progress/watch";
import { researchFor, type Step } from "../testing";
import { cancelRequest } from "./cancel-request";
import { claimCategories } from "./claim-categories";
import { finishRequest } from "./finish-request";
import { continueRequest, failCategory, recordCategory } from "./record-category";
import { retryRequest } from "./retry-request";
import { startRequest } from "./start-request";
import { sweepRequests } from "./sweep-requests";

const test = useTestDatabase();
const research = researchFor(test);
const minute = 60_000;
let owner: { id: string; ctx: Ctx };

beforeEach(async () => {
  owner = await research.account();
  setEnvironment({ VARIORUM_PARALLEL_CATEGORIES: "1", VARIORUM_STOP_STARTING_MINUTES: "25", VARIORUM_END_MINUTES: "30" });
});

const requestOf = async (id: string) => (await test.db.select().from(requests).where(eq(requests.id, id)))[0];
const eventsOf = async (id: string) => (await readEvents(test.db, `request:${id}`, 0, 500)).map((event) => ({ type: event.type, body: event.body }));
const trailOf = async (id: string) =>
  (await test.db.select().from(auditEntries).where(eq(auditEntries.entityId, id)).orderBy(asc(auditEntries.seq))).map((entry) => entry.action);
const start = (requestId: string, round = 1) => startRequest(research.system(), { requestId, round });
const finish = (requestId: string, overdue: boolean, round = 1) => finishRequest(research.system(), { requestId, round, overdue });
const statesOf = async (id: string) => (await research.categories(id)).map((row) => `${row.state} ${row.outcome}`);

/** Starts a request and works its categories one after the other, all but those named. */
async function workThrough(id: string, leave: readonly string[] = []): Promise<void> {
  const begun = await start(id);
  const open = [...begun.started];
  for (let next = open.shift(); next; next = open.shift()) {
    const row = (await research.categories(id)).find((candidate) => candidate.id === next);
    if (!row || leave.includes(row.slug)) continue;
    await research.work(row, "continue");
    open.push(...(await continueRequest(research.system(), { requestId: id })).started);
  }
}

describe("a request", () => {
  it("starts once, with as many categories as may run at a time, however often it is told to", async () => {
    setEnvironment({ VARIORUM_PARALLEL_CATEGORIES: "2" });
    const id = await research.submit(owner.ctx);
    const begun = await start(id);
    expect(begun.endsAt).toBe(new Date(research.clock.now().getTime() + 30 * minute).toISOString());
    expect(begun.started).toHaveLength(2);
    research.later(1000);
    expect(await start(id)).toEqual(begun);
    expect((await eventsOf(id)).map((event) => event.type)).toEqual(["request.started", "subject.resolved", "category.started", "category.started"]);
    expect(await trailOf(id)).toEqual(["request.submit", "request.start"]);
    expect(await requestOf(id)).toMatchObject({ status: "processing", identity: { name: "Celandrin", resolvedBy: "as typed" } });
  });

  it("does nothing when it was cancelled, has ended, is of another round or never was", async () => {
    const id = await research.submit(owner.ctx);
    expect(await start(id, 2)).toEqual({ started: [], endsAt: null });
    await cancelRequest(owner.ctx, { id });
    expect(await start(id)).toEqual({ started: [], endsAt: null });
    expect(await start("nothing")).toEqual({ started: [], endsAt: null });
    expect(await claimCategories(research.system(), { requestId: id })).toEqual([]);
  });

  it("claims each category once when several claim at the same time", async () => {
    setEnvironment({ VARIORUM_PARALLEL_CATEGORIES: "2" });
    const id = await research.submit(owner.ctx);
    await start(id);
    const claims = await Promise.all(Array.from({ length: 6 }, () => claimCategories(research.system(), { requestId: id })));
    expect(new Set(claims.flat()).size).toBe(2);
    expect((await eventsOf(id)).filter((event) => event.type === "category.started")).toHaveLength(2);
  });

  it("works its categories one after the other and ends once, completed when every one was searched", async () => {
    const id = await research.submit(owner.ctx);
    await workThrough(id);
    expect(await statesOf(id)).toEqual(["done nothing_found", "done nothing_found", "done nothing_found"]);
    expect(await finish(id, false)).toEqual({ ended: true });
    expect(await finish(id, false)).toEqual({ ended: false });
    expect(await finish(id, true)).toEqual({ ended: false });
    expect(await requestOf(id)).toMatchObject({ status: "completed", note: null });
    expect(await trailOf(id)).toEqual(["request.submit", "request.start", "request.end"]);
    expect(await readStreamState(test.db, `request:${id}`)).toMatchObject({ closed: true });
    expect(research.sent.filter((event) => event.data.requestId === id).map((event) => event.id)).toEqual([`${id}:1:submitted`, `${id}:1:ended`]);
  });

  it("does not end while a category is open, unless its time is over", async () => {
    const id = await research.submit(owner.ctx);
    await workThrough(id, ["dose"]);
    expect(await finish(id, false)).toEqual({ ended: false });
    expect(await finish(id, true, 2)).toEqual({ ended: false });
    expect(await finish(id, true)).toEqual({ ended: true });
    expect(await statesOf(id)).toEqual(["done nothing_found", "cancelled not_searched", "cancelled not_searched"]);
    expect(await requestOf(id)).toMatchObject({
      status: "partial_failure",
      note: "2 not searched of 3 categories. The others are kept; retry asks these again.",
    });
    const [, dose] = await research.categories(id);
    expect(dose).toMatchObject({
      error: "The request's time was over before this category was done. Retry asks it again.",
      endedAt: expect.any(Date),
    });
    expect(dose?.steps.every((step) => step.endedAt !== null)).toBe(true);
    await research.work(dose ?? { id: "", round: 1, requestId: id });
    expect(await statesOf(id)).toEqual(["done nothing_found", "cancelled not_searched", "cancelled not_searched"]);
  });

  it("starts no category once the time for starting is over", async () => {
    const id = await research.submit(owner.ctx);
    const { started } = await start(id);
    research.later(25 * minute + 1);
    const row = (await research.categories(id)).find((candidate) => candidate.id === started[0]);
    await research.work(row ?? { id: "", round: 1, requestId: id }, "continue");
    expect(await continueRequest(research.system(), { requestId: id })).toEqual({ started: [], settled: true });
    expect(await statesOf(id)).toEqual(["done nothing_found", "cancelled not_searched", "cancelled not_searched"]);
    expect((await eventsOf(id)).filter((event) => event.type === "category.ended")).toHaveLength(3);
    await finish(id, false);
    expect(await requestOf(id)).toMatchObject({ status: "partial_failure" });
  });

  it("has failed when no category could be searched, and says so", async () => {
    const id = await research.submit(owner.ctx, { categories: ["dose"] });
    const { started } = await start(id);
    const input = { requestCategoryId: started[0] ?? "", round: 1 };
    await failCategory(research.system(), { ...input, reason: "It could not be worked out: the disk is full." });
    await failCategory(research.system(), { ...input, reason: "Again." });
    await finish(id, false);
    expect(await statesOf(id)).toEqual(["failed failed"]);
    expect(await requestOf(id)).toMatchObject({ status: "failed", note: "1 failed of 1 categories. The others are kept; retry asks these again." });
    expect(await trailOf(input.requestCategoryId)).toEqual(["category.fail"]);
  });

  it("records a category once, whoever repeats the step", async () => {
    const id = await research.submit(owner.ctx, { categories: ["harvest"] });
    await start(id);
    const [row] = await research.categories(id);
    const input = { requestCategoryId: row?.id ?? "", round: 1 };
    await research.work(row ?? { id: "", round: 1, requestId: id }, "record");
    await Promise.all([recordCategory(research.system(), input), recordCategory(research.system(), input)]);
    expect(await recordCategory(research.system(), input)).toEqual({ outcome: "ended before" });
    expect(await trailOf(input.requestCategoryId)).toEqual(["category.end"]);
    expect((await eventsOf(id)).filter((event) => event.type === "category.ended")).toHaveLength(1);
  });
});

describe("cancelling", () => {
  const boundaries: (Step | "start" | "end")[] = ["start", "ask", "gather", "verify", "extract", "conflicts", "synthesise", "record", "end"];

  it.each(boundaries)("before %s keeps what was done, ends everything else, and nothing moves after it", async (boundary) => {
    const id = await research.submit(owner.ctx);
    if (boundary !== "start") {
      await start(id);
      const [row] = await research.categories(id);
      await research.work(row ?? { id: "", round: 1, requestId: id }, boundary);
    }
    expect(await cancelRequest(owner.ctx, { id })).toEqual({ status: "cancelled" });
    const settled = await statesOf(id);
    expect(settled).toEqual([
      boundary === "end" ? "done nothing_found" : "cancelled not_searched",
      "cancelled not_searched",
      "cancelled not_searched",
    ]);
    expect(await requestOf(id)).toMatchObject({ status: "cancelled", note: "Cancelled. What was done before is kept.", endedAt: expect.any(Date) });
    const events = await eventsOf(id);
    expect(events.filter((event) => event.type === "category.ended")).toHaveLength(3);
    expect(events.at(-1)).toMatchObject({ type: "request.ended", body: { status: "cancelled" } });
    expect(await readStreamState(test.db, `request:${id}`)).toMatchObject({ closed: true, seq: events.length });
    expect(await trailOf(id)).toContain("request.cancel");
    expect(research.sent.at(-1)).toEqual({ id: `${id}:1:cancelled`, name: "research/request.cancelled", data: { requestId: id } });
    for (const row of await research.categories(id)) await research.work(row);
    expect(await finish(id, true)).toEqual({ ended: false });
    expect(await eventsOf(id)).toEqual(events);
    expect(await statesOf(id)).toEqual(settled);
  });

  it("ends an answer that is still waited for, and does not guess its cost", async () => {
    const id = await research.submit(owner.ctx, { categories: ["dose"], providers: ["library", "openfda"] });
    await start(id);
    const [row] = await research.categories(id);
    for (const provider of ["library", "engine-gone"])
      await test.db
        .insert(answers)
        .values({ id: `${id}${provider}`, requestCategoryId: row?.id ?? "", provider, round: 1, status: "asking", startedAt: research.clock.now() });
    const call = { ownerId: owner.id, requestId: id, provider: "engine-gone", purpose: "ask", attempt: 1, state: "open", reservedTicks: 1 } as const;
    await test.db.insert(providerCalls).values({ id: `${id}call`, answerId: `${id}engine-gone`, startedAt: research.clock.now(), ...call });
    await cancelRequest(owner.ctx, { id });
    const ended = await test.db
      .select()
      .from(answers)
      .where(eq(answers.requestCategoryId, row?.id ?? ""))
      .orderBy(asc(answers.provider));
    expect(ended).toMatchObject([
      { provider: "engine-gone", status: "failed", cost: { usd: null, basis: "unknown" } },
      {
        provider: "library",
        status: "failed",
        cost: { usd: 0, basis: "free" },
        error: { message: "library had not answered when the category was ended." },
      },
    ]);
  });

  it("is refused for what has ended, and for what is not one's own as if it never was", async () => {
    const id = await research.submit(owner.ctx);
    const stranger = await research.account();
    const refusals = await Promise.all(
      [cancelRequest(stranger.ctx, { id }), cancelRequest(stranger.ctx, { id: "nothing" })].map((attempt) =>
        attempt.catch((error: unknown) => error),
      ),
    );
    expect(refusals[0]).toMatchObject({ code: "not_found" });
    expect(String(refusals[0])).toBe(String(refusals[1]));
    await cancelRequest(owner.ctx, { id });
    await expect(cancelRequest(owner.ctx, { id })).rejects.toMatchObject({ code: "conflict" });
    expect((await eventsOf(id)).filter((event) => event.type === "request.ended")).toHaveLength(1);
  });

  it("is done once when two do it at the same time", async () => {
    const id = await research.submit(owner.ctx);
    const tries = await Promise.allSettled([cancelRequest(owner.ctx, { id }), cancelRequest(owner.ctx, { id })]);
    expect(tries.map((attempt) => attempt.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("is open to an administrator", async () => {
    const id = await research.submit(owner.ctx);
    const admin = await research.account("admin");
    expect(await cancelRequest(admin.ctx, { id })).toEqual({ status: "cancelled" });
  });
});

describe("retrying", () => {
  async function halfDone(): Promise<string> {
    const id = await research.submit(owner.ctx);
    await workThrough(id, ["dose"]);
    await finish(id, true);
    return id;
  }

  it("asks again what was not searched, and leaves the rest as it is", async () => {
    const id = await halfDone();
    const before = await research.categories(id);
    expect(await retryRequest(owner.ctx, { id })).toEqual({ categories: 2 });
    expect(await requestOf(id)).toMatchObject({ status: "pending", round: 2, startedAt: null, endedAt: null, note: null });
    const after = await research.categories(id);
    expect(after[0]).toEqual(before[0]);
    expect(after.slice(1)).toMatchObject([
      { slug: "dose", state: "queued", outcome: null, round: 2, steps: [], error: null },
      { slug: "harvest", state: "queued", outcome: null, round: 2 },
    ]);
    expect(research.sent.at(-1)).toEqual({ id: `${id}:2:submitted`, name: "research/request.submitted", data: { requestId: id, round: 2 } });
    expect(await readStreamState(test.db, `request:${id}`)).toMatchObject({ closed: false });
    expect((await eventsOf(id)).at(-1)).toEqual({ type: "request.retried", body: { categories: 2, slugs: ["dose", "harvest"] } });

    await start(id, 2);
    for (const { slug } of after.slice(1)) {
      const row = (await research.categories(id)).find((candidate) => candidate.slug === slug);
      await research.work(row ?? { id: "", round: 2, requestId: id });
    }
    expect(await finish(id, false, 1)).toEqual({ ended: false });
    expect(await finish(id, false, 2)).toEqual({ ended: true });
    expect(await requestOf(id)).toMatchObject({ status: "completed" });
    expect((await trailOf(id)).filter((action) => action === "request.end")).toHaveLength(2);
  });

  it("takes up a cancelled request", async () => {
    const id = await research.submit(owner.ctx);
    await cancelRequest(owner.ctx, { id });
    expect(await retryRequest(owner.ctx, { id })).toEqual({ categories: 3 });
    expect((await start(id, 2)).started).toHaveLength(1);
  });

  it("is refused while the request runs, when nothing failed, and to strangers", async () => {
    const id = await research.submit(owner.ctx);
    await expect(retryRequest(owner.ctx, { id })).rejects.toMatchObject({
      code: "conflict",
      userMessage: "This request is still running. Nothing was changed.",
    });
    await workThrough(id);
    await finish(id, false);
    await expect(retryRequest(owner.ctx, { id })).rejects.toMatchObject({
      code: "conflict",
      userMessage: "No category of this request failed. Nothing was changed.",
    });
    await expect(retryRequest((await research.account()).ctx, { id })).rejects.toMatchObject({ code: "not_found" });
  });

  it("is one round when two do it at the same time", async () => {
    const id = await halfDone();
    const tries = await Promise.allSettled([retryRequest(owner.ctx, { id }), retryRequest(owner.ctx, { id })]);
    expect(tries.map((attempt) => attempt.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await requestOf(id)).toMatchObject({ round: 2 });
  });
});

describe("the sweeper", () => {
  const sweep = () => sweepRequests(research.system());
  const about = (id: string) => research.sent.filter((event) => event.data.requestId === id);
  beforeEach(async () => {
    await test.db.update(requests).set({ status: "cancelled" });
  });

  it("leaves alone what moved within two minutes", async () => {
    const id = await research.submit(owner.ctx);
    await start(id);
    research.later(2 * minute - 1);
    expect(await sweep()).toEqual({ revived: 0, ended: 0 });
  });

  it("sends again the event of a request that never started", async () => {
    const id = await research.submit(owner.ctx);
    research.later(3 * minute);
    expect(await sweep()).toEqual({ revived: 1, ended: 0 });
    expect(about(id)).toMatchObject([{ id: `${id}:1:submitted` }, { name: "research/request.submitted", data: { requestId: id, round: 1 } }]);
    expect(about(id)[1]?.id).not.toBe(about(id)[0]?.id);
  });

  it("sends again the events of categories under way, and of no others", async () => {
    const id = await research.submit(owner.ctx);
    const { started } = await start(id);
    research.later(3 * minute);
    await sweep();
    expect(about(id).at(-1)).toMatchObject({ name: "research/category.started", data: { requestId: id, requestCategoryId: started[0], round: 1 } });
  });

  it("sets a request going again once in five minutes: it may only be slow", async () => {
    const id = await research.submit(owner.ctx);
    await start(id);
    const ids = new Set<string | undefined>();
    for (let n = 0; n < 10; n++) {
      research.later(minute);
      await sweep();
      ids.add(about(id).at(-1)?.id);
    }
    expect(ids.size).toBeGreaterThanOrEqual(2);
    expect(ids.size).toBeLessThanOrEqual(4);
  });

  it("goes on with a request whose last category ended without the next one being started", async () => {
    const id = await research.submit(owner.ctx);
    await start(id);
    const [first] = await research.categories(id);
    await research.work(first ?? { id: "", round: 1, requestId: id }, "continue");
    research.later(3 * minute);
    await sweep();
    expect(about(id).at(-1)).toMatchObject({ name: "research/request.submitted" });
    expect((await start(id)).started).toHaveLength(1);
  });

  it("ends a request whose categories have all settled, and one whose time is over", async () => {
    const done = await research.submit(owner.ctx, { categories: ["harvest"] });
    await workThrough(done);
    const late = await research.submit(owner.ctx);
    await start(late);
    research.later(31 * minute);
    expect(await sweep()).toEqual({ revived: 0, ended: 2 });
    expect(await requestOf(done)).toMatchObject({ status: "completed" });
    expect(await requestOf(late)).toMatchObject({ status: "failed" });
    expect(await sweep()).toEqual({ revived: 0, ended: 0 });
  });
});
