// The bill against the other side's own ledger: what the stand-ins charged, call by call.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { setEnvironment } from "@/server/platform/config";
import { engines } from "@/standins/engines/engines";
import { type RunningStandins, startStandins } from "@/standins/server";
import { readEdition } from "../editions/read-edition";
import { askProvider } from "../providers/ask-provider";
import type { Provider } from "../providers/port";
import { findProvider } from "../providers/registry";
import { planCategory } from "../requests/plan-category";
import { startRequest } from "../requests/start-request";
import { researchFor } from "../testing";
import { readBill } from "./read-bill";

const test = useTestDatabase();
const research = researchFor(test);
const names = ["openai", "perplexity", "xai", "gemini", "tavily"] as const;
let standins: RunningStandins;

beforeAll(async () => {
  for (;;) {
    const firstPort = 20_000 + Math.floor(Math.random() * 30_000);
    try {
      standins = await startStandins(engines, { firstPort });
      // With its own search it is asked beside the others; over passages it would wait for theirs.
      setEnvironment({ VARIORUM_STANDINS: "1", VARIORUM_STANDINS_PORT: String(firstPort), GEMINI_GROUNDING: "on" });
      return;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) throw error;
    }
  }
});
afterAll(async () => {
  setEnvironment({ VARIORUM_STANDINS: "0", VARIORUM_STANDINS_PORT: "", GEMINI_GROUNDING: "" });
  await standins.close();
});

async function startedRequest() {
  standins.ledger.clear();
  const owner = await research.account();
  const requestId = await research.submit(owner.ctx, { subject: "metformin", providers: [...names], fresh: true, capUsd: 50 });
  const { started } = await startRequest(research.system(), { requestId, round: 1 });
  return { owner, requestId, started };
}

async function compare(owner: Awaited<ReturnType<typeof startedRequest>>["owner"], requestId: string) {
  const bill = await readBill(owner.ctx, { requestId });
  const { cost } = await readEdition(owner.ctx, requestId);
  const charged = standins.ledger.read();
  for (const name of names) {
    const own = bill.lines.filter((line) => line.provider === name).reduce((sum, line) => sum + (line.usd ?? 0), 0);
    expect({ name, usd: own }).toEqual({ name, usd: expect.closeTo(charged.totals[name]?.costUsd ?? 0, 9) });
    expect(cost.byProvider[name] ?? 0).toBeCloseTo(own, 9);
  }
  expect(bill.usd).toBeCloseTo(charged.costUsd, 9);
  expect(cost.usd).toBeCloseTo(charged.costUsd, 9);
  return { bill, charged };
}

describe("the bill of a request", () => {
  it("adds up, for each engine and in all, to what the stand-ins charged, and so does the edition's", async () => {
    const { owner, requestId, started } = await startedRequest();
    for (const requestCategoryId of started) {
      const { providers } = await planCategory(research.system(), { requestCategoryId, round: 1 });
      await Promise.all(providers.map((provider) => askProvider(research.system(), { requestCategoryId, round: 1, provider, lastAttempt: true })));
    }
    const { bill, charged } = await compare(owner, requestId);
    expect(charged.costUsd).toBeGreaterThan(0.01);
    expect(bill).toMatchObject({ unknown: 0, open: 0 });
    expect(bill.lines.filter((line) => line.basis === null)).toEqual([]);
  });

  it("still adds up when the process ended after the engines had answered and before their answers were stored", async () => {
    const { owner, requestId, started } = await startedRequest();
    const [requestCategoryId = ""] = started;
    const ask = (provider: string, find?: (id: string) => Provider | null) =>
      askProvider(research.system(), { requestCategoryId, round: 1, provider, lastAttempt: true }, find);
    const answered: string[] = [];
    const neverStored = (id: string): Provider | null => {
      const real = findProvider(id);
      if (!real) return null;
      const ask: Provider["ask"] = async (question, options) => {
        await real.ask(question, options);
        answered.push(id);
        return new Promise(() => {});
      };
      return { info: real.info, ask };
    };
    for (const name of names) void ask(name, neverStored);
    while (answered.length < names.length) await new Promise((resolve) => setTimeout(resolve, 10));
    await Promise.all(names.map((name) => ask(name)));
    const { bill } = await compare(owner, requestId);
    expect(bill.lines.filter((line) => line.state === "lost")).toHaveLength(names.length);
    expect(bill.lines).toHaveLength(2 * names.length);
  });

  it("charges nothing for what an engine refused, and says that the cost of a broken answer is not known", async () => {
    const { owner, requestId, started } = await startedRequest();
    const [requestCategoryId = ""] = started;
    standins.faults.set({ standin: "openai", fault: "500", times: 1 });
    standins.faults.set({ standin: "xai", fault: "cut-stream:200", times: 1 });
    const ask = (provider: string) => askProvider(research.system(), { requestCategoryId, round: 1, provider, lastAttempt: true });
    await Promise.all(["openai", "xai"].map(ask));
    const { lines } = await readBill(owner.ctx, { requestId });
    expect(lines.find((line) => line.provider === "openai")).toMatchObject({ usd: 0, basis: "free" });
    expect(lines.find((line) => line.provider === "xai")).toMatchObject({
      usd: null,
      basis: "unknown",
      reason: expect.stringContaining("not known"),
    });
  });
});
