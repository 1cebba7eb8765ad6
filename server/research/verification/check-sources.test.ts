import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { pageVisits, rawBodies, snippetChecks, sourceChecks } from "@/db/schema/evidence";
import { sources } from "@/db/schema/research";
import { useTestDatabase } from "@/db/testing";
import { sha256 } from "@/server/platform/hash";
import { readEvents } from "@/server/progress/watch";
import { readRawBody } from "../snapshots/keep-visit";
import { readCategorySources } from "../sources/read-sources";
import type { FoundSource } from "../sources/schema";
import { outcomeOf } from "./core/ladder";
import { readFallen } from "./read-fallen";
import { readLadders } from "./read-ladders";
import { outsideFor, shown } from "./testing";

const test = useTestDatabase();
const outside = outsideFor(test);
const sentence = "The elimination half-life of examplamine is 6.2 hours in adults.";
const hazard = (name: string) => `https://hazards.example/${name}`;
const title = "Examplamine: a monograph";

/** The ladders of what an engine brought, in its order. */
async function laddersOf(list: readonly FoundSource[]) {
  const made = await outside.brought(list);
  const counts = await outside.verify(made.requestCategoryId);
  const rows = await test.db.select().from(sources).where(eq(sources.requestId, made.requestId)).orderBy(asc(sources.number));
  const ladders = await readLadders(
    test.db,
    rows.map((row) => row.id),
    null,
  );
  const of = (index: number, name: string) => ladders.get(rows[index]?.id ?? "")?.find((rung) => rung.rung === name);
  const states = (index: number) => (ladders.get(rows[index]?.id ?? "") ?? []).slice(0, 5).map((rung) => rung.state);
  return { ...made, rows, counts, of, states, outcome: (index: number) => outcomeOf(ladders.get(rows[index]?.id ?? "") ?? []) };
}

describe("pages that an engine named", () => {
  it("are alive, dead, gone softly, blocked or not known, each by what their site did", async () => {
    const names = ["article", "missing", "soft-404", "moved-home", "bot-wall", "busy", "broken", "to-loopback", "forbidden", "loop", "drawn"];
    const { states, counts, of, rows } = await laddersOf(names.map((name) => shown(hazard(name), title, sentence)));
    const fallen = await readFallen(
      test.db,
      rows.map((row) => row.id),
    );
    expect(names.filter((_, index) => fallen.get(rows[index]?.id ?? "") === "gone")).toEqual(["missing", "soft-404", "moved-home"]);
    expect(Object.fromEntries(names.map((name, index) => [name, states(index).slice(1, 4).join(" ")]))).toEqual({
      article: "passed passed passed",
      missing: "failed not_reached failed",
      "soft-404": "passed not_reached failed",
      "moved-home": "passed not_reached failed",
      "bot-wall": "unknown unknown unknown",
      busy: "unknown unknown unknown",
      broken: "unknown unknown unknown",
      "to-loopback": "not_reached not_reached not_reached",
      forbidden: "unknown unknown unknown",
      loop: "unknown unknown unknown",
      drawn: "unknown unknown unknown",
    });
    expect(of(4, "alive")?.reason).toBe("The site does not let a program read it (403).");
    expect(of(7, "alive")?.reason).toMatch(/not public|inside|private|refused/i);
    expect(counts).toHaveLength(2);
    expect(counts.reduce((sum, each) => sum + each.looked, 0)).toBe(11);
  });

  it("are kept whole: bytes, text, way, time and hashes of both", async () => {
    const { rows } = await laddersOf([shown(hazard("redirect/2"), title, sentence)]);
    const [visit] = await test.db
      .select()
      .from(pageVisits)
      .where(eq(pageVisits.sourceId, rows[0]?.id ?? ""));
    expect(visit?.hops.map((hop) => hop.status)).toEqual([301, 301, 200]);
    expect(visit?.page).toMatchObject({ title, lang: "en", kind: "html", published: "2024-04-05", doi: "10.5555/standin.hazard.1" });
    const body = await readRawBody(test.db, visit?.bodyHash ?? "");
    expect(sha256(body ?? "")).toBe(visit?.bodyHash);
    expect(new TextDecoder().decode(body ?? undefined)).toContain("<!doctype html>");
    const [stored] = await test.db
      .select()
      .from(rawBodies)
      .where(eq(rawBodies.hash, visit?.bodyHash ?? ""));
    expect(stored?.data.length).toBeLessThan(stored?.size ?? 0);
  });

  it("are where the category then reads: passages are cut from the page, the snippet is looked for in it", async () => {
    const cut = "6.2 hours in adults. The figures of this page were made up, and whoever quotes them quotes a stand-in. Readers should";
    const made = await laddersOf([
      shown(hazard("article"), title, sentence, { passages: [{ start: 0, end: sentence.length, page: null, heading: null, score: 1 }] }),
      shown(hazard("redirect/1"), title, "Celandrin was first made in Trieste by two sisters."),
      shown(hazard("redirect/0"), title, "The elimination half-life of examplamine is 2.6 hours in adults."),
      shown(hazard("unchanged"), title, cut, { passages: [] }),
    ]);
    const checks = await test.db.select().from(snippetChecks).where(eq(snippetChecks.requestCategoryId, made.requestCategoryId));
    const stateOf = (index: number) => checks.find((check) => check.sourceId === made.rows[index]?.id)?.state;
    // The page is short: what it lacks, an engine may have seen elsewhere on it.
    expect([0, 1, 2, 3].map(stateOf)).toEqual(["stands", undefined, "altered", undefined]);
    const [first, missing, altered, unshown] = await readCategorySources(test.db, made.requestId, made.requestCategoryId);
    for (const source of [first, altered, unshown]) {
      const [mention] = source?.mentions ?? [];
      expect(mention?.text).toContain("Examplamine is a substance that does not exist.");
      const passages = mention?.passages.map((passage) => mention.text.slice(passage.start, passage.end)).join("\n");
      expect(passages).toContain(sentence);
    }
    expect(missing?.mentions[0]?.text).toBe("Celandrin was first made in Trieste by two sisters.");
    expect(first?.text).toBe(sentence);
  });

  it("are not looked at twice by two categories, and told of on the stream", async () => {
    const made = await laddersOf([shown(hazard("article"), title, sentence)]);
    expect(await outside.verify(made.requestCategoryId)).toEqual([]);
    expect(
      await test.db
        .select()
        .from(pageVisits)
        .where(eq(pageVisits.sourceId, made.rows[0]?.id ?? "")),
    ).toHaveLength(1);
    const events = await readEvents(test.db, `request:${made.requestId}`, 0, 100);
    expect(events.find((event) => event.type === "sources.checked")?.body).toMatchObject({ looked: 1, alive: 1, dead: 0, later: 0, misquoted: 0 });
  });

  it("are said not to have been looked at where going out is turned off or time runs out, and looked at later", async () => {
    const made = await outside.brought([shown(hazard("slow"), title, sentence)]);
    const off = {
      ...outside.parts(),
      outbound: { fetchPage: async () => ({ ok: false as const, refusal: { kind: "off" as const, message: "Turned off.", hops: [] } }) },
    };
    await outside.verify(made.requestCategoryId, off);
    const [source] = await test.db.select().from(sources).where(eq(sources.requestId, made.requestId));
    const alive = (await readLadders(test.db, [source?.id ?? ""], null)).get(source?.id ?? "")?.find((rung) => rung.rung === "alive");
    expect(alive).toMatchObject({ state: "not_reached", reason: "Turned off." });
    const [check] = await test.db
      .select()
      .from(sourceChecks)
      .where(eq(sourceChecks.sourceId, source?.id ?? ""));
    expect(check?.attempts).toBe(1);
    expect((check?.dueAt.getTime() ?? 0) - outside.research.clock.now().getTime()).toBe(600_000);
  });
});

describe("papers that an engine named", () => {
  const paper = (doi: string, named: string) => shown(`https://doi.org/${doi}`, named, "", { identity: { scheme: "doi", value: doi }, tier: 4 });

  it("are the work cited, another under a real DOI, or none at all", async () => {
    const { of, outcome } = await laddersOf([
      paper("10.5555/standin.met.1", "Plasma and whole-blood kinetics of metformin in healthy adults"),
      paper("10.5555/standin.met.2", "Ledrafine and the treatment of migraine in schoolchildren"),
      paper("10.5555/standin.invented", "A work that nobody wrote"),
    ]);
    expect([0, 1, 2].map((index) => of(index, "identified")?.state)).toEqual(["passed", "failed", "failed"]);
    expect(of(1, "identified")?.reason).toMatch(/^The register lists another work under it: "/);
    expect(of(2, "resolved")).toMatchObject({ state: "failed", method: "doi.org" });
    expect(of(0, "not_retracted")).toMatchObject({ state: "passed", method: "Crossref", reason: "Crossref lists no retraction." });
    expect(outcome(2)).toBe("dead");
  });

  it("are retracted where Crossref says so, and the notice is kept with the source", async () => {
    const { of, outcome, requestId } = await laddersOf([paper("10.5555/standin.met.3", "")].map((source) => ({ ...source, title: "doi.org" })));
    expect(of(0, "not_retracted")?.state).toBe("failed");
    expect(outcome(0)).toBe("retracted");
    const [row] = await test.db.select().from(sources).where(eq(sources.requestId, requestId));
    expect(row?.notices).toContainEqual({ kind: "retraction", date: "2018-06-12", by: "10.5555/standin.met.3r" });
  });
});
