import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { cachedAnswers, providerSettings } from "@/db/schema/providers";
import { answers, requests } from "@/db/schema/research";
import { useTestDatabase } from "@/db/testing";
import { setEnvironment } from "@/server/platform/config";
import { takeToken } from "@/server/platform/rate-limit";
import type { Provider } from "../providers/port";
import { cancelRequest } from "../requests/cancel-request";
import { recordCategory } from "../requests/record-category";
import { readBill } from "../spending/read-bill";
import { researchFor } from "../testing";
import { askLimit } from "./core/ask-limits";
import { askedCategory, engine, failedWith, goodAnswer } from "./testing";
import { callKey, heedingFetch, rateKey, takeCallTurn, takeTurn } from "./turns";

const test = useTestDatabase();
const research = researchFor(test);

beforeEach(async () => {
  await test.db.delete(cachedAnswers);
});

const answersOf = (requestCategoryId: string) => test.db.select().from(answers).where(eq(answers.requestCategoryId, requestCategoryId));
const coverageOf = async (requestId: string) => (await research.categories(requestId))[0]?.coverage;
const endOf = (requestCategoryId: string) => recordCategory(research.system(), { requestCategoryId, round: 1 });

describe("answers that stand for the same question", () => {
  it("cost nothing, are marked, and bring the same sources", async () => {
    const { provider, find, asked } = engine(goodAnswer);
    const first = await askedCategory(research);
    await first.ask(find);
    const second = await askedCategory(research);
    expect(await second.ask(() => provider)).toEqual({ status: "ok", sources: 1 });
    expect(asked()).toBe(1);
    const [stored] = await answersOf(first.requestCategoryId);
    const [again] = await answersOf(second.requestCategoryId);
    expect(again).toMatchObject({ text: "Six hours.", found: stored?.found, rawHash: stored?.rawHash });
    expect(again?.cost).toMatchObject({ usd: 0, basis: "free", cachedAt: research.clock.now().toISOString() });
    expect(await readBill(second.account.ctx, { requestId: second.requestId })).toMatchObject({ lines: [], usd: 0, unknown: 0 });
  });

  it("are asked anew when the request says so, when their time is over, and when they are switched off", async () => {
    const { find, asked } = engine(goodAnswer);
    await (await askedCategory(research)).ask(find);
    await (await askedCategory(research, { fresh: true })).ask(find);
    expect(asked()).toBe(2);
    research.later(24 * 3_600_000 + 1);
    await (await askedCategory(research)).ask(find);
    expect(asked()).toBe(3);
    setEnvironment({ VARIORUM_ANSWER_CACHE_HOURS: "0" });
    await (await askedCategory(research)).ask(find);
    setEnvironment({ VARIORUM_ANSWER_CACHE_HOURS: "" });
    expect(asked()).toBe(4);
  });

  it("are whole ones only, and go when the request they came from is erased", async () => {
    const { find, asked } = engine({ ...goodAnswer, status: "partial" }, goodAnswer);
    await (await askedCategory(research)).ask(find);
    const whole = await askedCategory(research);
    await whole.ask(find);
    expect(asked()).toBe(2);
    await test.db.delete(requests).where(eq(requests.id, whole.requestId));
    await (await askedCategory(research)).ask(find);
    expect(asked()).toBe(3);
  });
});

describe("caps", () => {
  it("skip what they do not allow, in words, and the category ends as not searched", async () => {
    const { find, asked } = engine(goodAnswer);
    const { ask, requestId, requestCategoryId } = await askedCategory(research, { capUsd: 0.05 });
    expect(await ask(find)).toEqual({ status: "refused", sources: 0 });
    expect(asked()).toBe(0);
    expect(await endOf(requestCategoryId)).toEqual({ outcome: "not_searched" });
    const coverage = await coverageOf(requestId);
    expect(coverage).toMatchObject({ asked: [], blocked: [] });
    expect(coverage?.skipped).toContainEqual({
      provider: "openai",
      reason: "OpenAI was not asked: of the cap of this request ($0.05), $0.05 is left, and one question may cost $0.06.",
    });
  });

  it("count what a failed try cost, and the answer's cost is what the ledger adds up to", async () => {
    const charged = { ...failedWith({ kind: "server", retryable: true }), cost: { usd: 0.02, basis: "billed" as const } };
    const { find } = engine(charged, goodAnswer);
    const { ask, account, requestId, requestCategoryId } = await askedCategory(research);
    await expect(ask(find, false)).rejects.toMatchObject({ code: "unavailable" });
    await ask(find, false);
    expect((await answersOf(requestCategoryId))[0]).toMatchObject({ attempts: 2, cost: { usd: 0.07, basis: "billed", calls: 2 } });
    const bill = await readBill(account.ctx, { requestId });
    expect(bill).toMatchObject({ usd: 0.07, unknown: 0, open: 0 });
    expect(bill.lines.map(({ attempt, usd, category, state }) => ({ attempt, usd, category, state }))).toEqual([
      { attempt: 1, usd: 0.02, category: "half-life", state: "settled" },
      { attempt: 2, usd: 0.05, category: "half-life", state: "settled" },
    ]);
  });
});

describe("a call whose answer was never stored", () => {
  it("is one more line of the bill when the process ended between the answer and its memo", async () => {
    const { ask, account, requestId, requestCategoryId } = await askedCategory(research);
    const killed = engine(() => new Promise(() => {}));
    void ask(killed.find);
    while (killed.asked() === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await ask(engine(goodAnswer).find);
    const bill = await readBill(account.ctx, { requestId });
    expect(bill.lines).toMatchObject([
      { state: "lost", usd: 0.05, basis: "estimated", reason: expect.stringContaining("counted as much as the call that repeated it") },
      { state: "settled", usd: 0.05, basis: "billed" },
    ]);
    expect((await answersOf(requestCategoryId))[0]?.cost).toMatchObject({ usd: 0.1, basis: "estimated", calls: 2 });
    expect(bill.usd).toBe(0.1);
  });

  it("is repeated under the same key, and another key follows what came back", async () => {
    const keys: (string | undefined)[] = [];
    const noting = (provider: Provider): (() => Provider) => {
      const asking: Provider = {
        ...provider,
        ask: (question, options) => {
          keys.push(options.idempotencyKey);
          return provider.ask(question, options);
        },
      };
      return () => asking;
    };
    const { ask } = await askedCategory(research);
    void ask(noting(engine(() => new Promise(() => {})).provider));
    while (keys.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await expect(ask(noting(engine(failedWith({ kind: "server", retryable: true })).provider), false)).rejects.toThrow("OpenAI failed");
    await ask(noting(engine(goodAnswer).provider));
    expect(keys[0]).toMatch(/:0$/);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).toBe(keys[0]?.replace(/:0$/, ":1"));
  });

  it("is charged when it comes back after the request was cancelled", async () => {
    const { ask, account, requestId, requestCategoryId } = await askedCategory(research);
    const late = engine(async () => {
      await cancelRequest(account.ctx, { id: requestId });
      expect((await answersOf(requestCategoryId))[0]?.cost).toMatchObject({ usd: null, basis: "unknown" });
      return goodAnswer;
    });
    await ask(late.find);
    expect((await answersOf(requestCategoryId))[0]).toMatchObject({ status: "failed", text: "", cost: { usd: 0.05, basis: "billed" } });
    expect(await readBill(account.ctx, { requestId })).toMatchObject({ usd: 0.05, unknown: 0 });
  });
});

describe("turns", () => {
  it("are the same for all processes, and a limit that is used up is said", async () => {
    const info: ReturnType<Provider["info"]> = { id: "limited", name: "Limited", kind: "engine", off: null, estimateUsd: 0 };
    const { rate } = askLimit(info);
    if (rate === null) throw new Error("An engine has a limit.");
    const now = research.clock.now();
    for (let n = 0; n < rate.burst; n += 1) await takeToken(test.db, rateKey(info.id), rate, now, String);
    const waits: number[] = [];
    const wait = async (ms: number) => {
      waits.push(ms);
    };
    expect(await takeTurn(research.system(), info, wait)).toBe(1000);
    expect(waits).toHaveLength(20);
  });

  it("heed what a service says of itself: nobody asks it before the time it names", async () => {
    const { rate } = askLimit({ id: "heeded", kind: "engine" });
    if (rate === null) throw new Error("An engine has a limit.");
    const tired = async () => new Response("", { status: 429, headers: { "retry-after": "9" } });
    await heedingFetch(research.system(), rateKey("heeded"), rate, tired)("http://service.example/", {});
    const waits: number[] = [];
    const wait = async (ms: number) => {
      waits.push(ms);
      research.later(ms);
    };
    const info: ReturnType<Provider["info"]> = { id: "heeded", name: "Heeded", kind: "engine", off: null, estimateUsd: 0 };
    expect(await takeTurn(research.system(), info, wait)).toBeNull();
    expect(waits).toEqual([9000]);
  });

  it("of a service's calls keep to the limit it states where that is slower", async () => {
    const service = { id: "stating", name: "Stating", limit: { burst: 10, periodMs: 1000 } };
    const stating = async () => new Response("", { headers: { "x-rate-limit-limit": "1", "x-rate-limit-interval": "30s" } });
    await heedingFetch(research.system(), callKey(service.id), service.limit, stating)("http://service.example/", {});
    expect(await takeCallTurn(research.system(), service)).toBeNull();
    expect(await takeCallTurn(research.system(), service)).toMatchObject({ kind: "rate_limited", retryable: true, retryAfterMs: 30_000 });
  });

  it("let an administrator's switch stand before everything else", async () => {
    const now = research.clock.now();
    await test.db
      .insert(providerSettings)
      .values({ provider: "openai", enabled: false, version: 1, changedBy: "test", reason: null, changedAt: now });
    const { find, asked } = engine(goodAnswer);
    const { ask, requestCategoryId } = await askedCategory(research);
    await ask(find);
    expect(asked()).toBe(0);
    expect((await answersOf(requestCategoryId))[0]?.error).toMatchObject({
      notAsked: true,
      message: "OpenAI was not asked: an administrator has switched it off.",
    });
    await test.db.delete(providerSettings);
  });

  it("ask one provider only so many questions at a time", async () => {
    let at = 0;
    let most = 0;
    const { find } = engine(async () => {
      at += 1;
      most = Math.max(most, at);
      await new Promise((resolve) => setTimeout(resolve, 20));
      at -= 1;
      return goodAnswer;
    });
    const asked = await Promise.all(Array.from({ length: 10 }, () => askedCategory(research, { fresh: true })));
    await Promise.all(asked.map(({ ask }) => ask(find)));
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(6);
  });
});
