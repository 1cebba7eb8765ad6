import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditEntries } from "@/db/schema/audit";
import { requestCategories, requests } from "@/db/schema/research";
import { useTestDatabase } from "@/db/testing";
import { readStreamState } from "@/server/progress/watch";
import { researchFor } from "../testing";
import { openRequests, resumeOrSubmit } from "./resume-or-submit";
import { submitRequestSchema } from "./schema";
import { submitRequest } from "./submit-request";

const test = useTestDatabase();
const research = researchFor(test);
const wanted = (over: Record<string, unknown> = {}) =>
  submitRequestSchema.parse({ subject: "Celandrin", pack: "trial", providers: ["library"], idempotencyKey: "one-key-1", ...over });
const requestsOf = (ownerId: string) => test.db.select().from(requests).where(eq(requests.ownerId, ownerId));
const trailOf = (id: string) => test.db.select().from(auditEntries).where(eq(auditEntries.entityId, id));

describe("submitting a request", () => {
  it("stores it with its categories in order, a stream, an audit entry without the subject, and one event", async () => {
    const { id: ownerId, ctx } = await research.account();
    const { id, existing } = await submitRequest(ctx, wanted());
    expect(existing).toBe(false);
    expect(await requestsOf(ownerId)).toMatchObject([
      { id, status: "pending", subject: "Celandrin", packSlug: "trial", providers: ["library"], round: 1 },
    ]);
    expect((await research.categories(id)).map((row) => [row.position, row.slug, row.state])).toEqual([
      [1, "half-life", "queued"],
      [2, "dose", "queued"],
      [3, "harvest", "queued"],
    ]);
    expect(await readStreamState(test.db, `request:${id}`)).toMatchObject({ ownerId, seq: 0, closed: false });
    const trail = await trailOf(id);
    expect(trail).toMatchObject([{ action: "request.submit", actor: `user:${ownerId}`, before: null, after: { pack: "trial", categories: 3 } }]);
    expect(JSON.stringify(trail)).not.toContain("Celandrin");
    expect(research.sent.filter((event) => event.data.requestId === id)).toEqual([
      { id: `${id}:1:submitted`, name: "research/request.submitted", data: { requestId: id, round: 1 } },
    ]);
  });

  it("is one request for one key, now or a day later, whatever else is sent with it", async () => {
    const { id: ownerId, ctx } = await research.account();
    const first = await submitRequest(ctx, wanted());
    research.later(24 * 60 * 60_000);
    expect(await submitRequest(ctx, wanted({ subject: "Something else" }))).toEqual({ id: first.id, existing: true });
    expect(await requestsOf(ownerId)).toHaveLength(1);
    expect(await trailOf(first.id)).toHaveLength(1);
  });

  it("is one request however many submit it at once", async () => {
    const { id: ownerId, ctx } = await research.account();
    const answers = await Promise.all(Array.from({ length: 20 }, () => submitRequest(ctx, wanted())));
    const [stored, ...others] = await requestsOf(ownerId);
    expect(others).toEqual([]);
    expect(new Set(answers.map((answer) => answer.id))).toEqual(new Set([stored?.id]));
    expect(answers.filter((answer) => !answer.existing)).toHaveLength(1);
    expect(await trailOf(stored?.id ?? "")).toHaveLength(1);
    const rows = await test.db
      .select()
      .from(requestCategories)
      .where(eq(requestCategories.requestId, stored?.id ?? ""));
    expect(rows).toHaveLength(3);
  });

  it("keeps the keys of different people apart", async () => {
    const [one, two] = [await research.account(), await research.account()];
    const ids = [await submitRequest(one.ctx, wanted()), await submitRequest(two.ctx, wanted())].map((answer) => answer.id);
    expect(new Set(ids).size).toBe(2);
  });

  it("takes some of the categories, in the pack's order", async () => {
    const { ctx } = await research.account();
    const id = await research.submit(ctx, { categories: ["harvest", "half-life"] });
    expect((await research.categories(id)).map((row) => row.slug)).toEqual(["half-life", "harvest"]);
  });

  it.each([
    [{ pack: "alchemy" }, "There is no pack “alchemy”. The packs are: trial."],
    [{ categories: ["half-life", "colour"] }, 'Trial pack has no category "colour". It has: half-life, dose, harvest.'],
    [{ providers: ["oracle"] }, 'There is no provider "oracle". Known: library, '],
  ])("refuses %o in one sentence, and stores nothing", async (over, sentence) => {
    const { id: ownerId, ctx } = await research.account();
    const before = research.sent.length;
    await expect(submitRequest(ctx, wanted(over))).rejects.toMatchObject({ code: "bad_request", userMessage: expect.stringContaining(sentence) });
    expect(await requestsOf(ownerId)).toEqual([]);
    expect(research.sent).toHaveLength(before);
  });

  it.each([
    ["", "Name a subject: a drug, a passage, a company or a topic."],
    ["  \n ", "Name a subject: a drug, a passage, a company or a topic."],
    ["x".repeat(1001), "A subject has at most 1000 characters."],
    ["a\u0000b", "A subject has no control characters."],
    [undefined, "Name a subject."],
  ])("refuses the subject %j", (subject, sentence) => {
    const parsed = submitRequestSchema.safeParse({ subject, pack: "trial", idempotencyKey: "one-key-1" });
    expect(parsed.error?.issues.map((issue) => issue.message)).toEqual([sentence]);
  });

  it("takes a subject of a thousand characters, without the blanks around it", () => {
    const long = "x".repeat(1000);
    expect(wanted({ subject: `  ${long} ` }).subject).toBe(long);
  });

  it("is for accounts alone", async () => {
    await expect(submitRequest(research.system(), wanted())).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("taking up a command again", () => {
  const { idempotencyKey: _key, ...command } = wanted();

  it("finds the unfinished run of the same command, and begins a new one once it has ended", async () => {
    const { id: ownerId, ctx } = await research.account();
    const first = await resumeOrSubmit(ctx, command, "cli:abc:");
    expect(first.resumed).toBe(false);
    expect(await resumeOrSubmit(ctx, command, "cli:abc:")).toEqual({ id: first.id, resumed: true });
    expect((await resumeOrSubmit(ctx, command, "cli:other:")).id).not.toBe(first.id);
    await test.db.update(requests).set({ status: "completed" }).where(eq(requests.id, first.id));
    const second = await resumeOrSubmit(ctx, command, "cli:abc:");
    expect(second).toMatchObject({ resumed: false });
    expect(await resumeOrSubmit(ctx, command, "cli:abc:")).toEqual({ id: second.id, resumed: true });
    expect(await requestsOf(ownerId)).toHaveLength(3);
  });

  it("sends the same event again for a run that has not started: who submitted it may have been ended before that", async () => {
    const { ctx } = await research.account();
    const eventsOf = (id: string) => research.sent.filter((event) => event.data.requestId === id).map((event) => event.id);
    const { id } = await resumeOrSubmit(ctx, command, "cli:abc:");
    await resumeOrSubmit(ctx, command, "cli:abc:");
    await submitRequest(ctx, { ...command, idempotencyKey: "cli:abc:1" });
    expect(eventsOf(id)).toEqual(Array(3).fill(`${id}:1:submitted`));
    await test.db.update(requests).set({ status: "processing" }).where(eq(requests.id, id));
    await resumeOrSubmit(ctx, command, "cli:abc:");
    expect(eventsOf(id)).toHaveLength(3);
  });

  it("takes up what was open when the command began, although it has ended since", async () => {
    const { ctx } = await research.account();
    const first = await resumeOrSubmit(ctx, command, "cli:abc:");
    const openBefore = await openRequests(ctx);
    expect(openBefore).toEqual(new Set([first.id]));
    await test.db.update(requests).set({ status: "completed" }).where(eq(requests.id, first.id));
    expect(await resumeOrSubmit(ctx, command, "cli:abc:", openBefore)).toEqual({ id: first.id, resumed: true });
    expect(await openRequests(ctx)).toEqual(new Set());
  });

  it("takes no letter of the key for a pattern", async () => {
    const { ctx } = await research.account();
    await resumeOrSubmit(ctx, command, "cli:a%c:");
    expect(await resumeOrSubmit(ctx, command, "cli:abc:")).toMatchObject({ resumed: false });
  });

  it("is one run when two do it at once", async () => {
    const { id: ownerId, ctx } = await research.account();
    const [one, two] = await Promise.all([resumeOrSubmit(ctx, command, "cli:abc:"), resumeOrSubmit(ctx, command, "cli:abc:")]);
    expect(one.id).toBe(two.id);
    expect(await requestsOf(ownerId)).toHaveLength(1);
  });
});
