// 200 sequential tiny steps, 100 parallel ones, and 50 runs of five, on the embedded engine over PGlite in a folder.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Database, openDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { createEngine } from "@/inngest/engine/engine";
import { createEmbeddedClient } from "@/inngest/engine/transport";
import { logger } from "@/server/platform/log";

const rounds = 5;

/** Measures each load `rounds` times and reports medians; `database` is a PostgreSQL URL to use instead of PGlite. */
export async function run(args: { corpus?: string; database?: string }): Promise<Record<string, unknown>> {
  const folder = await mkdtemp(path.join(tmpdir(), "variorum-bench-"));
  try {
    const database = await openDatabase(
      args.database ? { kind: "pg", url: args.database } : { kind: "pglite", folder: path.join(folder, "database") },
    );
    try {
      await migrateDatabase(database);
      return await measure(database);
    } finally {
      await database.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(database: Database): Promise<Record<string, unknown>> {
  const client = createEmbeddedClient({ id: "bench", logger: logger() });
  const sequential = client.createFunction({ id: "sequential", triggers: [{ event: "bench/sequential" }] }, async ({ step }) => {
    for (let i = 0; i < 200; i++) await step.run(`s${i}`, () => i);
  });
  const parallel = client.createFunction({ id: "parallel", triggers: [{ event: "bench/parallel" }] }, async ({ step }) => {
    await Promise.all(Array.from({ length: 100 }, (_, i) => step.run(`p${i}`, () => i)));
  });
  const five = client.createFunction({ id: "five", triggers: [{ event: "bench/five" }] }, async ({ step }) => {
    for (let i = 0; i < 5; i++) await step.run(`s${i}`, () => i);
  });
  const functions = [sequential, parallel, five];
  const engine = createEngine({ db: database.db, client, functions, log: logger(), exclusive: database.kind === "pglite" });
  await engine.start();
  let expected = 0;
  const seconds = async (name: string, runs: number): Promise<number> => {
    expected += runs;
    const began = performance.now();
    await engine.send(Array.from({ length: runs }, () => ({ name })));
    await engine.idle();
    const took = (performance.now() - began) / 1000;
    const { completed } = engine.metrics().ended;
    if (completed !== expected) throw new Error(`${completed} runs ended of ${expected}.`);
    process.stderr.write(`${name}: ${took.toFixed(3)} s\n`);
    return took;
  };
  const taken: Record<"sequential" | "parallel" | "five", number[]> = { sequential: [], parallel: [], five: [] };
  for (let round = 0; round < rounds; round++) {
    taken.sequential.push(await seconds("bench/sequential", 1));
    taken.parallel.push(await seconds("bench/parallel", 1));
    taken.five.push(await seconds("bench/five", 50));
  }
  await engine.stop();
  const sequential200Seconds = median(taken.sequential);
  return {
    bench: "engine",
    database: database.kind,
    sequential200Seconds,
    parallel100Seconds: median(taken.parallel),
    runs50x5Seconds: median(taken.five),
    msPerStep: (sequential200Seconds * 1000) / 200,
    peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
