import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packs } from "@/db/seed/packs";
import { useTestDatabase } from "@/db/testing";
import { functionsFor } from "@/inngest/testing";
import { setEnvironment } from "@/server/platform/config";
import { readEvents } from "@/server/progress/watch";
import { seedPacks } from "@/server/research/categories/seed-packs";
import { readEdition } from "@/server/research/editions/read-edition";
import { editionSchema } from "@/server/research/editions/schema";
import { watchRun } from "@/server/research/requests/watch-run";
import { researchFor } from "@/server/research/testing";
import { checkDue } from "@/server/research/verification/check-due";
import type { RunningStandins } from "@/standins/server";
import { startOnFreePorts } from "@/standins/testing";

const test = useTestDatabase();
const research = researchFor(test);
const engine = functionsFor(test);
let standins: RunningStandins;

beforeAll(async () => {
  await seedPacks(test.db, packs);
  const started = await startOnFreePorts();
  standins = started.standins;
  setEnvironment({ ...started.environment, OUTBOUND: "on", OUTBOUND_GAP_MS: "0" });
});
afterAll(() => standins.close());

const category = "mechanism_pharmacodynamics";

/** A run that asks two answer engines and no register. */
async function run(subject: string) {
  const { id: userId } = await research.account();
  const ctx = engine.ctxOf(userId);
  const asked = { subject, pack: "pharma", categories: [category], providers: ["tavily", "perplexity"], fresh: true };
  const id = await research.submit(ctx, asked);
  for await (const _event of (await watchRun(ctx, { id, cursor: 0 })).events(0, AbortSignal.timeout(90_000)));
  const edition = editionSchema.parse(await readEdition(ctx, id));
  const events = await readEvents(test.db, `request:${id}`, 0, 500);
  return { ctx, id, edition, category: edition.categories[0], checked: events.filter((event) => event.type === "sources.checked") };
}

describe("a run that asks answer engines", () => {
  it("reads the pages they named before it reads claims, and quotes the pages", async () => {
    const { edition, category: own, checked } = await run("metformin");
    expect(edition.request.status).toBe("completed");
    expect(checked.length).toBeGreaterThan(0);
    expect(own?.coverage?.checks).toMatchObject({ sources: edition.sources.length, unread: 0, dead: 0 });
    expect(own?.coverage?.checks?.alive).toBeGreaterThan(0);
    const cited = own?.summary.sentences.flatMap((sentence) => sentence.citations) ?? [];
    expect(cited.length).toBeGreaterThan(0);
    // Offsets count in the page's own text, not in what an engine showed of it.
    for (const citation of cited) expect(citation.textHash).toMatch(/^[0-9a-f]{64}$/);
    const ladders = edition.sources
      .filter((source) => cited.some((citation) => citation.sourceId === source.id))
      .map((source) => source.verification);
    for (const { rungs } of ladders)
      expect(rungs.map((rung) => `${rung.rung} ${rung.state}`)).toEqual(
        expect.arrayContaining(["resolved passed", "alive passed", "quote_anchored passed", "supports passed"]),
      );
  });

  it("is not held up by a web that is away: it says what was not looked at, which is looked at later", async () => {
    setEnvironment({ OUTBOUND_PROXY: "http://127.0.0.1:9" });
    const { ctx, edition, category: own, id } = await run("warfarin");
    expect(edition.request.status).toBe("completed");
    expect(own?.outcome).toBe("found");
    expect(own?.coverage?.checks).toMatchObject({ alive: 0, dead: 0 });
    const outcomes = edition.sources.map((source) => source.verification.outcome);
    expect(outcomes.filter((outcome) => outcome === "dead" || outcome === "verified")).toEqual([]);
    setEnvironment({ OUTBOUND_PROXY: standins.baseUrl("pages") });
    const tomorrow = { now: () => new Date(Date.now() + 86_400_000) };
    for (let looked = 1; looked > 0; ) looked = (await checkDue({ ...research.system(), clock: tomorrow })).looked;
    const again = editionSchema.parse(await readEdition(ctx, id));
    const alive = again.sources.flatMap((source) => source.verification.rungs).filter((rung) => rung.rung === "alive");
    expect(alive.map((rung) => rung.state)).toContain("passed");
    // What the edition says stays what it said.
    expect(again.categories).toEqual(edition.categories);
  });
});
