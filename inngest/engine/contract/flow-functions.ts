// Functions of the contract: time, events, other functions, cancelling, limits.
import type { Inngest } from "inngest";
import { z } from "zod";
import type { Journal } from "./journal";
import { keyed } from "./step-functions";

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const keyOf = (event: { data?: unknown }) => keyed.parse(event.data).key;
const grouped = z.object({ key: z.string(), group: z.string() });

export function flowFunctions(client: Inngest.Any, journal: Journal) {
  const sleeping = client.createFunction({ id: "sleeping", triggers: [{ event: "contract/sleeping" }] }, async ({ event, step }) => {
    const key = keyOf(event);
    const from = await step.run("before", () => Date.now());
    await step.sleep("a second", "1s");
    const between = await step.run("between", () => Date.now());
    await step.sleepUntil("another", new Date(between + 1000));
    await step.run("after", () => journal.note(key, "ended", { slept: between - from, until: Date.now() - between }));
  });

  const waiting = client.createFunction({ id: "waiting", triggers: [{ event: "contract/waiting" }] }, async ({ event, step }) => {
    const key = keyOf(event);
    await step.run("ready", () => journal.note(key, "ready"));
    const answer = await step.waitForEvent("answer", { event: "contract/answer", timeout: "10s", if: "event.data.key == async.data.key" });
    await step.run("note", () => journal.note(key, "answered", answer?.data));
    const never = await step.waitForEvent("never", { event: "contract/never", timeout: "1s", match: "data.key" });
    await step.run("end", () => journal.note(key, "ended", never));
  });

  const child = client.createFunction({ id: "child", retries: 0, triggers: [{ event: "contract/child" }] }, async ({ event, step }) => {
    const { key, fail } = z.object({ key: z.string(), fail: z.boolean().optional() }).parse(event.data);
    return step.run("work", () => {
      journal.note(key, "child");
      if (fail) throw new Error("the child failed");
      return { from: "child" };
    });
  });

  const parent = client.createFunction({ id: "parent", triggers: [{ event: "contract/parent" }] }, async ({ event, step }) => {
    const key = keyOf(event);
    const got = await step.invoke("well", { function: child, data: { key } });
    const failed = await step
      .invoke("badly", { function: child, data: { key, fail: true } })
      .catch((error: unknown) => (error instanceof Error ? error.message : "no error"));
    await step.run("end", () => journal.note(key, "ended", { got, failed }));
  });

  const sender = client.createFunction({ id: "sender", triggers: [{ event: "contract/sender" }] }, async ({ event, step }) => {
    const key = keyOf(event);
    const sent = await step.sendEvent("send", [
      { name: "contract/child", data: { key } },
      { name: "contract/child", data: { key } },
    ]);
    await step.run("end", () => journal.note(key, "ended", sent.ids.length));
  });

  const cancellable = client.createFunction(
    {
      id: "cancellable",
      triggers: [{ event: "contract/cancellable" }],
      cancelOn: [{ event: "contract/cancel", if: "event.data.key == async.data.key" }],
    },
    async ({ event, step }) => {
      const key = keyOf(event);
      await step.run("before", () => journal.note(key, "before"));
      await step.sleep("a while", "3s");
      await step.run("after", () => journal.note(key, "after"));
    },
  );

  const oneByOne = client.createFunction(
    { id: "one-by-one", triggers: [{ event: "contract/one-by-one" }], concurrency: { limit: 1, key: "event.data.group" } },
    async ({ event, step }) => {
      const { key, group } = grouped.parse(event.data);
      await step.run("work", async () => {
        journal.note(key, `begin ${group}`);
        await pause(200);
        journal.note(key, `end ${group}`);
      });
      await step.run("done", () => journal.note(key, "done"));
    },
  );

  const chosen = client.createFunction(
    { id: "chosen", triggers: [{ event: "contract/chosen", if: "event.data.size > 10" }] },
    async ({ event, step }) => {
      await step.run("note", () => journal.note(keyOf(event), "chosen", event.data.size));
    },
  );

  const racing = client.createFunction({ id: "racing", triggers: [{ event: "contract/racing" }] }, async ({ event, step, group }) => {
    const key = keyOf(event);
    const winner = await group.parallel({ mode: "race" }, () =>
      Promise.race([
        step.run("slow", async () => {
          await pause(2500);
          journal.note(key, "slow");
          return "slow";
        }),
        step.run("fast", () => "fast"),
      ]),
    );
    await step.run("note", () => journal.note(key, "winner", { winner, slowHadEnded: journal.count(key, "slow") > 0 }));
    await step.sleep("until the slow one has ended", "3s");
    await step.run("end", () => journal.note(key, "ended"));
  });

  const once = client.createFunction(
    { id: "once", triggers: [{ event: "contract/once" }], idempotency: "event.data.order" },
    async ({ event, step }) => {
      await step.run("note", () => journal.note(keyOf(event), "ran"));
    },
  );

  return [sleeping, waiting, child, parent, sender, cancellable, oneByOne, chosen, racing, once];
}
