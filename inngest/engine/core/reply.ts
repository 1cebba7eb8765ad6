// What the SDK answers to a call, read into one of four outcomes.
import { z } from "zod";

const opSchema = z.looseObject({
  id: z.string().min(1),
  op: z.string().min(1),
  name: z.string().nullish(),
  displayName: z.string().nullish(),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
  opts: z.looseObject({}).nullish(),
});
export type Op = z.infer<typeof opSchema>;
export const opsSchema = z.array(opSchema);

export type StepFailure = { readonly name: string; readonly message: string; readonly stack?: string };
export type Reply =
  | { readonly kind: "ops"; readonly ops: readonly Op[]; readonly retryAfter: string | null }
  | { readonly kind: "result"; readonly data: unknown }
  | { readonly kind: "error"; readonly error: unknown; readonly retriable: boolean; readonly retryAfter: string | null };

/** Reads a reply of the serve handler. An unreadable one is an error that may be retried. */
export function readReply(status: number, headers: Headers, body: string): Reply {
  const retryAfter = headers.get("retry-after");
  let value: unknown;
  try {
    value = body === "" ? null : JSON.parse(body);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { kind: "error", error: failure("Error", `The function's reply cannot be read (status ${status}).`), retriable: true, retryAfter };
  }
  if (status === 200) return { kind: "result", data: value };
  if (status === 206) {
    const ops = opsSchema.safeParse(Array.isArray(value) ? value : [value]);
    if (ops.success) return { kind: "ops", ops: ops.data, retryAfter };
    return { kind: "error", error: failure("Error", "The function's reply holds no operations."), retriable: false, retryAfter };
  }
  return { kind: "error", error: value, retriable: headers.get("x-inngest-no-retry") !== "true" && status >= 500, retryAfter };
}

export function failure(name: string, message: string): StepFailure {
  return { name, message, stack: "" };
}

/** The body of a call: steps and event are spliced in as the JSON they are stored as. */
export function callBody(call: {
  readonly runId: string;
  readonly functionId: string;
  readonly ticket: string;
  readonly attempt: number;
  readonly maxAttempts: number;
  readonly planOnly: boolean;
  readonly event: string;
  readonly steps: readonly { readonly id: string; readonly output: string | null; readonly error: string | null }[];
}): string {
  const ctx = {
    run_id: call.runId,
    // With a function id the SDK checkpoints: it runs steps inline and posts each as it finishes.
    fn_id: call.functionId,
    qi_id: call.ticket,
    attempt: call.attempt,
    max_attempts: call.maxAttempts,
    disable_immediate_execution: call.planOnly,
    use_api: false,
    stack: { stack: call.steps.map((s) => s.id), current: call.steps.length },
  };
  const steps = call.steps.map((s) => `${JSON.stringify(s.id)}:${s.error === null ? `{"data":${s.output ?? "null"}}` : `{"error":${s.error}}`}`);
  return `{"version":2,"use_api":false,"ctx":${JSON.stringify(ctx)},"event":${call.event},"events":[${call.event}],"steps":{${steps.join(",")}}}`;
}
