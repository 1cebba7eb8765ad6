// Keys that can be told from everything else go out with every call; services repeat them, in refusals and in answers. None may come to rest anywhere.

import { sql } from "drizzle-orm";
import pino from "pino";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { rowsOf } from "@/db/client";
import { setEnvironment } from "@/server/platform/config";
import { messageOf } from "@/server/platform/errors";
import { logger } from "@/server/platform/log";
import { editionText } from "@/server/research/editions/core/edition-text";
import { readProviderPanel } from "@/server/research/editions/provider-panel";
import { readEdition } from "@/server/research/editions/read-edition";
import { readRawAnswer } from "@/server/research/editions/read-raw-answer";
import { testProvider } from "@/server/research/resilience/test-provider";
import { readSnapshots } from "@/server/research/snapshots/snapshots";
import { readBill } from "@/server/research/spending/read-bill";
import { secretsOf } from "@/standins/echo";
import { categories, engineIds, everyProvider, plantedKey, plantedMark, type Shown, useFaultyWorld } from "./faults/testing";

vi.setConfig({ testTimeout: 180_000 });

const world = useFaultyWorld();
const runs: Shown[] = [];
const said: string[] = [];
const faults = ["echo", "echo:400", "echo:401", "echo:403", "echo:429", "echo:500", "cut-stream:300", "proto", "refused"];

beforeAll(() => {
  const log = logger();
  log.level = "trace";
  Object.assign(Reflect.get(log, pino.symbols.streamSym), { write: (line: string) => said.push(line) > 0 });
});
beforeEach(world.forget);

/** Where a planted key stands in a text, with some of what is around it. */
function leaksIn(where: string, text: string): string[] {
  return [...text.matchAll(new RegExp(plantedMark, "g"))]
    .slice(0, 3)
    .map((match) => `${where}: …${text.slice(Math.max(0, match.index - 120), match.index + 40)}…`);
}

async function everyRow(): Promise<Map<string, string>> {
  const { db } = world.test;
  const tables = rowsOf<{ name: string }>(
    await db.execute(sql`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`),
  );
  const found = new Map<string, string>();
  for (const { name } of tables) {
    const rows = rowsOf<{ line: string }>(await db.execute(sql`select t::text as line from ${sql.identifier(name)} t`));
    found.set(name, rows.map((row) => row.line).join("\n"));
  }
  return found;
}

describe("keys of the installation", () => {
  it.each(faults)("go out, and services do their worst with them (%s)", async (fault) => {
    for (const standin of everyProvider) world.standins().faults.set({ standin, fault });
    setEnvironment({ LOG_LEVEL: "trace" });
    const shown = await world.research();
    runs.push(shown);
    expect(["completed", "failed"]).toContain(shown.edition.request.status);
    expect(leaksIn("--json", shown.json)).toEqual([]);
  });

  it("are sent: what is not sent could not leak", () => {
    const authorization = `Bearer ${plantedKey("OPENAI")}`;
    const secrets = secretsOf({ method: "GET", path: "/", query: new URLSearchParams(), headers: { authorization }, body: "" });
    expect(secrets).toEqual([plantedKey("OPENAI")]);
    expect(leaksIn("sent", secrets.join())).toHaveLength(1);
  });

  it("stand in no row of any table: events, audit, answers, ledger, steps of the engine", async () => {
    const rows = await everyRow();
    expect([...rows].filter(([, text]) => text !== "").map(([name]) => name)).toEqual(
      expect.arrayContaining(["answer", "audit_entry", "engine_step", "provider_call", "snapshot", "source", "stream_event"]),
    );
    expect([...rows].flatMap(([name, text]) => leaksIn(name, text))).toEqual([]);
  });

  it("stand in no stored body and in no text of a source", async () => {
    const { db } = world.test;
    const hashes = rowsOf<{ hash: string }>(await db.execute(sql`select hash from snapshot`)).map((row) => row.hash);
    expect(hashes.length).toBeGreaterThan(20);
    const texts = await readSnapshots(db, hashes);
    expect([...texts].flatMap(([hash, text]) => leaksIn(`snapshot ${hash}`, text))).toEqual([]);
    expect([...texts.values()].some((text) => text.includes("[key]"))).toBe(true);
    const ctx = await world.ctxOf();
    for (const { id } of runs)
      for (const slug of categories)
        for (const provider of engineIds) {
          const body = await readRawAnswer(ctx, { id, slug, provider }).then(
            (raw) => raw.body,
            (error: unknown) => messageOf(error),
          );
          expect(leaksIn(`${slug} ${provider}`, String(body))).toEqual([]);
        }
  });

  it("stand on no page and in no export, and no error tells them", async () => {
    const ctx = await world.ctxOf();
    for (const { id, page, text } of runs) {
      const shown: unknown[] = [page, await readBill(ctx, { requestId: id })];
      for (const slug of categories) shown.push(await readProviderPanel(ctx, { id, slug }));
      const exported = editionText(await readEdition(ctx, id), "md");
      expect([...leaksIn("page", JSON.stringify(shown)), ...leaksIn("text", text), ...leaksIn("markdown", exported)]).toEqual([]);
    }
    world.standins().faults.set({ standin: "*", fault: "echo:401" });
    for (const provider of engineIds) {
      const told = await testProvider(ctx, { provider }).then(JSON.stringify, (error: unknown) => messageOf(error));
      expect(leaksIn("test call", told)).toEqual([]);
    }
  });

  it("stand in no line of the log", () => {
    expect(said.length).toBeGreaterThan(10);
    expect(leaksIn("log", said.join(""))).toEqual([]);
  });
});
