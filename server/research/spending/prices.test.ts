import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEntries } from "@/db/schema/audit";
import { providerPrices } from "@/db/schema/providers";
import { useTestDatabase } from "@/db/testing";
import { setEnvironment } from "@/server/platform/config";
import { researchFor } from "../testing";
import { estimateRequest } from "./estimate-request";
import { listPrices } from "./list-prices";
import { priceInForce } from "./price-in-force";
import { seedPrices } from "./seed-prices";
import { setPrice } from "./set-price";

const test = useTestDatabase();
const research = researchFor(test);
const keys = { OPENAI_API_KEY: "k", GEMINI_API_KEY: "k", VARIORUM_STANDINS: "0" };

beforeAll(() => {
  setEnvironment(keys);
});
afterAll(() => {
  setEnvironment({ OPENAI_API_KEY: "", GEMINI_API_KEY: "" });
});

const priceOf = (provider: string, model: string, moment = research.clock.now()) => priceInForce(test.db, provider, model, moment);
const estimate = async (providers: string[]) => estimateRequest((await research.account()).ctx, { pack: "trial", categories: [], providers });

describe("the price table", () => {
  it("is seeded once, with the days from which prices hold", async () => {
    expect((await seedPrices(test.db, research.clock)).added).toBeGreaterThan(3);
    expect(await seedPrices(test.db, research.clock)).toEqual({ added: 0 });
    expect(await priceOf("gemini", "gemini-3.8-flash")).toMatchObject({ prices: { input: 0.75 }, origin: "seed" });
    expect(await priceOf("gemini", "gemini-3.8-flash", new Date("2027-01-01T00:00:00Z"))).toMatchObject({ prices: { input: 1.5 } });
    expect(await priceOf("openai", "gpt-6.1-terra")).toBeNull();
  });

  it("takes an administrator's price from its first day on, keeps the ones before, and is then left alone by seeding", async () => {
    const admin = await research.account("admin");
    const input = {
      provider: "openai",
      model: "gpt-6.1-terra",
      prices: { input: 1.25, output: 10, searches: 10 },
      validTo: null,
      reason: "The vendor's page.",
    };
    await setPrice(admin.ctx, { ...input, validFrom: "2026-01-01T00:00:00Z", version: 0 });
    expect(await setPrice(admin.ctx, { ...input, prices: { input: 2, output: 10 }, validFrom: "2026-06-01T00:00:00Z", version: 1 })).toEqual({
      version: 2,
    });
    expect(await priceOf("openai", "gpt-6.1-terra")).toMatchObject({ prices: { input: 1.25 }, origin: "admin" });
    expect(await priceOf("openai", "gpt-6.1-terra", new Date("2026-06-01T00:00:00Z"))).toMatchObject({ prices: { input: 2 } });
    expect(await seedPrices(test.db, research.clock)).toEqual({ added: 0 });
    const listed = (await listPrices(admin.ctx)).filter((entry) => entry.provider === "openai");
    expect(listed.map(({ version, inForce, changedBy }) => ({ version, inForce, changedBy }))).toEqual([
      { version: 2, inForce: false, changedBy: `user:${admin.id}` },
      { version: 1, inForce: true, changedBy: `user:${admin.id}` },
    ]);
    const trail = await test.db.select().from(auditEntries).where(eq(auditEntries.action, "price.set"));
    expect(trail).toMatchObject([
      { after: { version: 1, prices: input.prices }, reason: input.reason },
      { before: { version: 1 }, after: { version: 2 } },
    ]);
  });

  it("refuses a change over a version that was not seen, a price below zero, an end before the beginning, and everybody but administrators", async () => {
    const admin = await research.account("admin");
    const user = await research.account();
    const input = {
      provider: "xai",
      model: "m",
      prices: { input: 1 },
      validFrom: "2026-01-01T00:00:00Z",
      validTo: null,
      version: 0,
      reason: "A test.",
    };
    const both = await Promise.allSettled([setPrice(admin.ctx, input), setPrice(admin.ctx, input)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(setPrice(admin.ctx, input)).rejects.toMatchObject({ code: "conflict" });
    await expect(setPrice(admin.ctx, { ...input, prices: { input: -1 } })).rejects.toMatchObject({ code: "bad_request" });
    await expect(setPrice(admin.ctx, { ...input, prices: {} })).rejects.toMatchObject({ userMessage: "Name at least one price." });
    await expect(setPrice(admin.ctx, { ...input, validTo: "2025-01-01T00:00:00Z" })).rejects.toMatchObject({
      userMessage: "It must end after it begins.",
    });
    await expect(setPrice(admin.ctx, { ...input, provider: "openfda" })).rejects.toMatchObject({ code: "not_found" });
    await expect(setPrice(user.ctx, { ...input, version: 1 })).rejects.toMatchObject({ code: "forbidden" });
    expect(await test.db.select().from(providerPrices).where(eq(providerPrices.provider, "xai"))).toHaveLength(2);
  });

  it("gives way to the price the operator set, which an administrator's overrides", async () => {
    setEnvironment({ ...keys, GEMINI_PRICE: "9/9/9" });
    expect(await priceOf("gemini", "gemini-3.8-flash")).toMatchObject({ prices: { input: 9 }, origin: "operator" });
    expect(await priceOf("openai", "gpt-6.1-terra")).toMatchObject({ origin: "admin" });
    setEnvironment({ ...keys, GEMINI_PRICE: "" });
  });
});

describe("the estimate before a request", () => {
  it("adds up what each provider asks, and says where a figure comes from", async () => {
    const { lines, usd, unknown, mostUsd, month } = await estimate(["library", "openfda", "openai", "gemini"]);
    expect(lines.map(({ provider, questions, model }) => ({ provider, questions, model }))).toEqual([
      { provider: "library", questions: 3, model: null },
      { provider: "openfda", questions: 1, model: null },
      { provider: "openai", questions: 3, model: "gpt-6.1-terra" },
      { provider: "gemini", questions: 3, model: "gemini-3.8-flash" },
    ]);
    expect(lines.slice(0, 2).map((line) => line.usd)).toEqual([0, 0]);
    expect(usd).toBeCloseTo(
      lines.reduce((sum, line) => sum + (line.usd ?? 0), 0),
      10,
    );
    expect(usd).toBeGreaterThan(0.01);
    expect(mostUsd).toBeGreaterThan(usd);
    expect(unknown).toBe(0);
    expect(lines[2]?.reason).toBe("Price of gpt-6.1-terra times what a question usually uses.");
    expect(month).toEqual({ month: "2026-03", spentUsd: 0, reservedUsd: 0, capUsd: 150 });
  });

  it("says that a figure is rough where the model has no price, and sets the worst case aside", async () => {
    setEnvironment({ ...keys, OPENAI_MODEL: "a-new-one" });
    const { lines } = await estimate(["openai"]);
    expect(lines).toMatchObject([{ usd: 0.18, mostUsd: 0.75, reason: "A rough figure: no price is known for a-new-one." }]);
    setEnvironment({ ...keys, OPENAI_MODEL: "a-newer-one", OPENAI_ESTIMATE_USD: "0" });
    expect(await estimate(["openai"])).toMatchObject({ usd: 0, unknown: 1, lines: [{ usd: null, mostUsd: 0.75 }] });
    setEnvironment({ ...keys, OPENAI_MODEL: "", OPENAI_ESTIMATE_USD: "" });
  });
});
