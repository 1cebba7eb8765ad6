import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDatabase, rowsOf } from "@/db/client";
import { verifyAudit } from "@/server/audit/verify";
import { type Edition, editionSchema } from "@/server/research/editions/schema";
import { type Running, run, slowRefusal, start } from "./testing";

let folder: string;

beforeAll(async () => {
  slowly = await slowRefusal();
  folder = mkdtempSync(path.join(tmpdir(), "research-crash-"));
  mkdirSync(path.join(folder, "library"));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, "library", name), text);
});
afterAll(() => {
  slowly.close();
  rmSync(folder, { recursive: true, force: true });
});

const files = {
  "label.md": `---
title: Metformin tablets, a label
date: 2018-05
jurisdiction: US
tier: 1
---
# Metformin

## Indications

Metformin is indicated as an adjunct to diet and exercise in adults with type 2 diabetes mellitus.

## Dosage and administration

The recommended starting dose of metformin is 500 mg twice a day. The maximum recommended daily dose of metformin is 2550 mg per day.

## Pharmacokinetics

The elimination half-life of metformin in plasma is about 6.2 hours. Metformin is not bound to plasma proteins.

## Contraindications

Metformin is contraindicated in patients with an eGFR below 30 mL/min/1.73 m².
`,
  "review.txt": `Metformin: a review.

In plasma the elimination half-life of metformin is about 6.2 hours, in whole blood about 17.6 hours.

The maximum recommended daily dose of metformin is 3000 mg per day. Metformin is contraindicated in severe renal impairment.
`,
  "study.html": `<!doctype html><title>Metformin in twelve volunteers</title><h1>Metformin in twelve volunteers</h1>
<p>The elimination half-life of metformin in plasma was 4.7 hours in healthy adults. The mean absolute bioavailability was 52 %.</p>`,
};
const command = (data: string) => [
  ...[
    "metformin",
    "--pack",
    "pharma",
    "--library",
    path.join(folder, "library"),
    "--data-dir",
    data,
    "--json",
    "--provider",
    "library",
    "--provider",
    "openfda",
  ],
  ...["pharmacokinetics", "indications", "dosage_administration", "contraindications_boxed_warnings", "patents_exclusivity_competition"].flatMap(
    (slug) => ["--category", slug],
  ),
];

/** Much is left to do wherever the process is killed. */
let slowly: Awaited<ReturnType<typeof slowRefusal>>;

/** Where the process is killed, in the order in which a run comes to them. */
const points: readonly { readonly name: string; readonly reached: (running: Running, data: string) => Promise<void> }[] = [
  { name: "while documents are taken in", reached: (running, data) => firstFile(running, path.join(data, "files")) },
  { name: "when the first category has started", reached: ({ saw }) => saw(/5 categories; asking library, openfda\b/) },
  { name: "between the provider's answer and the end", reached: ({ saw }) => saw(/Pharmacokinetics: library brought \d+ sources\n/) },
  { name: "when claims have been read", reached: ({ saw }) => saw(/Pharmacokinetics: \d+ claims\n/) },
  { name: "when a category has ended and the next one starts", reached: ({ saw }) => saw(/\n 1 Pharmacokinetics: /) },
];

async function firstFile({ child }: Running, storage: string): Promise<void> {
  while (!existsSync(storage) || readdirSync(storage, { recursive: true }).length === 0) {
    if (child.exitCode !== null) throw new Error("It ended before it stored a file.");
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** Everything that may be neither lost nor doubled, without what differs by nature: ids, instants, source numbers. */
async function stored(data: string) {
  const database = await openDatabase({ kind: "pglite", folder: path.join(data, "database") });
  const list = async (query: string) => rowsOf<{ line: string }>(await database.db.execute(sql.raw(`select ${query}`))).map((row) => row.line);
  try {
    return {
      requests: await list("status as line from request"),
      categories: await list("slug || ' ' || state || ' ' || outcome || ' ' || source_count as line from request_category order by position"),
      events: await list("type || ' x' || count(*) as line from stream_event group by type order by 1"),
      gaps: await list(
        "s.id as line from stream s where s.seq <> (select count(*) from stream_event e where e.stream_id = s.id) or s.seq <> (select coalesce(max(seq), 0) from stream_event e where e.stream_id = s.id)",
      ),
      trail: await list("action || ' x' || count(*) as line from audit_entry group by action order by 1"),
      chain: (await verifyAudit(database.db)).break,
      documents: await list("file_name || ' ' || status || ' ' || passage_count as line from document order by 1"),
      sources: await list("identity_key as line from source order by 1"),
      numbers: await list("number::text as line from source order by number"),
      mentions: await list(
        "c.slug || ' ' || s.identity_key as line from source_mention m join source s on s.id = m.source_id join request_category c on c.id = m.request_category_id order by 1",
      ),
      answers: await list(
        "c.slug || ' ' || a.provider || ' ' || a.status as line from answer a join request_category c on c.id = a.request_category_id order by 1",
      ),
      claims: await list("attribute || ' ' || quote as line from claim order by 1"),
      conflicts: await list("attribute || ' ' || kind || ' ' || status as line from conflict order by 1"),
      sentences: await list(
        "c.slug || ' ' || s.status || ' ' || s.text as line from sentence s join request_category c on c.id = s.request_category_id order by 1",
      ),
      rungs: await list("rung || ' ' || state || ' x' || count(*) as line from verification group by rung, state order by 1"),
      jobs: await list("kind as line from engine_job j join engine_run r on r.id = j.run_id where r.ended_at is not null"),
    };
  } finally {
    await database.close();
  }
}

it("a run that is killed at five points ends as one that never was: nothing lost, nothing doubled", async () => {
  const [calm, stormy] = [path.join(folder, "calm"), path.join(folder, "stormy")];
  const reference = await run(command(calm), slowly.environment());
  expect(reference, reference.err).toMatchObject({ code: 0 });

  for (const { name, reached } of points) {
    const running = start(command(stormy), slowly.environment());
    await reached(running, stormy);
    running.child.kill("SIGKILL");
    expect(await running.ended, name).toMatchObject({ signal: "SIGKILL", out: "" });
  }
  const last = await run(command(stormy), slowly.environment());
  expect(last, last.err).toMatchObject({ code: 0 });
  expect(last.err).toContain("Continuing the run that was interrupted.");

  const [expected, found] = [await stored(calm), await stored(stormy)];
  expect(expected).toMatchObject({ requests: ["completed"], gaps: [], chain: null, jobs: [] });
  expect(expected.sentences.length).toBeGreaterThan(4);
  expect(expected.claims.length).toBeGreaterThan(4);
  expect(found).toEqual(expected);
  expect(printed(last.out)).toEqual(printed(reference.out));
}, 900_000);

/** The edition as readers see it, without ids and instants. */
function printed(out: string) {
  const edition: Edition = editionSchema.parse(JSON.parse(out));
  return {
    status: edition.request.status,
    totals: edition.totals,
    categories: edition.categories.map(({ slug, outcome, coverage, confidence, quality, summary }) => ({
      slug,
      outcome,
      coverage,
      confidence,
      quality,
      sentences: summary.sentences.map((sentence) => [sentence.section, sentence.text, sentence.citations.map((citation) => citation.quote)]),
    })),
  };
}
