import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openDatabase, rowsOf } from "@/db/client";

const script = path.join(import.meta.dirname, "kill-child.ts");
/** In the order in which the run comes to them; "statement:n" falls between any two writes of the engine. */
const points = ["before:a", "after:a", "statement:9", "memo:c", "after:p2", "memo:send", "after:invoked"];

function runChild(folder: string, point: string): Promise<{ signal: string | null; code: number | null; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", script, folder, point], { stdio: ["ignore", "ignore", "pipe"] });
    let stderr = "";
    child.stderr.on("data", (data) => {
      stderr += String(data);
    });
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, stderr }));
  });
}

test("a run that is killed again and again ends as if nothing had happened, and repeats only what was being run", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "variorum-kill-"));
  try {
    for (const point of points) expect(await runChild(path.join(folder, "database"), point), point).toMatchObject({ signal: "SIGKILL" });
    expect(await runChild(path.join(folder, "database"), "none")).toMatchObject({ code: 0 });

    const { db, close } = await openDatabase({ kind: "pglite", folder: path.join(folder, "database") });
    const effects = rowsOf<{ name: string; n: number }>(await db.execute(sql`select name, count(*)::int as n from kill_effect group by name`));
    const runs = rowsOf<{ status: string; n: number }>(
      await db.execute(sql`select function_id || ' ' || status as status, count(*)::int as n from engine_run group by 1 order by 1`),
    );
    const left = rowsOf(await db.execute(sql`select id from engine_job`));
    await close();

    const times = Object.fromEntries(effects.map((row) => [row.name, row.n]));
    expect(Object.keys(times).toSorted()).toEqual(["a", "b", "c", "end after invoked", "invoked", "p1", "p2", "p3", "sent"]);
    // A kill between an effect and its memo repeats the steps that were being run; nothing else may run twice.
    const extra = (names: string[]) => names.reduce((sum, name) => sum + (times[name] ?? 0) - 1, 0);
    expect(extra(["a", "b", "c"])).toBeGreaterThanOrEqual(1);
    expect(extra(["a", "b", "c"])).toBeLessThanOrEqual(2);
    expect(extra(["p1", "p2", "p3"])).toBeLessThanOrEqual(3);
    expect(times).toMatchObject({ sent: 1, invoked: 2, "end after invoked": 1 });
    expect(runs).toEqual([
      { status: "kill-child completed", n: 2 },
      { status: "kill-run completed", n: 1 },
    ]);
    expect(left).toEqual([]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 900_000);
