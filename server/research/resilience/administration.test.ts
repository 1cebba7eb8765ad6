import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEntries } from "@/db/schema/audit";
import { providerBreakers, providerCalls } from "@/db/schema/providers";
import { useTestDatabase } from "@/db/testing";
import { setEnvironment } from "@/server/platform/config";
import { newId } from "@/server/platform/ids";
import { checkRequest } from "../requests/check-request";
import { researchFor } from "../testing";
import { readOverview } from "./read-overview";
import { switchProvider } from "./switch-provider";
import { testProvider } from "./test-provider";

const test = useTestDatabase();
const research = researchFor(test);

beforeAll(() => {
  // Nobody listens at port 9: what is asked there is refused at once.
  setEnvironment({ OPENAI_API_KEY: "sk-very-secret", OPENAI_BASE_URL: "http://127.0.0.1:9", VARIORUM_STANDINS: "0" });
});
afterAll(() => {
  setEnvironment({ OPENAI_API_KEY: "", OPENAI_BASE_URL: "" });
});

const overviewOf = async (id: string) => (await readOverview((await research.account("admin")).ctx)).find((provider) => provider.id === id);

describe("the overview of providers", () => {
  it("tells health, pace and spending, and of a key only whether there is one", async () => {
    const now = research.clock.now();
    const call = { ownerId: newId(), provider: "openai", model: "m", purpose: "ask", attempt: 1, reservedTicks: 10, startedAt: now } as const;
    const took = (ms: number) =>
      ({ ...call, state: "settled", outcome: "ok", basis: "billed", costTicks: 500_000_000, endedAt: new Date(now.getTime() + ms) }) as const;
    const lines = [
      ...[100, 200, 300, 400, 1000].map(took),
      { ...call, state: "settled", outcome: "failed", costTicks: null, basis: "unknown" } as const,
    ];
    await test.db.insert(providerCalls).values(lines.map((line) => ({ id: newId(), ...line })));
    const rest = { attempt: 1, reason: "It was down.", openedAt: now, openedUntil: new Date(now.getTime() + 30_000) };
    await test.db.insert(providerBreakers).values({ provider: "openai", ...rest });
    expect(await overviewOf("openai")).toMatchObject({
      key: "set",
      enabled: true,
      version: 0,
      breaker: { state: "resting", until: rest.openedUntil.toISOString(), reason: "It was down." },
      rate: { perMinute: 60, used: 0 },
      atATime: 6,
      calls: { lastDay: 6, failed: 1, lost: 0, p50Ms: 300, p95Ms: 880 },
      spend: { monthUsd: 0.25, unknown: 1 },
    });
    expect(await overviewOf("tavily")).toMatchObject({ key: "missing", off: "No key is set: TAVILY_API_KEY.", calls: { lastDay: 0, p50Ms: null } });
    expect(await overviewOf("library")).toMatchObject({ key: "not needed", rate: null, estimate: { usd: 0 } });
    expect(JSON.stringify(await readOverview((await research.account("admin")).ctx))).not.toContain("sk-very-secret");
  });

  it("warns of grounded answers where they are on", async () => {
    expect((await overviewOf("gemini"))?.warning).toBeNull();
    setEnvironment({ GEMINI_GROUNDING: "on" });
    expect((await overviewOf("gemini"))?.warning).toContain("Google's terms");
    setEnvironment({ GEMINI_GROUNDING: "" });
  });

  it("is for administrators", async () => {
    const user = await research.account();
    await expect(readOverview(user.ctx)).rejects.toMatchObject({ code: "forbidden" });
    await expect(testProvider(user.ctx, { provider: "openai" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(switchProvider(user.ctx, { provider: "openai", enabled: false, version: 0, reason: "No." })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("switching a provider", () => {
  it("takes it out of requests for everybody, is audited, and refuses what was not seen", async () => {
    const admin = await research.account("admin");
    const off = { provider: "openfda", enabled: false, version: 0, reason: "Under repair." };
    expect(await switchProvider(admin.ctx, off)).toEqual({ version: 1 });
    await expect(switchProvider(admin.ctx, off)).rejects.toMatchObject({ code: "conflict" });
    const user = await research.account();
    const wanted = { pack: "trial", categories: [], providers: [] };
    expect((await checkRequest(user.ctx, wanted)).providers).not.toContain("openfda");
    await expect(checkRequest(user.ctx, { ...wanted, providers: ["openfda"] })).rejects.toMatchObject({
      userMessage: "openFDA cannot be asked: An administrator has switched it off.",
    });
    expect(await switchProvider(admin.ctx, { ...off, enabled: true, version: 1 })).toEqual({ version: 2 });
    expect((await checkRequest(user.ctx, wanted)).providers).toContain("openfda");
    const trail = await test.db.select().from(auditEntries).where(eq(auditEntries.entity, "provider"));
    expect(trail.map(({ action, reason }) => ({ action, reason }))).toEqual([
      { action: "provider.disable", reason: "Under repair." },
      { action: "provider.enable", reason: "Under repair." },
    ]);
    await expect(switchProvider(admin.ctx, { ...off, provider: "nobody" })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a test call", () => {
  it("asks even one that rests, is a line of the ledger on the administrator's account, and says what came of it", async () => {
    const admin = await research.account("admin");
    const result = await testProvider(admin.ctx, { provider: "openai" });
    expect(result).toMatchObject({ status: "failed", costUsd: 0, costBasis: "free", message: expect.stringContaining("unreachable") });
    expect(await test.db.select().from(providerCalls).where(eq(providerCalls.ownerId, admin.id))).toMatchObject([
      { purpose: "test", state: "settled", outcome: "failed", errorKind: "unreachable", requestId: null, costTicks: 0 },
    ]);
    expect(await test.db.select().from(providerBreakers)).toEqual([]);
    await expect(testProvider(admin.ctx, { provider: "tavily" })).rejects.toMatchObject({ code: "bad_request" });
  });
});
