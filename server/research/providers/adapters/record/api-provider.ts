import { config } from "@/server/platform/config";
import type { RateLimit } from "@/server/platform/rate-limit";
import { singleton } from "@/server/platform/singleton";
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
const usualCharacters = 20_000_000;

/** The bodies and the turn of one service, shared by everything in this process that asks it. */
export function sharedGet(id: string, limit: RateLimit, maxCharacters = usualCharacters): Get {
  return singleton(`${id}-bodies`, () => rememberingGet({ keepMs, downMs, maxCharacters, now: () => new Date(), fetchBody: pacedFetch(limit) }));
}

/** An evidence API as a provider: always on, free. */
export function apiProvider({ id, name, limit, maxCharacters, baseUrl, ask }: Api): Provider {
  return {
    info: () => ({ id, name, kind: "api", off: null, estimateUsd: 0 }),
    ask: (question, { ctx, signal }) =>
      ask(question, { baseUrl: baseUrl(), contact: config().contact, fetch, signal, now: ctx.clock.now(), get: sharedGet(id, limit, maxCharacters) }),
  };
}
