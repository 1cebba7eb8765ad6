import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { asc, eq, sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { applyEvent } from "@/app/_client/apply-event";
import { rowsOf } from "@/db/client";
import { auditEntries } from "@/db/schema/audit";
import { documents } from "@/db/schema/library";
import { useTestDatabase } from "@/db/testing";
import { functionsFor } from "@/inngest/testing";
import { verifyAudit } from "@/server/audit/verify";
import { addDocument } from "@/server/library/documents/add-document";
import { waitForDocuments } from "@/server/library/documents/wait-for-documents";
import { setEnvironment } from "@/server/platform/config";
import { type Ctx, ownerScope } from "@/server/platform/context";
import { readEvents } from "@/server/progress/watch";
import { readEdition, readRun } from "@/server/research/editions/read-edition";
import { type Edition, editionSchema, type RunSnapshot, runSnapshotSchema } from "@/server/research/editions/schema";
import { cancelRequest } from "@/server/research/requests/cancel-request";
import { retryRequest } from "@/server/research/requests/retry-request";
import { watchRun } from "@/server/research/requests/watch-run";
import { researchFor, witnesses } from "@/server/research/testing";

const test = useTestDatabase();
const research = researchFor(test);
const engine = functionsFor(test);
const nobody = "http://127.0.0.1:6";
let owner: { id: string; ctx: Ctx };
const servers: Server[] = [];

beforeAll(async () => {
  const { id } = await research.account();
  owner = { id, ctx: engine.ctxOf(id) };
  const added = [];
  for (const [fileName, content] of Object.entries(witnesses))
    added.push(await addDocument(owner.ctx, ownerScope(id), { fileName, bytes: new TextEncoder().encode(content) }));
  const waited = await waitForDocuments(
    owner.ctx,
    ownerScope(id),
    added.map((document) => document.documentId),
  );
  expect(waited).toEqual({ ready: 2, failed: [] });
});
afterEach(async () => {
  setEnvironment({ OPENFDA_BASE_URL: nobody, VARIORUM_PARALLEL_CATEGORIES: "3", VARIORUM_END_MINUTES: "30" });
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A server of this machine in openFDA's place. */
async function openFdaAt(answer: RequestListener): Promise<void> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  setEnvironment({ OPENFDA_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}

/** Submits and waits for the end by way of the stream, as every client does; what a listening page would show comes with it. */
async function runToEnd(input: Record<string, unknown> = {}): Promise<{ edition: Edition; id: string }> {
  const id = await research.submit(owner.ctx, input);
  return { id, edition: await ended(id) };
}

async function ended(id: string, after = 0): Promise<Edition> {
  const watch = await watchRun(owner.ctx, { id, cursor: after });
  for await (const _event of watch.events(after, AbortSignal.timeout(90_000)));
  return editionSchema.parse(await readEdition(owner.ctx, id));
}
const categoryOf = (edition: Edition, slug: string) => {
  const category = edition.categories.find((candidate) => candidate.slug === slug);
  if (!category) throw new Error(`No category ${slug}`);
  return category;
};

/** Two answers that began in the same moment have no order. */
function byProvider<T extends { provider: string }>(answers: readonly T[]): T[] {
  return answers.toSorted((a, b) => a.provider.localeCompare(b.provider));
}

/** What no event tells, or tells otherwise: the signals behind a confidence, the kind of a price, exact instants. */
function comparable(run: RunSnapshot) {
  const { identity: _identity, ...request } = run.request;
  return {
    request: { ...request, startedAt: null, endedAt: null },
    totals: run.totals,
    cost: run.cost,
    seq: run.seq,
    categories: run.categories.map((category) => ({
      ...category,
      confidence: category.confidence?.value ?? null,
      startedAt: category.startedAt === null,
      endedAt: category.endedAt === null,
      steps: category.steps.map((step) => [step.name, step.endedAt === null]),
      answers: byProvider(category.answers).map(({ provider, status, sources, attempts, costUsd }) => ({
        provider,
        status,
        sources,
        attempts,
        costUsd,
      })),
    })),
  };
}

describe("a request, end to end", () => {
  it("completes; each quote stands at its place in the file; the conflict is found; the empty category says so", async () => {
    const { edition, id } = await runToEnd();
    expect(edition.request).toMatchObject({ status: "completed", subject: "Celandrin", pack: "trial", note: null });
    const texts = new Map((await test.db.select().from(documents).where(eq(documents.ownerId, owner.id))).map((row) => [row.hash, row.text ?? ""]));
    const textOf = (sourceId: string) => texts.get(edition.sources.find((source) => source.id === sourceId)?.documentId ?? "") ?? "";
    const quotes = edition.categories.flatMap((category) => [
      ...category.claims,
      ...[...category.summary.sentences, ...category.summary.withheldSentences].flatMap((sentence) => sentence.citations),
    ]);
    expect(quotes.length).toBeGreaterThan(4);
    for (const quote of quotes) expect(textOf(quote.sourceId).slice(quote.start, quote.end)).toBe(quote.quote);

    const halfLife = categoryOf(edition, "half-life");
    expect(halfLife).toMatchObject({ status: "done", outcome: "found", sourceCount: 2, independentCount: 2 });
    expect(halfLife.conflicts.filter((conflict) => conflict.status === "open")).toMatchObject([
      { attribute: "half_life", sides: [{}, {}], winner: null },
    ]);
    expect(halfLife.summary.sentences.map((sentence) => sentence.text).join(" ")).toMatch(/6\.2 hours.*14 hours|14 hours.*6\.2 hours/s);
    expect(categoryOf(edition, "dose").conflicts.filter((conflict) => conflict.status === "open")).toEqual([]);
    expect(categoryOf(edition, "harvest")).toMatchObject({
      status: "done",
      outcome: "nothing_found",
      summary: { sentences: [], withheld: 0 },
      claims: [],
      confidence: null,
      coverage: { outcome: "nothing_found", asked: ["library"], found: [], empty: ["library"], blocked: [], skipped: [] },
    });
    expect(edition.sources.map((source) => source.number)).toEqual([1, 2]);
    expect(await verifyAudit(test.db)).toMatchObject({ break: null });
    const trail = await test.db.select().from(auditEntries).where(sql`request_id is not null`).orderBy(asc(auditEntries.seq));
    expect(JSON.stringify(trail)).not.toMatch(/celandrin/i);
    const open = async () => rowsOf(await test.db.execute(sql`select id from engine_run where ended_at is null and event like ${`%${id}%`}`));
    await vi.waitFor(async () => expect(await open()).toEqual([]), { timeout: 60_000 });
  });

  it("counts the same in its totals as in its parts", async () => {
    const { edition, id } = await runToEnd();
    const { categories, totals } = edition;
    const sum = (of: (category: Edition["categories"][number]) => number) => categories.reduce((total, category) => total + of(category), 0);
    const outcomes = (outcome: string) => categories.filter((category) => category.outcome === outcome).length;
    const conflicts = (status: string) => sum((category) => category.conflicts.filter((conflict) => conflict.status === status).length);
    expect(totals).toEqual({
      categories: 3,
      settled: 3,
      found: outcomes("found"),
      nothingFound: outcomes("nothing_found"),
      notSearched: 0,
      blocked: 0,
      failed: 0,
      sources: edition.sources.length,
      independentSources: new Set(edition.sources.map((source) => source.voice)).size,
      claims: sum((category) => category.claims.length),
      conflictsOpen: conflicts("open"),
      conflictsResolved: conflicts("resolved"),
      setApart: conflicts("set_apart"),
      sentences: sum((category) => category.summary.sentences.length),
      withheld: sum((category) => category.summary.withheldSentences.length),
    });
    const known = new Set(edition.sources.map((source) => source.id));
    const cited = categories.flatMap((category) =>
      category.summary.sentences.flatMap((sentence) => sentence.citations.map((citation) => citation.sourceId)),
    );
    expect([...new Set(cited)].filter((sourceId) => !known.has(sourceId))).toEqual([]);
    const snapshot = runSnapshotSchema.parse(await readRun(owner.ctx, id));
    expect(snapshot).toMatchObject({ totals, cost: edition.cost, request: edition.request });
  });

  it("leaves a listening page, from whichever event it listened, with what the server has", async () => {
    const id = await research.submit(owner.ctx);
    const snapshots = [runSnapshotSchema.parse(await readRun(owner.ctx, id))];
    for await (const _event of (await watchRun(owner.ctx, { id, cursor: 0 })).events(0, AbortSignal.timeout(90_000)))
      snapshots.push(runSnapshotSchema.parse(await readRun(owner.ctx, id)));
    const log = await readEvents(test.db, `request:${id}`, 0, 500);
    const final = comparable(runSnapshotSchema.parse(await readRun(owner.ctx, id)));
    expect(final.seq).toBe(log.length);
    expect(snapshots.length).toBeGreaterThan(10);
    for (const from of snapshots.slice(0, 1)) expect(comparable(log.reduce(applyEvent, from))).toEqual(final);
    // A snapshot may be newer than its number: whatever it is taken up with, states and outcomes end the same.
    for (const from of snapshots) {
      const { request, categories } = comparable(log.reduce(applyEvent, from));
      expect(request).toEqual(final.request);
      expect(categories.map(({ state, outcome, sentences }) => ({ state, outcome, sentences }))).toEqual(
        final.categories.map(({ state, outcome, sentences }) => ({ state, outcome, sentences })),
      );
    }
    expect(log.reduce(applyEvent, log.reduce(applyEvent, snapshots[0] ?? (await readRun(owner.ctx, id)))).seq).toBe(log.length);
  });

  it("can be cancelled while it runs: nothing moves afterwards, the page shows it, and a retry completes it", async () => {
    await openFdaAt(() => {}); // takes the question and never answers
    const before = { subject: "Celandrin", providers: ["library", "openfda"] };
    const id = await research.submit(owner.ctx, before);
    const first = runSnapshotSchema.parse(await readRun(owner.ctx, id));
    for await (const event of (await watchRun(owner.ctx, { id, cursor: 0 })).events(0, AbortSignal.timeout(90_000)))
      if (event.type === "provider.asked" && event.body.provider === "openfda") break;
    await cancelRequest(owner.ctx, { id });
    await engine.idle();
    const log = await readEvents(test.db, `request:${id}`, 0, 500);
    expect(log.at(-1)).toMatchObject({ type: "request.ended", body: { status: "cancelled" } });
    expect(comparable(log.reduce(applyEvent, first))).toEqual(comparable(await readRun(owner.ctx, id)));
    const edition = editionSchema.parse(await readEdition(owner.ctx, id));
    expect(edition.request.status).toBe("cancelled");
    expect(categoryOf(edition, "dose")).toMatchObject({ status: "cancelled", outcome: "not_searched" });

    await openFdaAt((_request, response) => response.writeHead(404, { "content-type": "application/json" }).end('{"error":{"code":"NOT_FOUND"}}'));
    const seq = (await readRun(owner.ctx, id)).seq;
    await retryRequest(owner.ctx, { id });
    const again = await ended(id, seq);
    expect(again.request.status).toBe("completed");
    expect(byProvider(categoryOf(again, "dose").answers).map(({ provider, status }) => [provider, status])).toEqual([
      ["library", "ok"],
      ["openfda", "ok"],
    ]);
    const whole = await readEvents(test.db, `request:${id}`, 0, 500);
    expect(whole.map((event) => event.seq)).toEqual(Array.from({ length: whole.length }, (_, index) => index + 1));
    const { totals: _counted, ...page } = comparable(whole.reduce(applyEvent, first));
    const { totals: _stored, ...server } = comparable(await readRun(owner.ctx, id));
    expect(page).toEqual(server);
  });

  it("ends with what it has when its time is over, although a provider never answers", async () => {
    await openFdaAt(() => {});
    setEnvironment({ VARIORUM_END_MINUTES: "0.25" });
    const { edition } = await runToEnd({ providers: ["library", "openfda"] });
    expect(edition.request.status).toBe("partial_failure");
    expect(categoryOf(edition, "half-life").outcome).toBe("found");
    expect(categoryOf(edition, "dose")).toMatchObject({ status: "cancelled", outcome: "not_searched" });
  });
});

describe("a provider of this machine's network", () => {
  const both = { providers: ["library", "openfda"], categories: ["half-life", "dose"] };

  it("that refuses connections is unreachable at once, and the category completes with the library", async () => {
    setEnvironment({ OPENFDA_BASE_URL: nobody });
    const { edition } = await runToEnd(both);
    expect(edition.request.status).toBe("completed");
    const dose = categoryOf(edition, "dose");
    expect(dose.outcome).toBe("found");
    expect(dose.coverage).toMatchObject({ asked: ["library", "openfda"], found: [{ provider: "library" }], blocked: [{ provider: "openfda" }] });
    expect(dose.coverage?.blocked[0]?.reason).toMatch(/^openFDA is unreachable from this machine \(ECONNREFUSED\)\.$/);
    expect(dose.answers.find((answer) => answer.provider === "openfda")).toMatchObject({ status: "failed", attempts: 1 });
    expect(categoryOf(edition, "half-life").coverage).toMatchObject({ asked: ["library"], skipped: [{ provider: "openfda" }] });
  });

  it("that fails for a while is asked again, and its answer counted once", async () => {
    let calls = 0;
    await openFdaAt((_request, response) => {
      calls += 1;
      if (calls <= 2) response.writeHead(503, { "retry-after": "0" }).end("busy");
      else response.writeHead(404, { "content-type": "application/json" }).end('{"error":{"code":"NOT_FOUND","message":"No matches found!"}}');
    });
    const { edition, id } = await runToEnd(both);
    expect(categoryOf(edition, "dose").answers.find((answer) => answer.provider === "openfda")).toMatchObject({
      status: "ok",
      attempts: 2,
      error: null,
    });
    expect(categoryOf(edition, "dose").coverage?.empty).toEqual(["openfda"]);
    const types = (await readEvents(test.db, `request:${id}`, 0, 500)).map((event) => event.type);
    expect(types.filter((type) => type === "provider.retrying")).toHaveLength(1);
  });

  it("that fails every time is given up after four tries and told in plain words", async () => {
    await openFdaAt((_request, response) => response.writeHead(500, { "retry-after": "0" }).end("<html>oops</html>"));
    const { edition } = await runToEnd({ ...both, categories: ["dose"] });
    expect(edition.request.status).toBe("completed");
    expect(categoryOf(edition, "dose").answers.find((answer) => answer.provider === "openfda")).toMatchObject({
      status: "failed",
      attempts: 4,
      error: "openFDA failed on its side (500).",
    });
  });

  it("makes a category fail only when nobody answered, and leaves the others untouched", async () => {
    setEnvironment({ OPENFDA_BASE_URL: nobody });
    const { edition } = await runToEnd({ providers: ["openfda"] });
    expect(categoryOf(edition, "dose")).toMatchObject({ status: "failed", outcome: "failed", error: "No answer from 1 of 1." });
    for (const slug of ["half-life", "harvest"])
      expect(categoryOf(edition, slug)).toMatchObject({ outcome: "not_searched", coverage: { asked: [], skipped: [{ provider: "openfda" }] } });
    expect(edition.request).toMatchObject({
      status: "failed",
      note: "1 failed, 2 not searched of 3 categories. The others are kept; retry asks these again.",
    });
  });
});
