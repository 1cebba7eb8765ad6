import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { providerBreakers } from "@/db/schema/providers";
import { answers } from "@/db/schema/research";
import { useTestDatabase } from "@/db/testing";
import { researchFor } from "../testing";
import { restingReason, throughBreaker } from "./breakers";
import { askedCategory, engine, failedWith, goodAnswer } from "./testing";

const test = useTestDatabase();
const research = researchFor(test);
const down = failedWith({ kind: "server", message: "OpenAI failed on its side (503)." });

beforeEach(async () => {
  await test.db.delete(providerBreakers);
  // The library's clock is the machine's: both are moved together.
  vi.useFakeTimers({ toFake: ["Date"], now: research.clock.now() });
});
afterAll(() => {
  vi.useRealTimers();
});
const later = (ms: number) => {
  research.later(ms);
  vi.setSystemTime(research.clock.now());
};
type Engine = ReturnType<typeof engine>;
const ask = ({ provider }: Engine) =>
  throughBreaker(research.system(), provider, () =>
    provider.ask(question, { ctx: research.system(), ownerId: "", documentIds: [], signal: research.system().signal }),
  );
const question = { subject: "s", aliases: [], queries: [], terms: [], labelSections: [], facts: [] };
const resting = ({ provider }: Engine) => restingReason(research.system(), provider);
const rows = () => test.db.select().from(providerBreakers);

async function failFiveTimes(failing: Engine): Promise<void> {
  for (let n = 0; n < 5; n += 1) {
    expect(await resting(failing)).toBeNull();
    await ask(failing);
  }
}

describe("a breaker", () => {
  it("opens after five failures in a row, lets one question through after the rest, and closes when that is answered", async () => {
    const failing = engine(down, down, down, down, down, goodAnswer);
    await failFiveTimes(failing);
    expect(await resting(failing)).toBe(
      "OpenAI was not asked: it failed several times in a row and rests until 09:00 UTC. The last time: OpenAI failed on its side (503).",
    );
    expect(await rows()).toMatchObject([{ provider: "openai", attempt: 1 }]);
    expect(await ask(failing)).toBeNull();
    later(30_001);
    expect(await resting(failing)).toBeNull();
    expect((await ask(failing))?.status).toBe("ok");
    expect(await rows()).toEqual([]);
    expect(await resting(failing)).toBeNull();
    expect(failing.asked()).toBe(6);
  });

  it("rests longer when the trial fails, and tries with one question only", async () => {
    let release = () => {};
    const slow = () =>
      new Promise<typeof down>((resolve) => {
        release = () => resolve(down);
      });
    const failing = engine(down, down, down, down, down, slow);
    await failFiveTimes(failing);
    later(30_001);
    const trial = ask(failing);
    while (failing.asked() < 6) await new Promise((resolve) => setImmediate(resolve));
    expect(await resting(failing)).toBe("OpenAI was not asked: it rested after failures, and one question is just trying it again.");
    expect(await ask(failing)).toBeNull();
    release();
    await trial;
    expect(await rows()).toMatchObject([{ attempt: 2, openedUntil: new Date(research.clock.now().getTime() + 60_000) }]);
    expect(failing.asked()).toBe(6);
  });

  it("is remembered by another process, which rests and then tries with one question", async () => {
    await failFiveTimes(engine(down));
    const restarted = engine(down, goodAnswer);
    expect(await resting(restarted)).toContain("rests until");
    later(30_001);
    expect(await resting(restarted)).toBeNull();
    await ask(restarted);
    expect(await rows()).toMatchObject([{ attempt: 2 }]);
    later(60_001);
    await ask(restarted);
    expect(await rows()).toEqual([]);
  });

  it("does not open for failures that are the question's own, nor when answers come in between", async () => {
    const refusing = engine(failedWith({ kind: "bad_request" }));
    for (let n = 0; n < 8; n += 1) await ask(refusing);
    const shaky = engine(down, down, down, down, goodAnswer, down, down, down, down);
    for (let n = 0; n < 9; n += 1) await ask(shaky);
    expect(await rows()).toEqual([]);
  });

  it("makes a provider skipped, with the reason, and one that had failed before stays failed", async () => {
    const failing = engine(down);
    await failFiveTimes(failing);
    const category = await askedCategory(research);
    await category.ask(failing.find);
    const stored = () => test.db.select().from(answers).where(eq(answers.requestCategoryId, category.requestCategoryId));
    expect((await stored())[0]).toMatchObject({ status: "refused", error: { notAsked: true, message: expect.stringContaining("(503)") } });
    expect(failing.asked()).toBe(5);

    await test.db.delete(providerBreakers);
    const again = engine(failedWith({ kind: "server", retryable: true, message: "OpenAI failed on its side (500)." }), down);
    const other = await askedCategory(research);
    await expect(other.ask(again.find, false)).rejects.toMatchObject({ code: "unavailable" });
    for (let n = 0; n < 4; n += 1) await ask(again);
    await other.ask(again.find, false);
    const [answer] = await test.db.select().from(answers).where(eq(answers.requestCategoryId, other.requestCategoryId));
    expect(answer).toMatchObject({ status: "failed", error: { kind: "server" } });
    expect(answer?.error?.message).toMatch(
      /^OpenAI failed on its side \(500\)\. It was not tried again\. OpenAI was not asked: it failed several times/,
    );
    expect(answer?.error?.notAsked).toBeUndefined();
  });
});
