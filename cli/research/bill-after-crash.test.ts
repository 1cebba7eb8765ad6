// A run that spends money and is killed, against the ledger of those who charged for it: another process, which lives on.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { asc } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDatabase } from "@/db/client";
import { providerCalls } from "@/db/schema/providers";
import { editionSchema } from "@/server/research/editions/schema";
import { engines } from "@/standins/engines/engines";
import type { RunningStandins } from "@/standins/server";
import { startOnFreePorts } from "@/standins/testing";
import type { Standin } from "@/standins/wire";
import { type Running, run, start } from "./testing";

type Id = Standin["id"];
const firstWave = ["openai", "perplexity", "xai", "tavily"] as const;
const categories = ["pharmacokinetics", "mechanism_pharmacodynamics"];
const ticksPerUsd = 1e10;

let folder: string;
let standins: RunningStandins;
let environment: Record<string, string>;

/** Answers wait here until they are let go; who has asked since the last look is counted. */
const held = new Map<Id, (() => void)[]>();
const asked = new Map<Id, number>();
let open: readonly Id[] = [];
const count = (id: Id) => asked.get(id) ?? 0;
const letGo = (ids: readonly Id[]) => {
  open = ids;
  for (const id of ids) for (const answer of held.get(id)?.splice(0) ?? []) answer();
};
const gated = (standin: Standin): Standin => ({
  ...standin,
  handle: async (request) => {
    asked.set(standin.id, count(standin.id) + 1);
    if (!open.includes(standin.id)) await new Promise<void>((answer) => held.set(standin.id, [...(held.get(standin.id) ?? []), answer]));
    return standin.handle(request);
  },
});

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "research-bill-"));
  const started = await startOnFreePorts(engines.map(gated));
  standins = started.standins;
  environment = started.environment;
});
afterAll(async () => {
  letGo(firstWave);
  await standins.close();
  rmSync(folder, { recursive: true, force: true });
});

const command = () => [
  ...["metformin", "--pack", "pharma", "--data-dir", folder, "--json"],
  ...categories.flatMap((slug) => ["--category", slug]),
  ...[...firstWave, "gemini"].flatMap((provider) => ["--provider", provider]),
];

async function until(what: string, done: () => boolean, { ended }: Running): Promise<void> {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  while (!done()) {
    if (over) throw new Error(`The command ended before ${what}: ${(await ended).err}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** Starts the command, waits until exactly these have been asked, for both categories, does what is to be done, and kills it. What was being answered is charged all the same. */
async function killed(expected: readonly Id[], reached: (running: Running) => Promise<void>): Promise<void> {
  asked.clear();
  open = [];
  const running = start(command(), environment);
  await until("everybody was asked", () => expected.every((id) => count(id) === categories.length), running);
  await reached(running);
  running.child.kill("SIGKILL");
  expect(await running.ended).toMatchObject({ signal: "SIGKILL", out: "" });
  expect(Object.fromEntries([...asked])).toEqual(Object.fromEntries(expected.map((id) => [id, categories.length])));
  const before = charged();
  const waiting = [...held.values()].reduce((sum, answers) => sum + answers.length, 0);
  letGo(firstWave);
  while (charged() < before + waiting) await new Promise((resolve) => setTimeout(resolve, 2));
}
const charged = () => standins.ledger.read().calls.length;

async function bill() {
  const database = await openDatabase({ kind: "pglite", folder: path.join(folder, "database") });
  try {
    return await database.db.select().from(providerCalls).orderBy(asc(providerCalls.startedAt));
  } finally {
    await database.close();
  }
}

it("the bill is the ledger's to the cent after three kills: every call stands in it once, the repeated ones as such", async () => {
  // While all four answer.
  await killed(firstWave, async () => {});
  // When Tavily's answers have been stored and the others' are under way.
  await killed(firstWave, async ({ saw }) => {
    letGo(["tavily"]);
    await saw(/tavily brought \d+ sources?[\s\S]+tavily brought \d+ sources?/);
  });
  // Between an answer and its storing, as near as another process can tell: it has been written, and perhaps read.
  await killed(["openai", "perplexity", "xai"], async (running) => {
    const before = charged();
    letGo(["openai"]);
    await until("the answer was charged", () => charged() > before, running);
  });

  asked.clear();
  open = engines.map((engine) => engine.id);
  const last = await run(command(), environment);
  expect(last, last.err).toMatchObject({ code: 0 });
  expect(last.err).toContain("Continuing the run that was interrupted.");
  const edition = editionSchema.parse(JSON.parse(last.out));
  expect(edition.totals).toMatchObject({ categories: 2, settled: 2, found: 2 });
  // What was stored is not asked for again; what was not, once more.
  expect(count("tavily")).toBe(0);
  for (const id of ["perplexity", "xai"] as const) expect(count(id)).toBe(2);

  const ledger = standins.ledger.read();
  const lines = await bill();
  expect(lines.map((line) => line.state)).not.toContain("open");
  for (const { id } of engines) {
    const own = lines.filter((line) => line.provider === id);
    const ticks = own.reduce((sum, line) => sum + (line.costTicks ?? Number.NaN), 0);
    expect({ id, calls: own.length, usd: ticks / ticksPerUsd }).toEqual({
      id,
      calls: ledger.totals[id]?.calls,
      usd: expect.closeTo(ledger.totals[id]?.costUsd ?? 0, 9),
    });
    expect(edition.cost.byProvider[id]).toBeCloseTo(ledger.totals[id]?.costUsd ?? 0, 9);
  }
  expect(edition.cost).toMatchObject({ usd: expect.closeTo(ledger.costUsd, 9), unknown: 0 });

  const lost = lines.filter((line) => line.state === "lost");
  expect(lost.length).toBeGreaterThanOrEqual(8 + 6 + 4);
  for (const line of lost)
    expect(line).toMatchObject({ basis: "estimated", reason: expect.stringContaining("counted as much as the call that repeated it") });
  // Of one answer each kill costs one call at most.
  const answers = new Map<string, number>();
  for (const { answerId } of lost) answers.set(answerId ?? "", (answers.get(answerId ?? "") ?? 0) + 1);
  expect(Math.max(...answers.values())).toBeLessThanOrEqual(3);
  const repeated = edition.categories.flatMap((category) => category.answers).filter((answer) => answer.attempts > 1);
  expect(repeated.map((answer) => answer.costBasis)).not.toContain("unknown");
}, 900_000);
