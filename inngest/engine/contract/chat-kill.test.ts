import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openDatabase, rowsOf } from "@/db/client";
import { llm } from "@/standins/llm/llm";
import { startStandins } from "@/standins/server";

const script = path.join(import.meta.dirname, "chat-child.ts");

/** Kills the process as soon as it says that so many sentences stand; null: lets it end. */
function runChild(args: readonly string[], killAt: number | null): Promise<{ signal: string | null; code: number | null; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", script, ...args], { stdio: ["ignore", "pipe", "pipe"] });
    let stderr = "";
    child.stdout.on("data", (data) => {
      const standing = [...String(data).matchAll(/working (\d+)/g)].map((match) => Number(match[1]));
      if (killAt !== null && Math.max(-1, ...standing) >= killAt) child.kill("SIGKILL");
    });
    child.stderr.on("data", (data) => {
      stderr += String(data);
    });
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, stderr }));
  });
}

test("an answer whose writing is killed in the middle ends once, says nothing twice, and every call of its model stands once in the bill", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "variorum-chat-"));
  const standins = await startStandins([llm]);
  try {
    const args = [folder, standins.baseUrl("llm")];
    // Slow enough that a sentence stands while the next ones are on their way.
    standins.faults.set({ standin: "llm", fault: "drip:4" });
    for (const killAt of [0, 1]) expect(await runChild(args, killAt), `${killAt}`).toMatchObject({ signal: "SIGKILL" });
    standins.faults.clear();
    const last = await runChild(args, null);
    expect(last, last.stderr).toMatchObject({ code: 0 });

    const { db, close } = await openDatabase({ kind: "pglite", folder: path.join(folder, "database") });
    const rows = async <T extends Record<string, unknown>>(query: ReturnType<typeof sql>) => rowsOf<T>(await db.execute(query));
    const answers = await rows<{ status: string; text: string; cost_usd: number }>(sql`select status, text, cost_usd from chat_answer`);
    const ended = await rows(sql`select 1 from audit_entry where action = 'answer.end'`);
    const told = await rows<{ type: string }>(sql`select type from stream_event where type in ('answer.ended', 'answer.draft')`);
    const bill = await rows<{ state: string; cost: number | null }>(
      sql`select state, cost_ticks::float8 as cost from provider_call where purpose = 'write' order by started_at`,
    );
    await close();

    expect(answers).toHaveLength(1);
    expect(answers[0]?.status).toBe("answered");
    const sentences = answers[0]?.text.split(/(?<=\.) /) ?? [];
    expect(sentences).toHaveLength(4);
    expect(new Set(sentences).size).toBe(4);
    expect(ended).toHaveLength(1);
    expect(told.map(({ type }) => type)).toEqual(["answer.ended"]);
    expect(bill).toHaveLength(standins.ledger.read().calls.length);
    const settled = bill.filter(({ state }) => state === "settled");
    expect(settled).toHaveLength(1);
    expect(settled[0]?.cost).toBeCloseTo((answers[0]?.cost_usd ?? 0) * 1e10, 0);
    expect(settled[0]?.cost).toBeGreaterThan(0);
  } finally {
    await standins.close();
    await rm(folder, { recursive: true, force: true });
  }
}, 600_000);
