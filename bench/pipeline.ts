// The main job whole: 17 categories, five answer engines each, on stand-ins that answer after a fixed time, three categories at a time. PGlite in a
// folder, the embedded engine, the use cases as a server runs them; only what the engines say is made up.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { users } from "@/db/schema/identity";
import { boot } from "@/inngest/boot";
import { systemClock } from "@/server/platform/clock";
import { config, setEnvironment } from "@/server/platform/config";
import { type Ctx, makeCtx } from "@/server/platform/context";
import { getDb } from "@/server/platform/database";
import { eventPort } from "@/server/platform/event-port";
import { newId } from "@/server/platform/ids";
import { logger } from "@/server/platform/log";
import { readEdition } from "@/server/research/editions/read-edition";
import { submitRequestSchema } from "@/server/research/requests/schema";
import { submitRequest } from "@/server/research/requests/submit-request";
import { watchRun } from "@/server/research/requests/watch-run";
import { engines } from "@/standins/engines/engines";
import { type RunningStandins, startStandins } from "@/standins/server";
import { listSchedule } from "./lib/list-schedule";
import { watchMemory } from "./lib/watch-memory";

/** Milliseconds before the first byte: less than an answer with a search behind it takes, so that overhead weighs more here than in use. */
const latencies = { openai: 4000, perplexity: 3000, xai: 5000, gemini: 2500, tavily: 1000 } as const;
const providers = Object.keys(latencies) as (keyof typeof latencies)[];
const longestMs = 10 * 60_000;
/** Thirty ports from here on are tried, then the next thirty. */
const firstPorts = [41_000, 41_100, 41_200, 41_300, 41_400];

/** Runs the pharmaceutical pack once; `database` is a PostgreSQL URL to use instead of PGlite. */
export async function run(args: { corpus?: string; database?: string }): Promise<Record<string, unknown>> {
  const folder = await mkdtemp(path.join(tmpdir(), "variorum-bench-"));
  const { standins, firstPort } = await startOnFreePorts();
  try {
    for (const [standin, ms] of Object.entries(latencies)) standins.latency.set(standin, ms);
    setEnvironment({
      VARIORUM_STANDINS: "1",
      VARIORUM_STANDINS_PORT: String(firstPort),
      // Gemini asks over passages that are there before it is asked; with its own search it is asked like the others.
      GEMINI_GROUNDING: "on",
      VARIORUM_DATA_DIR: folder,
      DATABASE_URL: args.database ?? "",
      LOG_LEVEL: "error",
    });
    const { stop } = await boot();
    try {
      return await measure(await account(), standins);
    } finally {
      await stop();
    }
  } finally {
    await standins.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function startOnFreePorts(): Promise<{ standins: RunningStandins; firstPort: number }> {
  let refused: unknown;
  for (const firstPort of firstPorts) {
    try {
      return { standins: await startStandins(engines, { firstPort }), firstPort };
    } catch (error) {
      refused = error;
    }
  }
  throw refused;
}

async function account(): Promise<Ctx> {
  const db = await getDb();
  const id = newId();
  await db.insert(users).values({ id, name: "Bench", email: `${id}@example.org`, status: "approved" });
  const actor = { kind: "user", userId: id, role: "user", status: "approved" } as const;
  return makeCtx({ db, actor, log: logger(), clock: systemClock, events: eventPort() });
}

async function measure(ctx: Ctx, standins: RunningStandins): Promise<Record<string, unknown>> {
  const memory = watchMemory();
  const cpu = process.cpuUsage();
  const began = performance.now();
  const input = submitRequestSchema.parse({ subject: "metformin", pack: "pharma", providers, capUsd: 100, idempotencyKey: newId() });
  const { id } = await submitRequest(ctx, input);
  const watch = await watchRun(ctx, { id, cursor: 0 });
  const delays: number[] = [];
  for await (const event of watch.events(0, AbortSignal.timeout(longestMs))) {
    delays.push(Date.now() - Date.parse(event.at));
    if (event.type === "category.ended") process.stderr.write(`${((performance.now() - began) / 1000).toFixed(2)} s: a category ended\n`);
  }
  const wallSeconds = (performance.now() - began) / 1000;
  const used = process.cpuUsage(cpu);
  const { peakRssMb, loopP95Ms, loopMaxMs } = memory.stop();
  const edition = await readEdition(ctx, id);
  const { calls, costUsd } = standins.ledger.read();
  const expected = edition.categories.length * providers.length;
  if (edition.request.status !== "completed") throw new Error(`The request ended as ${edition.request.status}: ${edition.request.note ?? ""}`);
  if (calls.length !== expected) throw new Error(`${calls.length} calls reached the stand-ins; ${expected} were expected.`);
  const slowest = Math.max(...Object.values(latencies)) / 1000;
  const places = config().research.parallelCategories;
  const boundSeconds = listSchedule(
    edition.categories.map(() => slowest),
    places,
  );
  const percentile = (share: number) => delays.toSorted((a, b) => a - b)[Math.min(delays.length - 1, Math.floor(delays.length * share))] ?? null;
  return {
    wallSeconds: rounded(wallSeconds),
    boundSeconds,
    ratio: rounded(wallSeconds / boundSeconds),
    // Whatever the latencies are, this much is added for each round of categories.
    overheadMsPerRound: Math.round(((wallSeconds - boundSeconds) * 1000) / Math.ceil(edition.categories.length / places)),
    eventsPerSecond: rounded(delays.length / wallSeconds),
    eventLatencyP50Ms: percentile(0.5),
    eventLatencyP95Ms: percentile(0.95),
    peakRssMb,
    categories: edition.categories.length,
    providers: providers.length,
    atATime: places,
    latencyMs: latencies,
    calls: calls.length,
    sources: edition.sources.length,
    claims: edition.totals.claims,
    events: delays.length,
    cpuSeconds: rounded((used.user + used.system) / 1e6),
    loopP95Ms,
    loopMaxMs,
    billedUsd: edition.cost.usd,
    unknownCosts: edition.cost.unknown,
    standinsUsd: costUsd,
  };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
