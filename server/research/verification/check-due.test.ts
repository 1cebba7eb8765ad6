import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEntries } from "@/db/schema/audit";
import { sourceChecks } from "@/db/schema/evidence";
import { sources } from "@/db/schema/research";
import { useTestDatabase } from "@/db/testing";
import { verifyAudit } from "@/server/audit/verify";
import { outboundFor } from "@/server/platform/outbound";
import { directly, type Listener, listen, outboundTo } from "@/server/platform/outbound/testing";
import { extractCategoryClaims } from "../claims/extract-category-claims";
import { detectCategoryConflicts } from "../conflicts/detect-category-conflicts";
import { recordCategory } from "../requests/record-category";
import { readPage } from "../snapshots/read-page";
import { writeSummary } from "../synthesis/write-summary";
import { checkDue } from "./check-due";
import { checkSources } from "./check-sources";
import type { LookParts } from "./look-at-source";
import { readLadders } from "./read-ladders";
import { readSourceChanges } from "./read-source-changes";
import type { RegisterLook } from "./schema";
import { outsideFor, shown } from "./testing";
import { verifySources } from "./verify-sources";

const test = useTestDatabase();
const outside = outsideFor(test);
const { research } = outside;
const days = (count: number) => research.later(count * 86_400_000);

const claim = "The elimination half-life of celandrin in plasma is 6.2 hours in healthy adults.";
const filler = Array.from({ length: 30 }, (_, n) => `<p>Paragraph ${n} tells of weather, roads and harvests in some detail.</p>`).join("");
const pageOf = (...sentences: readonly string[]) =>
  `<!doctype html><html lang="en"><head><title>Celandrin in adults</title></head><body><article><h1>Celandrin in adults</h1>${sentences.map((text) => `<p>${text}</p>`).join("")}${filler}</article></body></html>`;

/** What the one site of this test answers now. */
let answer: { status: number; body: string };
let site: Listener;
beforeAll(async () => {
  site = await listen((request, response) => {
    const { status, body } = request.url === "/robots.txt" ? { status: 404, body: "" } : answer;
    response.writeHead(status, { "content-type": "text/html; charset=utf-8" }).end(body);
  });
});
afterAll(() => site.close());

const silent: LookParts["lookUp"] = async (_ctx, work) => lookOf({ ...work, state: "unknown", reason: "Not asked." });
function lookOf(change: Partial<RegisterLook>): RegisterLook {
  const at = research.clock.now().toISOString();
  const base = { register: "Crossref", state: "found", scheme: "doi", value: "", title: null, year: null, author: null } as const;
  return { ...base, notices: [], replacedBy: null, reason: null, at, ...change };
}
const parts = (change: Partial<LookParts> = {}): LookParts => ({
  outbound: outboundTo(site.port),
  readPage,
  lookUp: silent,
  ...change,
});

let pages = 0;
/** An edition that cites the site's page, as it was when the run read it. */
async function edition() {
  answer = { status: 200, body: pageOf(claim, "It must not be taken with grapefruit juice.") };
  const address = `http://site.example/celandrin-${++pages}`;
  const made = await outside.brought([shown(address, "Celandrin in adults", claim)]);
  const input = { requestCategoryId: made.requestCategoryId, round: 1 };
  const { batches } = await verifySources(research.system(), input);
  await checkSources(research.system(), { ...input, batch: 1, sourceIds: batches[0] ?? [] }, parts());
  await extractCategoryClaims(research.system(), input);
  await detectCategoryConflicts(research.system(), input);
  await writeSummary(research.system(), input);
  await recordCategory(research.system(), input);
  const [source] = await test.db.select().from(sources).where(eq(sources.requestId, made.requestId));
  const id = source?.id ?? "";
  const rung = async (name: string) => (await readLadders(test.db, [id], null)).get(id)?.find((each) => each.rung === name);
  return { ...made, id, rung, changes: () => readSourceChanges(made.ctx, made.requestId) };
}

describe("an edition's source, looked at again", () => {
  it("stands as it was while nothing changed, and is not looked at before its time", async () => {
    const { changes, rung } = await edition();
    expect(await rung("quote_anchored")).toMatchObject({ state: "passed" });
    expect(await checkDue(research.system(), parts())).toEqual({ looked: 0, changed: 0, later: 0 });
    days(31);
    expect(await checkDue(research.system(), parts())).toMatchObject({ looked: 1, changed: 0 });
    expect(await changes()).toEqual([]);
  });

  it("is told to have changed, with what became of the cited words", async () => {
    const { changes, rung, id } = await edition();
    days(31);
    answer = { status: 200, body: pageOf("A new first paragraph.", claim) };
    await checkDue(research.system(), parts());
    expect(await changes()).toMatchObject([
      { kind: "changed", cited: true, categories: ["half-life"], detail: { quotes: { held: 0, moved: 1, lost: 0 } }, number: 1 },
    ]);
    expect(await rung("quote_anchored")).toMatchObject({ state: "passed", method: "search on the changed page" });
    days(31);
    answer = { status: 200, body: pageOf(claim.replace("6.2 hours", "14 hours")) };
    await checkDue(research.system(), parts());
    expect((await changes()).at(-1)).toMatchObject({
      detail: { quotes: { lost: 1 } },
      statement: "The page has changed and lacks 1 of 1 cited passages.",
    });
    expect((await rung("quote_anchored"))?.state).toBe("failed");
    const trail = await test.db.select().from(auditEntries).where(eq(auditEntries.entityId, id));
    expect(trail.map((entry) => entry.action)).toEqual(["source.change", "source.change"]);
    expect(JSON.stringify(trail)).not.toMatch(/celandrin/i);
    expect(await verifyAudit(test.db)).toMatchObject({ break: null });
  });

  it("is told to be gone and to be back, once each", async () => {
    const { changes, rung } = await edition();
    for (const status of [404, 404, 503, 200]) {
      days(31);
      answer = { ...answer, status };
      await checkDue(research.system(), parts());
      if (status === 503) expect((await rung("alive"))?.state).toBe("failed");
    }
    expect((await changes()).map((change) => change.kind)).toEqual(["gone", "returned"]);
    expect((await rung("alive"))?.state).toBe("passed");
  });

  it("that a register takes back is told of, and others that cite it are looked at soon", async () => {
    const paper = { identity: { scheme: "doi" as const, value: "10.1000/celandrin" }, tier: 4 };
    const cite = async () => {
      const made = await outside.brought([shown("https://doi.org/10.1000/celandrin", "Celandrin in healthy adults", "", paper)]);
      const input = { requestCategoryId: made.requestCategoryId, round: 1 };
      const { batches } = await verifySources(research.system(), input);
      const lookUp: LookParts["lookUp"] = async (_ctx, work) => lookOf({ ...work, title: "Celandrin in healthy adults" });
      answer = { status: 403, body: "" };
      await checkSources(research.system(), { ...input, batch: 1, sourceIds: batches[0] ?? [] }, parts({ lookUp }));
      return made;
    };
    const first = await cite();
    days(20);
    const second = await cite();
    days(11);
    const notices = [{ kind: "retraction" as const, date: "2026-04-01", by: "10.1000/notice" }];
    const lookUp: LookParts["lookUp"] = async (_ctx, work) => lookOf({ ...work, title: "Celandrin in healthy adults", notices });
    const told = async (made: typeof first) => (await readSourceChanges(made.ctx, made.requestId)).map((change) => [change.kind, change.statement]);
    while ((await checkDue(research.system(), parts({ lookUp }))).looked > 0) if ((await told(first)).length > 0) break;
    const retracted = [["retracted", "It was retracted on 2026-04-01 (10.1000/notice)."]];
    expect(await told(first)).toEqual(retracted);
    await checkDue(research.system(), parts({ lookUp }));
    expect(await told(second)).toEqual(retracted);
    await expect(readSourceChanges(second.ctx, first.requestId)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("going out", () => {
  it("reaches nothing inside, whatever a name resolves to the second time", async () => {
    const made = await outside.brought([shown("http://rebinding.example/x", "Celandrin", claim)]);
    const before = site.connections();
    const answers = ["93.184.215.14", "127.0.0.1"];
    const lookup = async () => [{ address: answers.shift() ?? "127.0.0.1" }];
    const dial = (address: string, port: number) => (address === "127.0.0.1" ? { host: address, port } : { host: "127.0.0.1", port: 9 });
    const counts = await outside.verify(made.requestCategoryId, parts({ outbound: outboundFor(directly, { lookup, dial }) }));
    expect(counts).toMatchObject([{ looked: 1, alive: 0, dead: 0, later: 1 }]);
    expect(site.connections()).toBe(before);
  });

  it("that fails for one source fails for no other, and is tried again with growing waits", async () => {
    const made = await outside.brought([shown("http://a.example/1", "One", claim), shown("http://site.example/ok", "Celandrin in adults", claim)]);
    answer = { status: 200, body: pageOf(claim) };
    const way = outboundTo(site.port, async (name) => {
      if (name === "a.example") throw Object.assign(new Error("away"), { code: "EAI_AGAIN" });
      return [{ address: "93.184.215.14" }];
    });
    const counts = await outside.verify(made.requestCategoryId, parts({ outbound: way }));
    expect(counts).toMatchObject([{ looked: 2, alive: 1, later: 1 }]);
    const waits = async () => {
      const rows = await test.db.select().from(sourceChecks).where(eq(sourceChecks.requestId, made.requestId));
      return rows.map((row) => Math.round((row.dueAt.getTime() - research.clock.now().getTime()) / 60_000)).sort((a, b) => a - b)[0];
    };
    expect(await waits()).toBe(10);
    research.later(11 * 60_000);
    await checkDue(research.system(), parts({ outbound: way }));
    expect(await waits()).toBe(120);
  });
});
