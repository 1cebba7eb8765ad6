// One page: its turn, the site's rules, the request, and redirects by hand, each address judged anew.
import { checkUrl } from "./core/check-url";
import type { Limits } from "./parts";
import type { Rest } from "./rest";
import type { Robots } from "./robots";
import type { Answer, Failure, Transport } from "./transport";
import type { Turns } from "./turns";
import type { FetchedPage, FetchOptions, FetchResult, Hop } from "./types";

export type World = {
  readonly transport: Transport;
  readonly turns: Turns;
  readonly robots: Robots;
  readonly rest: Rest;
  readonly now: () => Date;
  readonly limits: Limits;
  readonly userAgent: string;
};

type Step = { readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly failure: Failure };

const redirecting = [301, 302, 303, 307, 308];

/** Fetches a page; whatever the network does is a value, only the caller's cancel is thrown. */
export async function fetchPage(world: World, given: string, options: FetchOptions): Promise<FetchResult> {
  const signal = options.signal ?? new AbortController().signal;
  const hops: Hop[] = [];
  const refuse = ({ kind, message, noSuchHost }: Failure): FetchResult => ({
    ok: false,
    refusal: { kind, message, hops, ...(noSuchHost && world.rest.workedLately() ? { noSuchHost } : {}) },
  });
  let left = world.limits.totalMs;
  let next = given;
  let downgraded = false;
  for (;;) {
    signal.throwIfAborted();
    const checked = checkUrl(next);
    if (!checked.ok) return refuse({ ...checked, network: "refused" });
    const { url } = checked;
    const step = await world.turns.take(
      url.host,
      () => world.robots.crawlDelayMs(url),
      signal,
      async () => {
        const from = world.now().getTime();
        const result = await inTime(left, signal, (within) => ask(world, url, options, within));
        left -= world.now().getTime() - from;
        return result;
      },
    );
    if (step === null) return refuse(stillBusy);
    if (!step.ok) return refuse(step.failure);
    const { status, headers, body } = step.answer;
    hops.push({ url: url.href, status });
    const location = redirecting.includes(status) ? headers.location : undefined;
    if (location === undefined) return { ok: true, page: { ...pageOf(given, url, hops, step.answer), at: world.now(), downgraded, body } };
    if (hops.length > world.limits.redirects) return refuse(tooManyRedirects);
    const target = URL.parse(location, url);
    if (target === null) return refuse(nowhere);
    downgraded ||= url.protocol === "https:" && target.protocol === "http:";
    next = target.href;
  }
}

function pageOf(url: string, final: URL, hops: readonly Hop[], { status, headers }: Answer): Omit<FetchedPage, "at" | "downgraded" | "body"> {
  return { url, finalUrl: final.href, status, hops, headers, contentType: headers["content-type"] ?? null };
}

async function ask(world: World, url: URL, options: FetchOptions, signal: AbortSignal): Promise<Step> {
  if (world.rest.left() > 0) return { ok: false, failure: resting };
  const headers = { "user-agent": world.userAgent, "accept-encoding": "gzip, deflate, br" };
  const send = async (target: URL, accept: string, maxBytes: number, more: Readonly<Record<string, string>> = {}) => {
    const outcome = await world.transport({ url: target, headers: { ...headers, accept, ...more }, signal, maxBytes });
    const absent = !outcome.ok && outcome.network === "absent" && !signal.aborted;
    if (absent) world.rest.failed(target.host);
    else if (outcome.ok || outcome.network === "there") if (!signal.aborted) world.rest.worked();
    return outcome;
  };
  const rules = await world.robots.rulesFor(url, (target, maxBytes) => send(target, "text/plain,*/*;q=0.1", maxBytes));
  if (rules.failure) return { ok: false, failure: rules.failure };
  if (!rules.allows(url.href)) return { ok: false, failure: disallowed };
  const maxBytes = Math.min(options.maxBytes ?? world.limits.maxBytes, world.limits.mostBytes);
  const outcome = await send(url, acceptOf(options), maxBytes, conditionsOf(options));
  return outcome.ok ? outcome : { ok: false, failure: outcome };
}

function acceptOf({ accept }: FetchOptions): string {
  return accept === "file" ? "*/*" : "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.1";
}

function conditionsOf({ etag, lastModified }: FetchOptions): Record<string, string> {
  const fits = (value: string | undefined) => value !== undefined && /^[\x20-\x7e]{1,512}$/.test(value);
  return {
    ...(etag !== undefined && fits(etag) ? { "if-none-match": etag } : {}),
    ...(lastModified !== undefined && fits(lastModified) ? { "if-modified-since": lastModified } : {}),
  };
}

/** Runs `work` for at most `ms`; rejects with the caller's reason when the caller cancels. */
async function inTime(ms: number, signal: AbortSignal, work: (signal: AbortSignal) => Promise<Step>): Promise<Step> {
  const abort = new AbortController();
  // A request that is still connecting is not ended by its signal, and must not be waited for.
  const over = Promise.withResolvers<Step>();
  const stop = (reason?: unknown) => {
    abort.abort(reason);
    over.resolve({ ok: false, failure: tooSlow });
  };
  const cancel = () => stop(signal.reason);
  signal.addEventListener("abort", cancel, { once: true });
  const timer = setTimeout(stop, Math.max(1, ms));
  try {
    const result = await Promise.race([work(abort.signal), over.promise]);
    signal.throwIfAborted();
    return !result.ok && abort.signal.aborted ? { ok: false, failure: tooSlow } : result;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", cancel);
  }
}

const tooSlow: Failure = { kind: "timeout", message: "The page did not come in time; it was not judged.", network: "there" };
const stillBusy: Failure = { kind: "timeout", message: "Too many other pages of this host were waiting; it was not asked.", network: "refused" };
const disallowed: Failure = { kind: "robots", message: "The site's robots.txt asks robots not to read this page.", network: "there" };
const tooManyRedirects: Failure = { kind: "too_many_redirects", message: "The page was redirected too often.", network: "there" };
const nowhere: Failure = { kind: "bad_url", message: "The page redirects to something that is not an address.", network: "there" };
const resting: Failure = {
  kind: "resting",
  message: "Nothing could be reached a moment ago, so no page is asked for during a minute; it was not judged.",
  network: "refused",
};
