// Every fault that a provider can have, on one provider and on all: the run ends, the others are untouched, and it is told what happened.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { setEnvironment } from "@/server/platform/config";
import { apiIds, emaAsks, engineIds, everyProvider, type Shown, useFaultyWorld } from "./faults/testing";

vi.setConfig({ testTimeout: 180_000 });

const world = useFaultyWorld();
type Id = (typeof everyProvider)[number] | "ema";
const names: Record<Id, string> = {
  ...{ openai: "OpenAI", perplexity: "Perplexity", xai: "xAI", gemini: "Gemini", tavily: "Tavily" },
  ...{ openfda: "openFDA", dailymed: "DailyMed", pubmed: "PubMed", ema: "EMA" },
};

/** What is said of each fault; `whole`: the answer arrives in spite of it. */
const faults: readonly { readonly fault: string; readonly says: RegExp; readonly whole?: true; readonly tries?: 1 }[] = [
  { fault: "refused", says: /unreachable from this machine|broke off/ },
  { fault: "reset", says: /broke off before its answer was complete|unreachable from this machine/ },
  { fault: "silent", says: /did not begin to answer|did not finish|no connection in time/ },
  { fault: "slow:60000", says: /did not begin to answer|did not finish|no connection in time/ },
  { fault: "drip", says: /did not finish its answer/ },
  { fault: "empty", says: /an empty answer|without text/ },
  { fault: "cut-body", says: /broke off before its answer was complete|stops in the middle/ },
  { fault: "cut-stream", says: /ended before the answer was complete|stops in the middle|broke off|not well-formed|another shape/ },
  { fault: "wrong-schema", says: /another shape than documented|is not|not well-formed|without/, tries: 1 },
  { fault: "html", says: /web page instead of data|is not|another shape/, tries: 1 },
  { fault: "not-json", says: /not JSON|is not|another shape|broke off|ended before/ },
  { fault: "gzip-bomb", says: /more than \d+ MB; nothing of it was used/, tries: 1 },
  { fault: "huge", says: /more than \d+ MB; nothing of it was used/, tries: 1 },
  { fault: "400", says: /did not understand the question \(400\)/, tries: 1 },
  { fault: "401", says: /did not accept the key|no credit/, tries: 1 },
  { fault: "402", says: /has no credit/, tries: 1 },
  { fault: "403", says: /refused to answer \(403\)|has no credit/, tries: 1 },
  { fault: "429:retry-after=0", says: /asked us to slow down \(429\)/ },
  { fault: "429:no-credit", says: /has no credit|slow down/ },
  { fault: "432", says: /has no credit|did not understand the question/, tries: 1 },
  { fault: "500", says: /failed on its side \(500\)/ },
  { fault: "503:retry-after=0", says: /failed on its side \(503\)/ },
  { fault: "529", says: /failed on its side \(529\)/ },
  { fault: "echo:401", says: /did not accept the key|no credit/, tries: 1 },
  { fault: "echo", says: /./, whole: true },
  { fault: "bad-utf8", says: /./, whole: true },
  { fault: "proto", says: /./, whole: true },
];
const megabyte = 1024 * 1024;
/** Sixteen answers at a time of 8 to 20 MB each, in pieces and as text; one answer whole would be 200 or 512. */
const mostGrowthMb = 450;
const slow = /^(?:silent|slow|drip)/;
const endless = /^(?:gzip-bomb|huge)$/;

beforeEach(world.forget);
afterEach(() => {
  setEnvironment({ ...Object.fromEntries(engineIds.map((id) => [`${id.toUpperCase()}_TIMEOUT_SECONDS`, "20"])), VARIORUM_API_TIMEOUT_SECONDS: "20" });
});

function hurry(provider: Id | "*", seconds: string): void {
  for (const id of engineIds) if (provider === "*" || provider === id) setEnvironment({ [`${id.toUpperCase()}_TIMEOUT_SECONDS`]: seconds });
  if (provider === "*" || !engineIds.some((id) => id === provider)) setEnvironment({ VARIORUM_API_TIMEOUT_SECONDS: seconds });
}

/** Looks how much memory this process takes until the returned function is called: the most that came to it, MB. */
function watchMemory(): () => number {
  const before = process.memoryUsage().rss;
  let peak = before;
  const looking = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 5);
  return () => {
    clearInterval(looking);
    return (peak - before) / megabyte;
  };
}

const flat = (text: string) => text.replace(/\s+/g, " ");

function answersOf({ edition }: Shown, provider: string) {
  return edition.categories.flatMap((category) =>
    category.answers.filter((answer) => answer.provider === provider).map((answer) => ({ category, answer })),
  );
}

/** In each category: why nothing came of it, in plain words, the same on the page and in the terminal, and how often it was asked. */
function expectToldPlainly(shown: Shown, provider: Id, says: RegExp, tries: number): void {
  const told = answersOf(shown, provider);
  expect(told, provider).toHaveLength(shown.edition.categories.length);
  for (const { category, answer } of told) {
    expect(["failed", "refused", "partial"], `${provider}: ${answer.status}`).toContain(answer.status);
    expect(answer.error, provider).toMatch(says);
    expect(answer.error, provider).toContain(names[provider]);
    expect(answer.error, provider).toMatch(/^\S.*[.”]$/s);
    expect(answer.error, provider).not.toMatch(/\bat \S+:\d+|[<>{}]|undefined|null|NaN|fetch failed|ECONN(?!RE)/);
    expect(answer.attempts).toBeGreaterThanOrEqual(1);
    expect(answer.attempts).toBeLessThanOrEqual(tries);
    expect(answer.endedAt).not.toBeNull();
    const { blocked = [], skipped = [], found = [] } = category.coverage ?? {};
    expect([...blocked, ...skipped]).toContainEqual({ provider, reason: answer.error });
    expect(found.map((entry) => entry.provider)).not.toContain(provider);
    expect(shown.page.categories.find((each) => each.slug === category.slug)?.answers.find((each) => each.provider === provider)).toMatchObject({
      status: answer.status,
      error: answer.error,
      attempts: answer.attempts,
    });
    expect(flat(shown.text)).toContain(flat(answer.error ?? "").replace(/\.$/, ""));
  }
}

const outcomesOf = (shown: Shown, but: readonly string[] = []) =>
  shown.edition.categories.map(({ slug, status, answers }) => ({
    slug,
    status,
    answers: answers
      .filter((answer) => !but.includes(answer.provider) && answer.provider !== "gemini")
      .map(({ provider, status, sources, attempts, costUsd, costBasis }) => ({ provider, status, sources, attempts, costUsd, costBasis }))
      .sort((a, b) => a.provider.localeCompare(b.provider)),
  }));

let calm: Shown | undefined;
async function calmly(): Promise<Shown> {
  if (calm) return calm;
  calm = await world.research();
  expect(calm.edition.request.status).toBe("completed");
  for (const provider of everyProvider) for (const { answer } of answersOf(calm, provider)) expect(answer).toMatchObject({ provider, status: "ok" });
  await world.forget();
  return calm;
}

describe("one provider that fails", () => {
  it.each(faults.map((entry, index) => ({ ...entry, provider: everyProvider[index % everyProvider.length] ?? "openai" })))(
    "$provider with $fault is told apart, and nobody else is touched",
    async ({ fault, says, provider, whole, tries }) => {
      const before = await calmly();
      world.standins().faults.set({ standin: provider, fault });
      if (slow.test(fault)) hurry(provider, "0.5");
      const shown = await world.research();
      expect(shown.edition.request.status).toBe("completed");
      expect(outcomesOf(shown, [provider])).toEqual(outcomesOf(before, [provider]));
      for (const category of shown.edition.categories) expect(category.outcome).toBe("found");
      if (!whole) expectToldPlainly(shown, provider, says, tries ?? 4);
    },
  );
});

describe("all providers that fail at once", () => {
  it.each(faults.filter(({ whole }) => !whole))("with $fault leave a request that says so, with nothing made up", async ({ fault, says }) => {
    world.standins().faults.set({ standin: "*", fault });
    if (slow.test(fault)) hurry("*", "0.3");
    const growth = watchMemory();
    const shown = await world.research();
    const grown = growth();
    if (endless.test(fault)) expect(grown).toBeLessThan(mostGrowthMb);
    const { request, totals, sources, cost } = shown.edition;
    expect(request.status).toBe("failed");
    expect({ sources, totals }).toMatchObject({ sources: [], totals: { found: 0, claims: 0, sentences: 0, withheld: 0, sources: 0 } });
    for (const category of shown.edition.categories) {
      expect(["failed", "blocked"]).toContain(category.outcome);
      expect(category).toMatchObject({ claims: [], conflicts: [], confidence: null, summary: { sentences: [] } });
    }
    for (const provider of everyProvider) {
      if (provider === "gemini") continue;
      expectToldPlainly(shown, provider, new RegExp(`${says.source}|was not asked`), 4);
    }
    expect(cost.usd).toBeLessThanOrEqual(world.standins().ledger.read().costUsd + 1e-9);
  });
});

describe("the EMA's file of medicines", () => {
  const { subject, categories, providers } = emaAsks;

  it.each(faults)("with $fault is told apart, and openFDA is not touched", async ({ fault, says, whole }) => {
    world.standins().faults.set({ standin: "ema", fault });
    // openFDA has the same time, and has to make it on a busy machine.
    if (slow.test(fault)) hurry("ema", "2");
    const shown = await world.research(providers, categories, subject);
    expect(shown.edition.request.status).toBe("completed");
    for (const { answer } of answersOf(shown, "openfda")) expect(answer.status).toBe("ok");
    if (whole) for (const { answer } of answersOf(shown, "ema")) expect(answer).toMatchObject({ status: "ok", sources: 1 });
    else expectToldPlainly(shown, "ema", says, 4);
  });
});

describe("a provider that cannot be reached", () => {
  it.each([
    ["whose name is not known", "http://no-such-host.invalid"],
    ["at an address that nobody answers", "http://192.0.2.1:4999"],
  ])("%s is said to be so, once, and the others go on", async (_, address) => {
    setEnvironment({ XAI_BASE_URL: `${address}/v1`, OPENFDA_BASE_URL: address });
    hurry("xai", "2");
    hurry("openfda", "2");
    const shown = await world.research();
    expect(shown.edition.request.status).toBe("completed");
    for (const provider of ["xai", "openfda"] as const) expectToldPlainly(shown, provider, /is unreachable from this machine \(.+\)/, 1);
    for (const provider of ["openai", "dailymed"]) for (const { answer } of answersOf(shown, provider)) expect(answer.status).toBe("ok");
  });
});

describe("half of the world", () => {
  it.each([
    ["engines", engineIds, apiIds],
    ["APIs", apiIds, engineIds],
  ] as const)("is enough: %s alone complete a run", async (_, working, failing) => {
    for (const standin of failing) world.standins().faults.set({ standin, fault: "500" });
    const shown = await world.research();
    expect(shown.edition.request.status).toBe("completed");
    expect(shown.edition.categories.map((category) => category.outcome)).toEqual(["found", "found"]);
    for (const provider of working) for (const { answer } of answersOf(shown, provider)) expect(answer).toMatchObject({ provider, status: "ok" });
    for (const provider of failing) expectToldPlainly(shown, provider, /failed on its side \(500\)|was not asked/, 4);
    expect((await world.research(working)).edition.request.status).toBe("completed");
  });
});
