// For tests of what `npm run research -- --json` prints when providers fail: runs in this process, with every provider at a stand-in.
import { sql } from "drizzle-orm";
import { afterAll, beforeAll } from "vitest";
import { packs } from "@/db/seed/packs";
import { useTestDatabase } from "@/db/testing";
import { functionsFor } from "@/inngest/testing";
import { operatorActor } from "@/server/identity/operator";
import { systemClock } from "@/server/platform/clock";
import { setEnvironment } from "@/server/platform/config";
import { makeCtx } from "@/server/platform/context";
import { logger } from "@/server/platform/log";
import { seedPacks } from "@/server/research/categories/seed-packs";
import { editionText } from "@/server/research/editions/core/edition-text";
import { readEdition, readRun } from "@/server/research/editions/read-edition";
import { editionSchema, runSnapshotSchema } from "@/server/research/editions/schema";
import { findProvider, listProviders } from "@/server/research/providers/registry";
import { submitRequestSchema } from "@/server/research/requests/schema";
import { submitRequest } from "@/server/research/requests/submit-request";
import { watchRun } from "@/server/research/requests/watch-run";
import { closeBreaker } from "@/server/research/resilience/breakers";
import type { RunningStandins } from "@/standins/server";
import { startOnFreePorts, vendorEnvironment } from "@/standins/testing";

export const engineIds = ["openai", "perplexity", "xai", "gemini", "tavily"] as const;
export const apiIds = ["openfda", "dailymed", "pubmed"] as const;
export const everyProvider = [...engineIds, ...apiIds];
/** Asks the EMA for its file of medicines, which only some drugs stand in. */
export const emaAsks = { subject: "apixaban", categories: ["regulatory_status"], providers: ["openfda", "ema"] } as const;
/** Each asks all five engines and the three APIs above. */
export const categories = ["overdose_toxicology", "mechanism_pharmacodynamics"];
const longestMs = 150_000;

/** A key that is told apart from everything else by its end, in its vendor's form. */
const forms: Record<string, string> = { OPENAI: "sk-proj-", XAI: "xai-", PERPLEXITY: "pplx-", TAVILY: "tvly-", GEMINI: "AIzaSy" };
export const plantedKey = (name: string) => `${forms[name] ?? ""}planted${name}Qq7Zx0secret`;
export const plantedMark = /planted\w{0,12}Qq7Zx0/;

export type Shown = Awaited<ReturnType<ReturnType<typeof useFaultyWorld>["research"]>>;

/** Registers hooks; a run begins with providers that have never failed, remembered nothing, and have all their turns. */
export function useFaultyWorld() {
  const test = useTestDatabase();
  const engine = functionsFor(test, { longestRetryMs: 20 });
  let standins: RunningStandins | undefined;
  let count = 0;
  let forgotten = 0;
  const world = () => {
    if (!standins) throw new Error("The stand-ins start in beforeAll: use them inside tests only.");
    return standins;
  };
  const ctxOf = async () => makeCtx({ db: test.db, actor: await operatorActor(test.db), log: logger(), clock: systemClock, events: engine.events });

  async function forget(): Promise<void> {
    // The EMA's file is kept by its address: under another one of the same place nothing is known of it yet.
    forgotten += 1;
    setEnvironment({ ...vendorEnvironment(world(), plantedKey), EMA_BASE_URL: `${world().baseUrl("ema")}/${forgotten}/..` });
    world().faults.clear();
    world().ledger.clear();
    for (const { id } of listProviders()) {
      const provider = findProvider(id);
      if (provider) await closeBreaker(test.db, provider);
    }
    await test.db.execute(sql`delete from rate_limit`);
    for (const key of Object.getOwnPropertySymbols(globalThis))
      if (/^variorum\.[\w-]+-bodies$/.test(Symbol.keyFor(key) ?? "")) Reflect.deleteProperty(globalThis, key);
  }

  beforeAll(async () => {
    await seedPacks(test.db, packs);
    standins = (await startOnFreePorts()).standins;
    // What a broken answer cost is not known, so it counts as the most it may: hundreds of them count for much.
    setEnvironment({ VARIORUM_MONTHLY_CAP_USD: "10000" });
  });
  afterAll(() => standins?.close());

  return {
    test,
    standins: world,
    ctxOf,
    forget,
    /** What the command prints and what the page shows once the run has ended. */
    async research(providers: readonly string[] = everyProvider, only: readonly string[] = categories, subject = "metformin") {
      const ctx = await ctxOf();
      count += 1;
      const asked = { subject, pack: "pharma", categories: [...only], providers: [...providers], fresh: true, capUsd: 50 };
      const { id } = await submitRequest(ctx, submitRequestSchema.parse({ ...asked, idempotencyKey: `of-faults-${count}` }));
      const watch = await watchRun(ctx, { id, cursor: 0 });
      for await (const _event of watch.events(0, AbortSignal.timeout(longestMs)));
      const json = JSON.stringify(await readEdition(ctx, id));
      const edition = editionSchema.parse(JSON.parse(json));
      const page = runSnapshotSchema.parse(await readRun(ctx, id));
      return { id, json, edition, page, text: editionText(edition, "text", 10_000) };
    },
  };
}
