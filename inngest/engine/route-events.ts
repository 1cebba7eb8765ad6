// What an event leads to, all in the transaction that stores it: runs start, waits end, runs are cancelled.
import { z } from "zod";
import { newId } from "@/server/platform/ids";
import { concurrencyKeys } from "./core/concurrency";
import { holds, keyOf } from "./core/expression";
import { exceeds } from "./core/limits";
import type { RegisteredFunction } from "./core/registration";
import { cancelRun } from "./end-run";
import type { Change } from "./state";
import { addEvents, isAwaited, listWaits, lockNames } from "./store/events";
import { requestCall } from "./store/jobs";
import { addRuns, listActive, type NewRun } from "./store/runs";
import { settleStep } from "./store/steps";

const dedupeMs = 24 * 60 * 60 * 1000;

export const eventSchema = z.looseObject({
  id: z.string().nullish(),
  name: z.string().min(1).max(256),
  data: z.record(z.string(), z.unknown()).nullish(),
  ts: z.number().nullish(),
});
export type IncomingEvent = z.infer<typeof eventSchema>;
/** An event as functions see it. */
export type RoutedEvent = { readonly id: string; readonly name: string; readonly data: Record<string, unknown>; readonly ts: number };

export class EventTooLargeError extends Error {
  override readonly name = "EventTooLargeError";
}

/** Stores events and does what they lead to. An event whose id was seen within a day leads to nothing. Answers their ids, in order. */
export async function routeEvents(change: Change, incoming: readonly IncomingEvent[]): Promise<string[]> {
  const { tx, state } = change;
  const now = state.clock.now();
  const events = incoming.map((event) => complete(event, now));
  const payloads = new Map<string, { event: RoutedEvent; json: string }>();
  for (const event of events) {
    const json = JSON.stringify(event);
    if (exceeds(json, state.settings.limits.eventBytes)) {
      throw new EventTooLargeError(
        `The event ${event.name} is larger than ${state.settings.limits.eventBytes} bytes; nothing was sent. Send ids instead.`,
      );
    }
    if (!payloads.has(event.id)) payloads.set(event.id, { event, json });
  }
  const names = [...new Set(events.map((e) => e.name))];
  if (names.length === 0) return [];
  await lockNames(tx, names, "route");
  const rows = [...payloads.values()].map(({ event, json }) => ({ id: event.id, name: event.name, payload: json }));
  const fresh = await addEvents(tx, rows, now, new Date(now.getTime() - dedupeMs));
  state.counters.events += fresh.size;
  state.counters.duplicateEvents += events.length - fresh.size;
  const received = [...payloads.values()].filter(({ event }) => fresh.has(event.id));
  // Cancelling comes before starting: an event that does both ends the older runs only.
  await cancelMatching(change, received, now);
  await endWaits(change, received, names, now);
  await startRuns(change, received, now);
  return events.map((event) => event.id);
}

type Received = readonly { readonly event: RoutedEvent; readonly json: string }[];

async function startRuns({ tx, state }: Change, received: Received, now: Date): Promise<void> {
  const runs: NewRun[] = [];
  for (const { event, json } of received) {
    for (const fn of state.functions.values()) {
      if (fn.events.some((t) => matchesName(t.name, event.name) && holds(t.expression, { event }))) runs.push(newRun(fn, event, json, now));
    }
  }
  const added = await addRuns(tx, runs, now);
  state.counters.started += added.length;
}

/** A run of a function for an event; an event of the future starts it then. */
export function newRun(fn: RegisteredFunction, event: RoutedEvent, json: string, now: Date): NewRun {
  return {
    id: newId(),
    functionId: fn.id,
    event: json,
    keys: concurrencyKeys(fn, event),
    idempotencyKey: fn.idempotency === null ? null : keyOf(fn.idempotency, { event }),
    dueAt: event.ts > now.getTime() ? new Date(event.ts) : now,
  };
}

async function endWaits({ tx }: Change, received: Received, names: readonly string[], now: Date): Promise<void> {
  if (received.length === 0) return;
  for (const wait of await listWaits(tx, names)) {
    const started: unknown = JSON.parse(wait.event);
    const match = received.find(({ event }) => event.name === wait.eventName && holds(wait.expression, { event: started, async: event }));
    if (!match) continue;
    const settled = await settleStep(tx, { runId: wait.runId, id: wait.id, eventId: match.event.id }, { output: match.json }, now);
    if (settled?.callNow) await requestCall(tx, wait.runId, now);
  }
}

async function cancelMatching(change: Change, received: Received, now: Date): Promise<void> {
  const { tx, state } = change;
  const names = new Set(received.map(({ event }) => event.name));
  const affected = [...state.functions.values()].filter((fn) => fn.cancelOn.some((rule) => names.has(rule.event)));
  if (affected.length === 0) return;
  const active = await listActive(
    tx,
    affected.map((fn) => fn.id),
  );
  for (const run of active) {
    const started: unknown = JSON.parse(run.event);
    const rules = state.functions.get(run.functionId)?.cancelOn ?? [];
    const match = received.find(({ event }) =>
      rules.some(
        (rule) =>
          rule.event === event.name &&
          (rule.withinMs === null || now.getTime() - run.createdAt <= rule.withinMs) &&
          holds(rule.expression, { event: started, async: event }),
      ),
    );
    if (match) await cancelRun(change, run.id, `the event ${match.event.name} came`);
  }
}

/** Routes what the ends of runs announced, as long as somebody listens: these events are many and mostly unheard. */
export async function routeAnnouncements(change: Change): Promise<void> {
  const { announcements } = change.effects;
  for (let next = announcements.shift(); next; next = announcements.shift()) {
    if (await isHeard(change, next.name)) await routeEvents(change, [next]);
  }
}

async function isHeard({ tx, state }: Change, name: string): Promise<boolean> {
  for (const fn of state.functions.values()) {
    if (fn.events.some((t) => matchesName(t.name, name)) || fn.cancelOn.some((rule) => rule.event === name)) return true;
  }
  return isAwaited(tx, name);
}

/** A trigger may end in "*", which stands for any ending. */
function matchesName(trigger: string, name: string): boolean {
  return trigger === name || (trigger.endsWith("*") && name.startsWith(trigger.slice(0, -1)));
}

function complete(event: IncomingEvent, now: Date): RoutedEvent {
  const { id, name, data, ts, ...rest } = event;
  return { ...rest, id: id || newId(), name, data: data ?? {}, ts: ts ?? now.getTime() };
}
