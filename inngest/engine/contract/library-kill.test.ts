import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openDatabase, rowsOf } from "@/db/client";

const script = path.join(import.meta.dirname, "library-child.ts");

/** Kills the process as soon as it says that so many documents are ready; null: lets it end. */
function runChild(folder: string, killAt: number | null): Promise<{ signal: string | null; code: number | null; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", script, folder], { stdio: ["ignore", "pipe", "pipe"] });
    let stderr = "";
    child.stdout.on("data", (data) => {
      const ready = Math.max(0, ...[...String(data).matchAll(/ready (\d+)/g)].map((match) => Number(match[1])));
      if (killAt !== null && ready >= killAt) child.kill("SIGKILL");
    });
    child.stderr.on("data", (data) => {
      stderr += String(data);
    });
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, stderr }));
  });
}

test("of 50 files whose processing is killed again and again, all end and none twice", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "variorum-files-"));
  try {
    for (const killAt of [0, 3, 20, 40]) expect(await runChild(folder, killAt), `${killAt}`).toMatchObject({ signal: "SIGKILL" });
    expect(await runChild(folder, null)).toMatchObject({ code: 0 });

    const { db, close } = await openDatabase({ kind: "pglite", folder: path.join(folder, "database") });
    const rows = async (query: ReturnType<typeof sql>) => rowsOf<{ what: string; n: number }>(await db.execute(query));
    const documents = await rows(sql`select status as what, count(*)::int as n from document group by 1`);
    const passages = await rows(sql`select 'passages' as what, count(*)::int as n from passage group by document_id having count(*) <> 1`);
    const ended = await rows(sql`select entity_id as what, count(*)::int as n from audit_entry where action = 'document.process' group by 1`);
    const steps = await rows(sql`select step || ' ' || status as what, count(*)::int as n from document_step group by 1 order by 1`);
    const references = await rows(sql`select scheme as what, count(*)::int as n from document_reference group by 1`);
    const scope = await rows(sql`select 'passages' as what, passage_count as n from search_scope`);
    const told = await rows(sql`
      select type || coalesce(' ' || (body->>'status'), '') as what, count(*)::int as n from stream_event group by 1 order by 1`);
    const twice = await rows(sql`
      select min(type) as what, count(*)::int as n from stream_event group by type, body->>'documentId', body->>'step', body->>'status' having count(*) > 1`);
    const left = await rows(sql`select id as what, 1 as n from engine_job`);
    await close();

    expect(documents).toEqual([{ what: "ready", n: 50 }]);
    expect(passages).toEqual([]);
    expect(ended.map(({ n }) => n)).toEqual(Array.from({ length: 50 }, () => 1));
    expect(references).toEqual([{ what: "scripture", n: 50 }]);
    expect(scope).toEqual([{ what: "passages", n: 50 }]);
    expect(steps).toEqual(
      ["index done", "meanings skipped", "read done", "record skipped", "references done", "themes done"].map((what) => ({ what, n: 50 })),
    );
    expect(told).toEqual([
      { what: "document.added", n: 50 },
      { what: "document.processing", n: 50 },
      { what: "document.ready", n: 50 },
      { what: "document.step done", n: 200 },
      { what: "document.step running", n: 300 },
      { what: "document.step skipped", n: 100 },
    ]);
    expect(twice).toEqual([]);
    expect(left).toEqual([]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 900_000);
