import { RetryAfterError } from "inngest";
import pino from "pino";
import { expect, it } from "vitest";
import { quietRetries } from "./quiet-retries";

it("logs a step that is tried again as a warning without a stack, and a failure as an error", () => {
  const lines: Record<string, unknown>[] = [];
  const log = quietRetries(pino({ base: null }, { write: (line: string) => void lines.push(JSON.parse(line)) })).child({ runId: "r" });
  log.error({ err: new RetryAfterError("OpenAI asked us to slow down.", 2000) }, "Inngest step error");
  log.error({ err: new Error("broken") }, "Inngest step error");
  expect(lines).toMatchObject([
    { level: 40, runId: "r", reason: "OpenAI asked us to slow down.", msg: "a step is tried again later" },
    { level: 50, runId: "r", err: { message: "broken" }, msg: "Inngest step error" },
  ]);
  expect(JSON.stringify(lines[0])).not.toContain("stack");
});
