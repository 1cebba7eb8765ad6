import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { auditEntries } from "@/db/schema/audit";
import { providerSettings } from "@/db/schema/providers";
import { requestCategories, requests } from "@/db/schema/research";
import { useTestDatabase } from "@/db/testing";
import { setEnvironment } from "@/server/platform/config";
import type { Ctx } from "@/server/platform/context";
import { readProviderPanel } from "../editions/provider-panel";
import { readEdition } from "../editions/read-edition";
import { askProvider } from "../providers/ask-provider";
import type { Answer } from "../providers/schema";
import { failedWith, goodAnswer } from "../resilience/testing";
import { researchFor } from "../testing";
import { askAgain } from "./ask-again";
import { cancelRequest } from "./cancel-request";
import { finishRequest } from "./finish-request";
import { planCategory } from "./plan-category";
import { retryRequest } from "./retry-request";
import { startRequest } from "./start-request";

const test = useTestDatabase();
const research = researchFor(test);
const slug = "half-life";
const page = "https://b.example/leaflet";
const other: Answer = {
  ...goodAnswer,
  text: "Fourteen hours.",
  sources: goodAnswer.sources.map((source) => ({
    ...source,
    identity: { scheme: "url" as const, value: page },
    url: page,
    text: "In adults the half-life of celandrin in plasma was 14 hours.",
    passages: [{ start: 0, end: 60, page: null, heading: null, score: 1 }],
  })),
};
let owner: { id: string; ctx: Ctx };

beforeEach(async () => {
  owner = await research.account();
  setEnvironment({ OPENAI_API_KEY: "k", XAI_API_KEY: "k", VARIORUM_STANDINS: "0" });
});

const rowOf = async (id: string) => {
  const [row] = await research.categories(id);
  if (!row) throw new Error("no category");
  return row;
};

/** Works the round through: providers answer as told, everything after them as it does. */
async function work(id: string, round: number, turns: Record<string, Answer>): Promise<void> {
  await startRequest(research.system(), { requestId: id, round });
  const row = await rowOf(id);
  const input = { requestCategoryId: row.id, round };
  for (const provider of (await planCategory(research.system(), input)).providers) {
    const answer = { ...(turns[provider] ?? goodAnswer), provider };
    const info = () => ({ id: provider, name: provider, kind: "engine", off: null, estimateUsd: 0.06 }) as const;
    await askProvider(research.system(), { ...input, provider, lastAttempt: true }, () => ({ info, ask: async () => answer }));
  }
  await research.work(row);
  await finishRequest(research.system(), { requestId: id, round, overdue: false });
}

async function asked(turns: Record<string, Answer>, input: Record<string, unknown> = {}): Promise<string> {
  const id = await research.submit(owner.ctx, { categories: [slug], providers: ["openai", "xai"], ...input });
  await work(id, 1, turns);
  return id;
}
const again = (id: string, provider = "xai", ctx = owner.ctx) => askAgain(ctx, { id, slug, provider });
const witnesses = async (id: string) => (await readProviderPanel(owner.ctx, { id, slug })).witnesses;
const answersOf = async (id: string) =>
  (await readEdition(owner.ctx, id)).categories[0]?.answers.map(({ provider, status, sources }) => [provider, status, sources]);

describe("asking one provider again", () => {
  it("asks that one only, in a round of its own, and takes its answer in beside those that stand", async () => {
    const id = await asked({ xai: failedWith({ kind: "server" }), openai: goodAnswer });
    expect(await answersOf(id)).toEqual([
      ["openai", "ok", 1],
      ["xai", "failed", 0],
    ]);
    expect(await again(id)).toEqual({ round: 2 });
    expect(research.sent.at(-1)).toEqual({ id: `${id}:2:submitted`, name: "research/request.submitted", data: { requestId: id, round: 2 } });
    await startRequest(research.system(), { requestId: id, round: 2 });
    expect((await planCategory(research.system(), { requestCategoryId: (await rowOf(id)).id, round: 2 })).providers).toEqual(["xai"]);
    await work(id, 2, { xai: other });
    const edition = await readEdition(owner.ctx, id);
    expect(edition.request.status).toBe("completed");
    expect(edition.sources.map((source) => source.url)).toEqual(["https://a.example/label", page]);
    expect(edition.categories[0]).toMatchObject({ status: "done", coverage: { asked: ["openai", "xai"], blocked: [] } });
    // The one that was not asked again is paid for once.
    expect(edition.cost.byProvider).toEqual({ openai: 0.05, xai: 0.05 });
    const trail = await test.db.select().from(auditEntries).where(eq(auditEntries.entityId, id)).orderBy(asc(auditEntries.seq));
    expect(trail.find(({ action }) => action === "request.ask_again")).toMatchObject({
      before: { status: "completed" },
      after: { round: 2, category: slug, provider: "xai" },
    });
  });

  it("keeps an answer that came when the provider fails the second time, and shows both", async () => {
    const id = await asked({ xai: other });
    await again(id);
    await work(id, 2, { xai: failedWith({ kind: "server" }) });
    expect(await answersOf(id)).toEqual([
      ["openai", "ok", 1],
      ["xai", "ok", 1],
    ]);
    const xai = (await witnesses(id)).find((witness) => witness.provider === "xai");
    expect(xai?.otherCosts).toMatchObject([{ usd: 0, basis: "free" }]);
    expect(xai).toMatchObject({ standing: "answered", text: "Fourteen hours.", since: { standing: "failed", error: "OpenAI failed: server." } });
  });

  it("says its price first, and that it is free where it is", async () => {
    const id = await asked({}, { providers: ["openai", "library"] });
    const found = await witnesses(id);
    expect(found.find((witness) => witness.provider === "library")?.again).toMatchObject({ usd: 0, refusal: null });
    expect(found.find((witness) => witness.provider === "openai")?.again).toMatchObject({ usd: expect.any(Number), refusal: null });
  });

  it("is refused in one sentence while the run goes on, when it is off, over the cap, and for who cannot answer", async () => {
    const running = await research.submit(owner.ctx, { categories: [slug], providers: ["openai"] });
    const conflict = (userMessage: unknown) => ({ code: "conflict", userMessage });
    await expect(again(running, "openai")).rejects.toMatchObject(conflict("This request is still running. Nothing was changed."));
    const id = await asked({});
    await test.db.update(requests).set({ capUsd: 0 }).where(eq(requests.id, id));
    await expect(again(id)).rejects.toMatchObject(
      conflict(expect.stringMatching(/^xAI cannot be asked: of the cap of this request .* Nothing was changed\.$/)),
    );
    await test.db.update(requests).set({ capUsd: 5 }).where(eq(requests.id, id));
    setEnvironment({ XAI_API_KEY: "" });
    await expect(again(id)).rejects.toMatchObject(conflict(expect.stringMatching(/^xAI cannot be asked: .*XAI_API_KEY/)));
    setEnvironment({ XAI_API_KEY: "k" });
    const off = { provider: "xai", enabled: false, version: 1, changedBy: "a", changedAt: research.clock.now(), reason: "Test." };
    await test.db.insert(providerSettings).values(off);
    await expect(again(id)).rejects.toMatchObject(conflict("xAI cannot be asked: An administrator has switched it off. Nothing was changed."));
    await test.db.delete(providerSettings);
    await expect(again(id, "tavily")).rejects.toMatchObject({ code: "not_found" });
    await expect(askAgain(owner.ctx, { id, slug: "dose", provider: "xai" })).rejects.toMatchObject({ code: "not_found" });
    await expect(again(id, "xai", (await research.account()).ctx)).rejects.toMatchObject({ code: "not_found" });
    expect((await rowOf(id)).round).toBe(1);
  });

  it("is one round when two do it at the same time", async () => {
    const id = await asked({});
    const tries = await Promise.allSettled([again(id), again(id)]);
    expect(tries.map((attempt) => attempt.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("that is broken off is taken up by a retry as what it was, and a retry of a failure asks everybody", async () => {
    const id = await asked({ xai: failedWith({ kind: "server" }) });
    await again(id);
    await cancelRequest(owner.ctx, { id });
    await expect(again(id)).rejects.toMatchObject({ userMessage: "This category was broken off. Retry takes it up first. Nothing was changed." });
    await retryRequest(owner.ctx, { id });
    expect(await rowOf(id)).toMatchObject({ round: 3, asksOnly: "xai" });
    await work(id, 3, { xai: other });
    expect(await answersOf(id)).toEqual([
      ["openai", "ok", 1],
      ["xai", "ok", 1],
    ]);
    await test.db.update(requestCategories).set({ outcome: "failed", state: "failed" }).where(eq(requestCategories.requestId, id));
    await retryRequest(owner.ctx, { id });
    expect(await rowOf(id)).toMatchObject({ round: 4, asksOnly: null });
  });
});
