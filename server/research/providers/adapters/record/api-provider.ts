import { config } from "@/server/platform/config";
import type { Ctx } from "@/server/platform/context";
import type { RateLimit } from "@/server/platform/rate-limit";
import { singleton } from "@/server/platform/singleton";
import { callKey, heedingFetch, takeCallTurn } from "../../../resilience/turns";
import type { Get } from "../../core/json";
import { rememberingGet } from "../../core/remembering";
import type { Provider } from "../../port";
import type { Answer, Question } from "../../schema";
import type { ApiOptions } from "./call";
import { pacedFetch } from "./pace";

export type Api = {
  readonly id: string;
  readonly name: string;
  readonly limit: RateLimit;
  /** Characters of bodies kept in memory; 20 million where nothing else is said. */
  readonly maxCharacters?: number;
  readonly baseUrl: () => string;
  readonly ask: (question: Question, options: ApiOptions) => Promise<Answer>;
};

/** The categories of one run ask for the same records within minutes. */
const keepMs = 10 * 60_000;
const downMs = 30_000;
/** Longer than a healthy service needs to begin, or to go on, with its answer. */
const longestStepMs = 8000;
const usualCharacters = 20_000_000;

/** The bodies and the turn of one service, shared by everything in this process that asks it. */
export function sharedGet(id: string, limit: RateLimit, maxCharacters = usualCharacters): Get {
  return singleton(`${id}-bodies`, () =>
    rememberingGet({ keepMs, downMs, maxCharacters, now: () => new Date(), fetchBody: inTime(pacedFetch(limit)) }),
  );
}

/** The operator's time for one exchange; where it is short, no stage of it may take longer. */
export function exchangeLimits(): { readonly totalMs: number; readonly firstByteMs: number; readonly idleMs: number } {
  const { timeoutMs } = config().apis;
  const step = Math.min(timeoutMs, longestStepMs);
  return { totalMs: timeoutMs, firstByteMs: step, idleMs: step };
}

function inTime(get: Get): Get {
  return (url, options) => get(url, { ...exchangeLimits(), ...options });
}

/** How a service is called: in its turn among all processes, heeding what it says of its limits. */
export function callOptions(
  ctx: Pick<Ctx, "db" | "clock" | "log">,
  service: { readonly id: string; readonly name: string; readonly limit: RateLimit },
  signal: AbortSignal,
  maxCharacters?: number,
): Omit<ApiOptions, "baseUrl"> {
  const { id, limit } = service;
  return {
    contact: config().contact,
    fetch: heedingFetch(ctx, callKey(id), limit),
    signal,
    now: ctx.clock.now(),
    get: sharedGet(id, limit, maxCharacters),
    turn: () => takeCallTurn({ ...ctx, signal }, service),
  };
}

/** An evidence API as a provider: always on, free. */
export function apiProvider({ id, name, limit, maxCharacters, baseUrl, ask }: Api): Provider {
  return {
    info: () => ({ id, name, kind: "api", off: null, estimateUsd: 0 }),
    ask: (question, { ctx, signal }) => ask(question, { baseUrl: baseUrl(), ...callOptions(ctx, { id, name, limit }, signal, maxCharacters) }),
  };
}
