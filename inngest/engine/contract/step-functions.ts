// Functions of the contract: steps, their results and their failures.
import { type Inngest, NonRetriableError, RetryAfterError } from "inngest";
import { z } from "zod";
import type { Journal } from "./journal";

export const keyed = z.object({ key: z.string() });
const keyOf = (event: { data?: unknown }) => keyed.parse(event.data).key;

export function stepFunctions(client: Inngest.Any, journal: Journal) {
  const sequence = client.createFunction({ id: "sequence", triggers: [{ event: "contract/sequence" }] }, async ({ event, step }) => {
    const key = keyOf(event);
    const first = await step.run("first", () => {
      journal.note(key, "first");
      return { at: new Date(0), none: undefined, list: [1, 2, 3] };
    });
    const second = await step.run("second", () => {
      journal.note(key, "second");
      return first.list.length;
    });
    await step.run("nothing", () => {
      journal.note(key, "nothing");
    });
    journal.note(key, "body");
    await step.run("last", () => journal.note(key, "ended", { first, second }));
  });

  const same = client.createFunction({ id: "same-id", triggers: [{ event: "contract/same-id" }] }, async ({ event, step }) => {
    const got: number[] = [];
    for (let i = 0; i < 3; i++) got.push(await step.run("again", () => i));
    journal.note(keyOf(event), "ended", got);
  });

  const parallel = client.createFunction({ id: "parallel", triggers: [{ event: "contract/parallel" }] }, async ({ event, step }) => {
    const key = keyOf(event);
    const branch = async (name: string) => {
      const a = await step.run(`${name}-a`, async () => {
        journal.note(key, "begin");
        await new Promise((resolve) => setTimeout(resolve, 300));
        journal.note(key, "end");
        return name;
      });
      return step.run(`${name}-b`, () => {
        journal.note(key, `${name}-b`);
        return `${a}${a}`;
      });
    };
    const got = await Promise.all([branch("x"), branch("y"), branch("z")]);
    await step.run("end", () => journal.note(key, "ended", got));
  });

  const retried = client.createFunction({ id: "retried", retries: 2, triggers: [{ event: "contract/retried" }] }, async ({ event, step }) => {
    const key = keyOf(event);
    await step.run("before", () => journal.note(key, "before"));
    const got = await step.run("flaky", () => {
      journal.note(key, "flaky");
      if (journal.count(key, "flaky") < 3) throw new RetryAfterError("not yet", 1000);
      return journal.count(key, "flaky");
    });
    await step.run("after", () => journal.note(key, "ended", got));
  });

  const parallelRetried = client.createFunction(
    { id: "parallel-retried", retries: 2, triggers: [{ event: "contract/parallel-retried" }] },
    async ({ event, step }) => {
      const key = keyOf(event);
      const got = await Promise.all([
        step.run("steady", () => {
          journal.note(key, "steady");
          return "steady";
        }),
        step.run("flaky", () => {
          journal.note(key, "flaky");
          if (journal.count(key, "flaky") < 2) throw new RetryAfterError("not yet", 1000);
          return "flaky";
        }),
      ]);
      await step.run("end", () => journal.note(key, "ended", got));
    },
  );

  const caught = client.createFunction({ id: "caught", retries: 0, triggers: [{ event: "contract/caught" }] }, async ({ event, step }) => {
    const key = keyOf(event);
    const got = await step
      .run("broken", () => {
        journal.note(key, "broken");
        throw new TypeError("it broke");
      })
      .catch((error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : "no error"));
    await step.run("end", () => journal.note(key, "ended", got));
  });

  const failing = client.createFunction(
    {
      id: "failing",
      retries: 3,
      triggers: [{ event: "contract/failing" }],
      onFailure: async ({ event, error, step }) => {
        const key = keyOf(event.data.event);
        await step.run("note", () =>
          journal.note(key, "failed", { message: error.message, name: event.data.event.name, function: event.data.function_id }),
        );
      },
    },
    async ({ event, step }) => {
      await step.run("final", () => {
        journal.note(keyOf(event), "tried");
        throw new NonRetriableError("no use");
      });
    },
  );

  const body = client.createFunction({ id: "body", retries: 1, triggers: [{ event: "contract/body" }] }, async ({ event, attempt }) => {
    const key = keyOf(event);
    journal.note(key, "body", attempt);
    if (attempt === 0) throw new RetryAfterError("outside of any step", 1000);
    journal.note(key, "ended");
  });

  const many = client.createFunction({ id: "many", triggers: [{ event: "contract/many" }] }, async ({ event, step }) => {
    let sum = 0;
    for (let i = 0; i < 120; i++) {
      sum += await step.run(`n${i}`, () => {
        journal.note(keyOf(event), "step");
        return i;
      });
    }
    await step.run("end", () => journal.note(keyOf(event), "ended", sum));
  });

  return [sequence, same, parallel, retried, parallelRetried, caught, failing, body, many];
}
