// What the SDK registers, read into what the engine needs; refuses by name whatever the engine cannot honour.
import { z } from "zod";
import { parseCron, type Schedule } from "./cron";
import { durationMs } from "./durations";
import { expressionError } from "./expression";

export type ConcurrencyLimit = { readonly limit: number; readonly key: string | null; readonly scope: "fn" | "env" | "account" };
export type CancelRule = { readonly event: string; readonly expression: string | null; readonly withinMs: number | null };
export type RegisteredFunction = {
  readonly id: string;
  readonly name: string;
  readonly events: readonly { readonly name: string; readonly expression: string | null }[];
  readonly schedules: readonly Schedule[];
  readonly retries: number;
  readonly concurrency: readonly ConcurrencyLimit[];
  readonly cancelOn: readonly CancelRule[];
  readonly idempotency: string | null;
};

export class RegistrationError extends Error {
  override readonly name = "RegistrationError";
}

/** Options of the hosted service that the embedded engine does not have. */
const unsupported = ["batchEvents", "rateLimit", "throttle", "debounce", "priority", "singleton", "timeouts"] as const;
const defaultRetries = 3;

const concurrencySchema = z.object({
  limit: z.number().int().min(0),
  key: z.string().optional(),
  scope: z.enum(["fn", "env", "account"]).default("fn"),
});
const functionSchema = z.looseObject({
  id: z.string(),
  name: z.string().default(""),
  triggers: z.array(
    z.object({ event: z.string().optional(), expression: z.string().nullish(), cron: z.string().optional(), jitter: z.string().optional() }),
  ),
  steps: z.record(z.string(), z.object({ retries: z.object({ attempts: z.number().int().min(0).optional() }).nullish() })),
  concurrency: z.union([z.number().int().min(0), concurrencySchema, z.array(concurrencySchema).max(2)]).nullish(),
  cancel: z
    .array(z.object({ event: z.string(), if: z.string().nullish(), timeout: z.string().nullish() }))
    .max(5)
    .nullish(),
  idempotency: z.string().nullish(),
});
const registrationSchema = z.object({ functions: z.array(z.unknown()) });

/** Reads a registration; throws RegistrationError that names the function and the option. */
export function readRegistration(body: unknown, mostRetries: number): RegisteredFunction[] {
  return registrationSchema.parse(body).functions.map((entry) => readFunction(entry, mostRetries));
}

function readFunction(entry: unknown, mostRetries: number): RegisteredFunction {
  const parsed = functionSchema.safeParse(entry);
  if (!parsed.success) {
    const id = typeof entry === "object" && entry !== null && "id" in entry ? String(entry.id) : "without an id";
    const issue = parsed.error.issues[0];
    throw new RegistrationError(`The function ${id} cannot be registered: ${issue?.path.join(".")}: ${issue?.message}.`);
  }
  const fn = parsed.data;
  const refuse = (option: string, why: string) => new RegistrationError(`The function ${fn.id} cannot be registered: ${option} ${why}`);
  for (const option of unsupported) {
    if (fn[option] !== undefined && fn[option] !== null)
      throw refuse(option, "is not supported by the embedded engine. Remove it, or run on an Inngest server.");
  }
  const checked = (option: string, expression: string | null | undefined): string | null => {
    if (!expression) return null;
    const problem = expressionError(expression);
    if (problem) throw refuse(option, `holds an expression that cannot be read (${expression}): ${problem}`);
    return expression;
  };
  const retries = fn.steps.step?.retries?.attempts ?? defaultRetries;
  if (retries > mostRetries) throw refuse("retries", `may be at most ${mostRetries}, not ${retries}.`);
  const limits =
    typeof fn.concurrency === "number" ? [{ limit: fn.concurrency, scope: "fn" as const }] : fn.concurrency ? [fn.concurrency].flat() : [];
  return {
    id: fn.id,
    name: fn.name || fn.id,
    events: fn.triggers.flatMap((t) => (t.event ? [{ name: t.event, expression: checked("triggers", t.expression) }] : [])),
    schedules: fn.triggers.flatMap((t) => {
      if (!t.cron) return [];
      if (t.jitter) throw refuse("jitter", "of a schedule is not supported by the embedded engine.");
      const schedule = parseCron(t.cron);
      if (typeof schedule === "string") throw refuse("cron", `"${t.cron}" cannot be read: ${schedule}`);
      return [schedule];
    }),
    retries,
    concurrency: limits
      .filter((c) => c.limit > 0)
      .map((c) => ({ limit: c.limit, scope: c.scope, key: checked("concurrency", "key" in c ? c.key : null) })),
    cancelOn: (fn.cancel ?? []).map((c) => {
      const withinMs = c.timeout ? durationMs(c.timeout) : null;
      if (c.timeout && withinMs === null) throw refuse("cancelOn", `has a timeout that is no duration: ${c.timeout}.`);
      return { event: c.event, expression: checked("cancelOn", c.if), withinMs };
    }),
    idempotency: checked("idempotency", fn.idempotency),
  };
}
