// Answers what the SDK would ask of an Inngest server: registration, events, checkpoints.
import { getAsyncCtx } from "inngest/experimental";
import { z } from "zod";
import { checkpoint } from "./checkpoint";
import { type RegisteredFunction, readRegistration } from "./core/registration";
import { sendingRun } from "./make-call";
import { EventTooLargeError, eventSchema, type IncomingEvent } from "./route-events";
import type { EngineState } from "./state";
import type { Transport } from "./transport";

const sendSchema = z.union([eventSchema.transform((event) => [event]), z.array(eventSchema)]);

export type TransportPorts = {
  readonly state: EngineState;
  readonly send: (events: readonly IncomingEvent[]) => Promise<string[]>;
  readonly onRegister: (functions: RegisteredFunction[]) => void;
};

export function transportHandler({ state, send, onRegister }: TransportPorts): Transport {
  return async ({ url, method, headers, body }) => {
    if (method === "POST" && url.pathname.startsWith("/e/")) {
      const events = sendSchema.safeParse(JSON.parse(body));
      if (!events.success) return json(400, { status: 400, error: "An event needs a name, and data that is an object." });
      try {
        return json(200, { status: 200, ids: await send(await identify(headers, events.data)) });
      } catch (error) {
        if (error instanceof EventTooLargeError) return json(413, { status: 413, error: error.message });
        throw error;
      }
    }
    if (method === "POST" && /^\/v1\/checkpoint\/[^/]+\/async$/.test(url.pathname)) return json(await checkpoint(state, body), {});
    if (method === "POST" && url.pathname === "/fn/register") {
      onRegister(readRegistration(JSON.parse(body), state.settings.limits.retries));
      return json(200, { status: 200, ok: true });
    }
    return json(501, { error: `The embedded engine does not answer ${method} ${url.pathname}.` });
  };
}

/**
 * Gives the events of `step.sendEvent` ids made from the run and the step, so that sending again after a crash starts nothing twice.
 * The SDK forwards a call's `tracestate` to such sends only.
 */
async function identify(headers: Headers, events: readonly IncomingEvent[]): Promise<readonly IncomingEvent[]> {
  const run = sendingRun(headers);
  const step = run === null ? undefined : (await getAsyncCtx())?.execution?.executingStep;
  if (run === null || !step) return events;
  const sender = `${run}:${step.hashedId ?? step.id}`;
  return events.map((event, index) => (event.id ? event : { ...event, id: `${sender}:${index}` }));
}

function json(status: number, value: unknown): Response {
  return new Response(JSON.stringify(value), { status, headers: { "content-type": "application/json" } });
}
