import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { answers, snapshots } from "@/db/schema/research";
import { useTestDatabase } from "@/db/testing";
import type { Ctx } from "@/server/platform/context";
import { sha256 } from "@/server/platform/hash";
import { readEvents } from "@/server/progress/watch";
import { cancelRequest } from "../requests/cancel-request";
import { startRequest } from "../requests/start-request";
import { researchFor } from "../testing";
import { askProvider } from "./ask-provider";
import type { Provider } from "./port";
import type { Answer, ProviderError } from "./schema";

const test = useTestDatabase();
const research = researchFor(test);
let owner: { id: string; ctx: Ctx };
let requestId: string;
let input: { requestCategoryId: string; round: number; provider: string; lastAttempt: boolean };

beforeEach(async () => {
  owner = await research.account();
  requestId = await research.submit(owner.ctx, { categories: ["half-life"] });
  const { started } = await startRequest(research.system(), { requestId, round: 1 });
  input = { requestCategoryId: started[0] ?? "", round: 1, provider: "oracle", lastAttempt: false };
});

const good: Answer = {
  provider: "oracle",
  model: "m",
  servedModel: "m-1",
  text: "Six hours.",
  status: "ok",
  sources: [],
  spans: [],
  claims: [],
  queries: ["Celandrin half-life"],
  usage: { calls: 1 },
  cost: { usd: 0.25, basis: "billed" },
  error: null,
  requestId: "r",
  raw: '{"answer":"Six hours."}',
};
const busy: ProviderError = {
  kind: "rate_limited",
  status: 429,
  retryable: true,
  retryAfterMs: 7000,
  message: "Oracle asked us to slow down (429).",
};
const failing = (error: ProviderError): Answer => ({ ...good, status: "failed", text: "", error, raw: null, cost: { usd: 0, basis: "free" } });

/** A provider that gives these answers in turn, and counts. */
function oracle(...turns: (Answer | Error)[]) {
  const asked: string[] = [];
  const provider: Provider = {
    info: () => ({ id: "oracle", name: "Oracle", kind: "engine", off: null, estimateUsd: 0.25 }),
    ask: async (question) => {
      asked.push(question.queries.join());
      const turn = turns[Math.min(asked.length, turns.length) - 1];
      if (turn === undefined || turn instanceof Error) throw turn ?? new Error("not asked for this");
      return turn;
    },
  };
  return { asked, find: (id: string) => (id === "oracle" ? provider : null) };
}
const stored = () => test.db.select().from(answers).where(eq(answers.requestCategoryId, input.requestCategoryId));
const told = async () =>
  (await readEvents(test.db, `request:${requestId}`, 0)).filter((event) => event.type.startsWith("provider.")).map((event) => event.type);

describe("asking a provider", () => {
  it("stores the answer with its body once, and never asks for it again", async () => {
    const { asked, find } = oracle(good);
    expect(await askProvider(research.system(), input, find)).toEqual({ status: "ok", sources: 0 });
    expect(await askProvider(research.system(), input, find)).toEqual({ status: "ok", sources: 0 });
    expect(asked).toEqual(["Celandrin elimination half-life"]);
    const hash = sha256(good.raw ?? "");
    expect(await stored()).toMatchObject([{ status: "ok", text: "Six hours.", attempts: 1, cost: { usd: 0.25 }, rawHash: hash, error: null }]);
    expect(await test.db.select().from(snapshots).where(eq(snapshots.hash, hash))).toHaveLength(1);
    expect(await told()).toEqual(["provider.asked", "provider.answered"]);
  });

  it("tries again what may pass, after the time the provider asked for, and says so", async () => {
    const { asked, find } = oracle(failing(busy), good);
    await expect(askProvider(research.system(), input, find)).rejects.toMatchObject({
      code: "unavailable",
      retryAfterMs: 7000,
      message: busy.message,
    });
    expect(await stored()).toMatchObject([{ status: "asking", error: { message: busy.message } }]);
    expect(await askProvider(research.system(), input, find)).toEqual({ status: "ok", sources: 0 });
    expect(asked).toHaveLength(2);
    expect(await stored()).toMatchObject([{ status: "ok", attempts: 2, error: null }]);
    expect(await told()).toEqual(["provider.asked", "provider.retrying", "provider.answered"]);
    const retry = (await readEvents(test.db, `request:${requestId}`, 0)).find((event) => event.type === "provider.retrying");
    expect(retry?.body).toMatchObject({ attempt: 1, waitMs: 7000, reason: busy.message });
  });

  it("waits twice as long each time when the provider names no time, and up to half as long again so that not all come back at once", async () => {
    const { retryAfterMs: _none, ...quiet } = busy;
    const { find } = oracle(failing(quiet));
    const waits: unknown[] = [];
    for (const chance of [0, 0, 0.5])
      waits.push(
        await askProvider(research.system(), input, find, () => chance).catch((error: unknown) => Reflect.get(Object(error), "retryAfterMs")),
      );
    expect(waits).toEqual([2000, 4000, 10_000]);
  });

  it("stores a failure that cannot pass at once, and one that could have passed with the last attempt", async () => {
    const denied = failing({ kind: "auth", status: 401, retryable: false, message: "Oracle did not accept the key (401)." });
    expect(await askProvider(research.system(), input, oracle(denied).find)).toEqual({ status: "failed", sources: 0 });
    expect(await stored()).toMatchObject([{ status: "failed", attempts: 1, error: { kind: "auth" } }]);

    requestId = await research.submit(owner.ctx, { categories: ["dose"] });
    const { started } = await startRequest(research.system(), { requestId, round: 1 });
    input = { ...input, requestCategoryId: started[0] ?? "" };
    const { find } = oracle(failing(busy));
    await expect(askProvider(research.system(), input, find)).rejects.toThrow(busy.message);
    expect(await askProvider(research.system(), { ...input, lastAttempt: true }, find)).toEqual({ status: "failed", sources: 0 });
    expect(await stored()).toMatchObject([{ status: "failed", attempts: 2, error: { kind: "rate_limited" } }]);
    expect(await told()).toEqual(["provider.asked", "provider.retrying", "provider.answered"]);
  });

  it("takes an adapter that throws, or is not there any more, for a failed answer", async () => {
    expect(await askProvider(research.system(), input, oracle(new Error("undefined is not a function")).find)).toMatchObject({ status: "failed" });
    expect(await stored()).toMatchObject([{ error: { retryable: false, message: "oracle failed inside Variorum: undefined is not a function" } }]);
    expect(await askProvider(research.system(), { ...input, provider: "vanished" }, () => null)).toMatchObject({ status: "failed" });
    expect((await stored())[1]?.error?.message).toBe("vanished cannot be asked: it is not known here any more.");
  });

  it("stores nothing when it was called off while it asked", async () => {
    const abort = new AbortController();
    const ended = new DOMException("The call was ended: cancelled.", "AbortError");
    const { find } = oracle(ended);
    abort.abort(ended);
    await expect(askProvider({ ...research.system(), signal: abort.signal }, input, find)).rejects.toThrow("The call was ended");
    expect(await stored()).toMatchObject([{ status: "asking" }]);
    expect(await askProvider(research.system(), input, oracle(good).find)).toMatchObject({ status: "ok" });
  });

  it("keeps the answer that came first when two asked at once", async () => {
    const slow = oracle(good);
    const both = await Promise.all([askProvider(research.system(), input, slow.find), askProvider(research.system(), input, slow.find)]);
    expect(both.map((outcome) => outcome.status)).toEqual(["ok", "ok"]);
    expect(await stored()).toHaveLength(1);
    expect(await told()).toEqual(["provider.asked", "provider.answered"]);
  });

  it("asks nobody once the request was cancelled, and drops an answer that comes too late", async () => {
    const { asked, find } = oracle(good);
    const late: Provider["ask"] = async () => {
      await cancelRequest(owner.ctx, { id: requestId });
      return good;
    };
    const provider = find("oracle");
    await askProvider(research.system(), input, () => provider && { ...provider, ask: late });
    expect(await stored()).toMatchObject([
      { status: "failed", text: "", error: { message: "oracle had not answered when the category was ended." } },
    ]);
    expect(await askProvider(research.system(), { ...input, provider: "library" }, find)).toEqual({ status: "skipped", sources: 0 });
    expect(asked).toEqual([]);
    expect(await told()).toEqual(["provider.asked", "provider.answered"]);
  });
});
