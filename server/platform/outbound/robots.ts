// What a site lets robots read (RFC 9309): a missing file allows all, one that cannot be read for the server's fault allows nothing for a while.
import { LRUCache } from "lru-cache";
import parseRobots from "robots-parser";
import { checkUrl } from "./core/check-url";
import type { Answer, Failure, Outcome } from "./transport";

/** The name that a site's rules may be addressed to. */
const robotName = "Variorum";
const keptMs = 60 * 60_000;
/** A server that failed may be well in a moment. */
const keptAfterFailureMs = 2 * 60_000;
/** RFC 9309 asks for no less. */
const mostBytes = 500 * 1024;
/** Rules and their lines beyond this are made to keep a parser busy. */
const mostLines = 10_000;
const mostSites = 500;
const redirects = 5;

export type Rules = {
  readonly allows: (url: string) => boolean;
  /** Why nothing is allowed, where that is not the site's own word. */
  readonly failure: Failure | null;
  readonly crawlDelayMs: number;
};

type Kept = { readonly rules: Rules; readonly until: number };
export type Ask = (url: URL, maxBytes: number) => Promise<Outcome>;

export type Robots = { readonly rulesFor: (url: URL, ask: Ask) => Promise<Rules>; readonly crawlDelayMs: (url: URL) => number };

export function makeRobots(now: () => Date): Robots {
  const kept = new LRUCache<string, Kept>({ max: mostSites });
  return {
    async rulesFor(url, ask) {
      const known = kept.get(url.origin);
      if (known && known.until > now().getTime()) return known.rules;
      const rules = await readRules(url.origin, ask);
      // A network that was away says nothing about the site.
      if (rules.failure === null) kept.set(url.origin, { rules, until: now().getTime() + keptMs });
      else if (rules.failure.kind === "robots") kept.set(url.origin, { rules, until: now().getTime() + keptAfterFailureMs });
      return rules;
    },
    crawlDelayMs: (url) => kept.peek(url.origin)?.rules.crawlDelayMs ?? 0,
  };
}

async function readRules(origin: string, ask: Ask): Promise<Rules> {
  const address = `${origin}/robots.txt`;
  let next = address;
  for (let hop = 0; hop <= redirects; hop += 1) {
    const checked = checkUrl(next);
    if (!checked.ok) return all;
    const outcome = await ask(checked.url, mostBytes);
    if (!outcome.ok) return outcome.kind === "too_large" ? all : nothing(outcome);
    const { status, headers, body } = outcome.answer;
    if (status === 429 || status >= 500) return nothing(notRead(status));
    if (status >= 300 && status < 400 && headers.location !== undefined) {
      next = URL.parse(headers.location, checked.url)?.href ?? "";
      continue;
    }
    return status >= 200 && status < 300 ? parsed(address, { status, headers, body }) : all;
  }
  // Section 2.3.1.2: after five redirects the file may be taken as not there.
  return all;
}

const all: Rules = { allows: () => true, failure: null, crawlDelayMs: 0 };

function nothing(failure: Failure): Rules {
  return { allows: () => false, failure, crawlDelayMs: 0 };
}

function notRead(status: number): Failure {
  return {
    kind: "robots",
    message: `The site's robots.txt could not be read (it answered ${status}), so the page was not asked for.`,
    network: "there",
  };
}

function parsed(address: string, { headers, body }: Answer): Rules {
  // Sites that answer every path with their home page have no robots.txt.
  if (/\bhtml\b/i.test(headers["content-type"] ?? "")) return all;
  const text = new TextDecoder().decode(body).split(/\r\n|\r|\n/, mostLines);
  const robots = parseRobots(address, text.join("\n"));
  const delay = Number(robots.getCrawlDelay(robotName));
  return { allows: (url) => robots.isAllowed(url, robotName) ?? true, failure: null, crawlDelayMs: delay > 0 ? delay * 1000 : 0 };
}
