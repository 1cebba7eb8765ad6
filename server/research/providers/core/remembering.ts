// The categories of one run ask a structured source the same question. A body is fetched once in a while, and a host without a route is asked once in a while.
import { type Fetched, type FetchOptions, fetchBody } from "./http";

export type RememberingOptions = {
  /** How long an answer stands, milliseconds. */
  readonly keepMs: number;
  /** How long an unreachable host is taken to stay so, milliseconds. */
  readonly downMs: number;
  /** Characters kept in all; the oldest give way. */
  readonly maxCharacters: number;
  readonly now: () => Date;
  /** What fetches a body that is not remembered: one that waits its turn, say. */
  readonly fetchBody?: typeof fetchBody;
};

/** A `fetchBody` that answers repeated GETs from memory. Only whole answers (2xx, 404) are kept. */
export function rememberingGet(options: RememberingOptions): (url: string, request: FetchOptions) => Promise<Fetched> {
  const kept = new Map<string, { at: number; answer: Fetched & { ok: true } }>();
  const down = new Map<string, { at: number; answer: Fetched & { ok: false } }>();
  let characters = 0;
  const forget = (url: string) => {
    characters -= kept.get(url)?.answer.text.length ?? 0;
    kept.delete(url);
  };
  return async (url, request) => {
    const now = options.now().getTime();
    const known = kept.get(url);
    if (known && now - known.at < options.keepMs) return known.answer;
    if (known) forget(url);
    const host = URL.parse(url)?.host ?? url;
    const unreachable = down.get(host);
    if (unreachable && now - unreachable.at < options.downMs) return unreachable.answer;
    const answer = await (options.fetchBody ?? fetchBody)(url, request);
    if (!answer.ok) {
      if (answer.error.kind === "unreachable") down.set(host, { at: now, answer });
      return answer;
    }
    down.delete(host);
    if ((answer.status >= 200 && answer.status < 300) || answer.status === 404) {
      forget(url);
      kept.set(url, { at: now, answer });
      characters += answer.text.length;
      for (const oldest of kept.keys()) {
        if (characters <= options.maxCharacters) break;
        forget(oldest);
      }
    }
    return answer;
  };
}
