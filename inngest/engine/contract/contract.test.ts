// What every function may rely on: in the embedded engine, or on the Inngest server that INNGEST_CONTRACT_URL names.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/server/platform/ids";
import { type ContractHost, openHost } from "./host";

let host: ContractHost;
beforeAll(async () => {
  host = await openHost(process.env.INNGEST_CONTRACT_URL);
});
afterAll(() => host.close());

/** Starts a function under a key of its own. */
async function start(name: string, data: Record<string, unknown> = {}): Promise<string> {
  const key = newId();
  await host.send({ name: `contract/${name}`, data: { key, ...data } });
  return key;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe.concurrent("steps", () => {
  test("run once each, in order, and hand on what JSON keeps of their results", async () => {
    const key = await start("sequence");
    const end = await host.journal.when(key, "ended");
    expect(end.data).toEqual({ first: { at: "1970-01-01T00:00:00.000Z", list: [1, 2, 3] }, second: 3 });
    expect(host.journal.of(key).map((e) => e.what)).toEqual(["first", "second", "nothing", "body", "ended"]);
  });

  test("with the same id in a loop are told apart", async () => {
    const key = await start("same-id");
    expect((await host.journal.when(key, "ended")).data).toEqual([0, 1, 2]);
  });

  test("side by side run at the same time, each once", async () => {
    const key = await start("parallel");
    expect((await host.journal.when(key, "ended")).data).toEqual(["xx", "yy", "zz"]);
    const names = host.journal.of(key).map((e) => e.what);
    expect(names.toSorted()).toEqual(["begin", "begin", "begin", "end", "end", "end", "ended", "x-b", "y-b", "z-b"]);
    expect(names.slice(0, 3)).toEqual(["begin", "begin", "begin"]);
  });

  test("that fail are tried again when they ask for it, without those before them", async () => {
    const key = await start("retried");
    expect((await host.journal.when(key, "ended")).data).toBe(3);
    expect(host.journal.count(key, "before")).toBe(1);
    expect(host.journal.count(key, "flaky")).toBe(3);
  });

  test("side by side have attempts of their own", async () => {
    const key = await start("parallel-retried");
    expect((await host.journal.when(key, "ended")).data).toEqual(["steady", "flaky"]);
    expect(host.journal.count(key, "steady")).toBe(1);
    expect(host.journal.count(key, "flaky")).toBe(2);
  });

  test("that failed for good can be caught", async () => {
    const key = await start("caught");
    expect((await host.journal.when(key, "ended")).data).toBe("TypeError: it broke");
    expect(host.journal.count(key, "broken")).toBe(1);
  });

  test("that must not be tried again fail the run, and its failure handler learns why", async () => {
    const key = await start("failing");
    const { data } = await host.journal.when(key, "failed");
    expect(data).toEqual({ message: "no use", name: "contract/failing", function: "contract-failing" });
    expect(host.journal.count(key, "tried")).toBe(1);
  });

  test("are not needed for a retry: the body counts attempts too", async () => {
    const key = await start("body");
    await host.journal.when(key, "ended");
    expect(host.journal.of(key).map((e) => e.data)).toEqual([0, 1, undefined]);
  });

  test("may be many", async () => {
    const key = await start("many");
    expect((await host.journal.when(key, "ended")).data).toBe(7140);
    expect(host.journal.count(key, "step")).toBe(120);
  });
});

describe.concurrent("time", () => {
  test("sleeps last as long as asked", async () => {
    const key = await start("sleeping");
    const { data } = await host.journal.when(key, "ended");
    expect(data).toMatchObject({ slept: expect.any(Number), until: expect.any(Number) });
    const { slept, until } = data as { slept: number; until: number };
    expect(slept).toBeGreaterThanOrEqual(950);
    expect(until).toBeGreaterThanOrEqual(950);
  });

  test("an event of the future starts its run then", async () => {
    const key = newId();
    const at = Date.now() + 2000;
    await host.send({ name: "contract/child", data: { key }, ts: at });
    await host.journal.when(key, "child");
    expect(Date.now()).toBeGreaterThanOrEqual(at - 50);
  });
});

describe.concurrent("events", () => {
  test("end the wait whose condition they meet; a wait that runs out gets null", async () => {
    const key = await start("waiting");
    await host.journal.when(key, "ready");
    await pause(500);
    await host.send({ name: "contract/answer", data: { key: "somebody else", n: 1 } });
    await host.send({ name: "contract/answer", data: { key, n: 2 } });
    expect((await host.journal.when(key, "answered")).data).toEqual({ key, n: 2 });
    expect((await host.journal.when(key, "ended")).data).toBe(null);
  });

  test("sent from a step start other functions", async () => {
    const key = await start("sender");
    expect((await host.journal.when(key, "ended")).data).toBe(2);
    await expect.poll(() => host.journal.count(key, "child"), { timeout: 5000 }).toBe(2);
  });

  test("with the same id start one run", async () => {
    const key = newId();
    for (let i = 0; i < 3; i++) await host.send({ id: `same ${key}`, name: "contract/child", data: { key } });
    await host.journal.when(key, "child");
    await pause(1000);
    expect(host.journal.count(key, "child")).toBe(1);
  });

  test("start only the functions whose condition they meet", async () => {
    const key = newId();
    await host.send({ name: "contract/chosen", data: { key, size: 10 } });
    await host.send({ name: "contract/chosen", data: { key, size: 11 } });
    expect((await host.journal.when(key, "chosen")).data).toBe(11);
    await pause(500);
    expect(host.journal.count(key, "chosen")).toBe(1);
  });

  test("cancel the runs that they concern, and no others", async () => {
    const [cancelled, kept] = [await start("cancellable"), await start("cancellable")];
    await host.journal.when(cancelled, "before");
    await host.journal.when(kept, "before");
    await pause(500);
    await host.send({ name: "contract/cancel", data: { key: cancelled } });
    await host.journal.when(kept, "after");
    expect(host.journal.count(cancelled, "after")).toBe(0);
  });
});

describe.concurrent("functions", () => {
  test("invoked by another hand back their result or their failure", async () => {
    const key = await start("parent");
    expect((await host.journal.when(key, "ended")).data).toEqual({ got: { from: "child" }, failed: "the child failed" });
    expect(host.journal.count(key, "child")).toBe(2);
  });

  test("with a limit per key run one call of a key at a time, keys side by side", async () => {
    const key = newId();
    for (const group of ["a", "a", "a", "b", "b"]) await host.send({ name: "contract/one-by-one", data: { key, group } });
    await expect.poll(() => host.journal.count(key, "done"), { timeout: 15_000 }).toBe(5);
    const steps = host.journal.of(key).map((e) => e.what);
    const only = (group: string) => steps.filter((what) => what.endsWith(` ${group}`)).map((what) => what.split(" ")[0]);
    expect(only("a")).toEqual(["begin", "end", "begin", "end", "begin", "end"]);
    expect(only("b")).toEqual(["begin", "end", "begin", "end"]);
    expect(steps.indexOf("begin b")).toBeLessThan(steps.lastIndexOf("begin a"));
  });

  test("that race go on with the first, not with the slowest", async () => {
    const key = await start("racing");
    expect((await host.journal.when(key, "winner")).data).toEqual({ winner: "fast", slowHadEnded: false });
    await host.journal.when(key, "ended");
    expect(host.journal.count(key, "slow")).toBe(1);
  });

  test("with an idempotency key run once for it", async () => {
    const [key, order] = [newId(), newId()];
    for (let i = 0; i < 3; i++) await host.send({ name: "contract/once", data: { key, order } });
    await host.journal.when(key, "ran");
    await pause(1000);
    expect(host.journal.count(key, "ran")).toBe(1);
  });
});
