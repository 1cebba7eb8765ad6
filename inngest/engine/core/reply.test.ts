import { describe, expect, test } from "vitest";
import { callBody, readReply } from "./reply";

const read = (status: number, body: string, headers: Record<string, string> = {}) => readReply(status, new Headers(headers), body);

describe("replies", () => {
  test("are results, operations or errors", () => {
    expect(read(200, '{"a":1}')).toEqual({ kind: "result", data: { a: 1 } });
    expect(read(206, '[{"id":"x","op":"StepRun","data":null}]', { "retry-after": "5" })).toMatchObject({
      kind: "ops",
      retryAfter: "5",
      ops: [{ id: "x", op: "StepRun" }],
    });
    expect(read(206, '{"id":"x","op":"RunComplete","data":1}')).toMatchObject({ kind: "ops", ops: [{ op: "RunComplete", data: 1 }] });
    expect(read(500, '{"message":"m"}')).toMatchObject({ kind: "error", retriable: true, error: { message: "m" } });
    expect(read(400, '{"message":"m"}', { "x-inngest-no-retry": "true" })).toMatchObject({ kind: "error", retriable: false });
    expect(read(500, "{}", { "x-inngest-no-retry": "true" })).toMatchObject({ retriable: false });
  });

  test("that cannot be read are errors too", () => {
    expect(read(502, "<html>")).toMatchObject({ kind: "error", retriable: true, error: { message: expect.stringContaining("502") } });
    expect(read(206, "[1]")).toMatchObject({ kind: "error", retriable: false });
    expect(read(200, "")).toEqual({ kind: "result", data: null });
  });
});

test("the body of a call is JSON in which stored results stand as they were", () => {
  const body: unknown = JSON.parse(
    callBody({
      runId: "r",
      functionId: "f",
      ticket: "r#1",
      attempt: 1,
      maxAttempts: 4,
      planOnly: true,
      event: '{"name":"e","data":{"text":"\\u0000 \\" ü"}}',
      steps: [
        { id: "one", output: '{"data":[1]}', error: null },
        { id: "two", output: null, error: '{"name":"Error","message":"no"}' },
        { id: "three", output: null, error: null },
      ],
    }),
  );
  expect(body).toMatchObject({
    ctx: {
      run_id: "r",
      fn_id: "f",
      qi_id: "r#1",
      attempt: 1,
      max_attempts: 4,
      disable_immediate_execution: true,
      stack: { stack: ["one", "two", "three"] },
    },
    event: { data: { text: '\u0000 " ü' } },
    events: [{ name: "e" }],
    steps: { one: { data: { data: [1] } }, two: { error: { message: "no" } }, three: { data: null } },
  });
});
