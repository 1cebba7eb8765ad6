// The example library holds every kind of disagreement, so that a first run shows what the ledger does with each.
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { packs } from "@/db/seed/packs";
import { readFrontMatter } from "@/server/library/documents/core/front-matter";
import { exampleLibraryFiles, exampleLibraryFolder } from "@/server/library/example-library";
import { extractClaims } from "../claims/core/extract";
import { detectConflicts } from "./core/detect";
import { type Conflict, conflictKinds, conflictSchema } from "./schema";

const stated = (text: string): Record<string, string | undefined> => ({
  ...readFrontMatter(text, 16_384).values,
  ...Object.fromEntries([...text.matchAll(/<meta name="variorum:(\w+)" content="([^"]*)">/g)].map(([, key = "", value = ""]) => [key, value])),
});
const blank = (found: string) => " ".repeat(found.length);

/** The ledger of a subject's example documents in every category of a pack. */
function ledgerOf(subject: string, pack: string): (Conflict & { category: string })[] {
  const documents = exampleLibraryFiles
    .filter((name) => name.startsWith(subject))
    .map((name) => {
      const raw = readFileSync(path.join(exampleLibraryFolder(), name), "utf8");
      return { id: name, facts: stated(raw), text: raw.replace(/^---\n[\s\S]*?\n---\n/, blank).replace(/<[^>]+>/g, blank) };
    });
  const names = pack === "pharma" ? [subject] : [];
  return (packs.find(({ slug }) => slug === pack)?.categories ?? []).flatMap((category) => {
    const { facts, comparability } = category.processingRules;
    const claims = documents.flatMap(({ id, text, facts: { title } }) =>
      extractClaims({ text, start: 0, end: text.length, facts, subject: names, title }).map((claim, index) => ({
        ...claim,
        id: `${id} ${index}`,
        sourceId: id,
        page: null,
      })),
    );
    const sources = documents.map(({ id, facts: own }) => ({
      id,
      tier: Number(own.tier ?? 10),
      date: own.date ?? null,
      jurisdiction: own.jurisdiction ?? null,
      superseded: own.superseded_by !== undefined,
      voice: own.copy_of ?? id,
      publisher: own.publisher ?? null,
      title: own.title ?? "",
    }));
    return detectConflicts({
      facts,
      claims,
      sources,
      categoryStrategy: category.conflictResolutionStrategy,
      comparabilityOfCategory: comparability,
    }).map((entry, index) => ({ ...conflictSchema.parse({ ...entry, id: `${category.slug} ${index}` }), category: category.slug }));
  });
}

const ledger = [
  ...ledgerOf("metformin", "pharma"),
  ...ledgerOf("warfarin", "pharma"),
  ...ledgerOf("apixaban", "pharma"),
  ...ledgerOf("romans", "theology"),
];
const of = (kind: Conflict["kind"]) => ledger.filter((entry) => entry.kind === kind);

describe("the ledger of the example library", () => {
  it.each(conflictKinds)("holds a difference of kind %s", (kind) => {
    expect(of(kind).length).toBeGreaterThan(0);
  });

  it("gives each a severity, a statement and a rationale in whole sentences", () => {
    for (const { kind, severity, statement, rationale, status } of ledger) {
      expect(statement, kind).toMatch(/^\P{Ll}.{20,}\.$/su);
      expect(rationale, kind).toMatch(/^\p{Lu}.{20,}\.$/su);
      expect(severity === "none", `${kind} ${status}`).toBe(status === "set_apart");
    }
  });

  it("sets plasma and whole blood apart by their matrix", () => {
    const entry = of("not_comparable").find(({ attribute, differing }) => attribute === "half_life" && differing.includes("matrix"));
    expect(entry).toMatchObject({ status: "set_apart", differing: ["matrix"], winner: null });
    expect(entry?.statement).toMatch(/the matrix differs/);
  });

  it("leaves a unit slip open and names its factor", () => {
    expect(of("unit_slip")[0]).toMatchObject({ status: "open", winner: null, attribute: "half_life" });
    expect(of("unit_slip")[0]?.statement).toMatch(/factor of 24/);
  });

  it("decides no safety fact: yes against no, and a status", () => {
    expect(of("polarity").find(({ attribute }) => attribute === "dialysable")).toMatchObject({ status: "open", severity: "critical" });
    expect(of("status").find(({ attribute }) => attribute === "hepatic_advice")).toMatchObject({ status: "open", severity: "critical" });
  });

  it("leaves a doctrinal difference open by design", () => {
    const [entry] = of("interpretive");
    expect(entry).toMatchObject({ category: "doctrinal_traditions", status: "open", winner: null, strategy: "tradition_scoped" });
    expect(entry?.rationale).toMatch(/^Traditions are never set against each other/);
  });
});
