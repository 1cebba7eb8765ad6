// What a fresh installation holds: the shipped packs in the database, and an example library in which a first run finds something of everything.
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { exampleLibraryFolder } from "@/server/library/example-library";
import { loadPack } from "@/server/research/categories/load-pack";
import { seedPacks } from "@/server/research/categories/seed-packs";
import { extractClaims } from "@/server/research/claims/core/extract";
import type { ClaimValue } from "@/server/research/claims/schema";
import { packs } from "./index";

const test = useTestDatabase();

describe("seeding the shipped packs", () => {
  it("stores 46 categories once, however often it runs", async () => {
    const clock = { now: () => new Date("2026-01-02T03:04:05Z") };
    expect((await seedPacks(test.db, packs, clock)).inserted).toHaveLength(46);
    expect(await seedPacks(test.db, packs, clock)).toEqual({ packsInserted: [], inserted: [], changed: [], kept: [] });
    const pharma = await loadPack(test.db, "pharma");
    expect(pharma).toMatchObject({ version: 1, subjectNoun: "drug", subjectKind: "drug" });
    expect(pharma.categories.map((category) => category.definition)).toEqual(packs[0]?.categories);
  });
});

/** Values of a fact in one example document, with the qualifier asked for. */
function values(file: string, categorySlug: string, fact: string, key: "matrix" | "jurisdiction" | "form" | null = null): string[] {
  const text = readFileSync(path.join(exampleLibraryFolder(), file), "utf8").replace(/^---\n[\s\S]*?\n---\n/, (front) => " ".repeat(front.length));
  const category = packs.flatMap((pack) => pack.categories).find((each) => each.slug === categorySlug);
  const claims = extractClaims({ text, start: 0, end: text.length, facts: category?.processingRules.facts ?? [] });
  return claims
    .filter((claim) => claim.attribute === fact)
    .map((claim) => `${shown(claim.value)}${key && claim.qualifiers[key] ? ` ${claim.qualifiers[key]}` : ""}`);
}

function shown(value: ClaimValue): string {
  if (value.kind === "quantity") return `${value.value ?? `${value.low}-${value.high}`} ${value.unit}`;
  return value.kind === "date" ? value.earliest : String(value.value);
}

describe("the packs over the example library", () => {
  it("read plasma and whole-blood half-life of one label as two things", () => {
    expect(values("metformin-us-label-2018.md", "pharmacokinetics", "half_life", "matrix")).toEqual(["6.2 h plasma", "17.6 h whole blood"]);
    expect(values("metformin-review-bailey-1996.txt", "pharmacokinetics", "half_life")).toEqual(["1.5-4.9 h"]);
  });

  it("read the maximum daily dose by dosage form", () => {
    const found = values("metformin-us-label-2018.md", "dosage_administration", "max_daily_dose", "form");
    expect(found).toContain("2000 mg/d extended-release");
    expect(found.some((each) => each.startsWith("2550 mg/d"))).toBe(true);
  });

  it("read the limit that replaced serum creatinine, and the one it replaced", () => {
    expect(values("metformin-us-label-2018.md", "contraindications_boxed_warnings", "renal_contraindication")).toEqual(["30 mL/min/{1.73_m2}"]);
    expect(values("metformin-us-label-2009.txt", "contraindications_boxed_warnings", "creatinine_contraindication")).toEqual([
      "1.5 mg/dL",
      "1.4 mg/dL",
    ]);
  });

  it("read what label and review agree on", () => {
    for (const file of ["apixaban-us-label-2021.md", "apixaban-review-2019.md"]) {
      expect(values(file, "pharmacokinetics", "protein_binding"), file).toEqual(["87 %"]);
      expect(values(file, "pharmacokinetics", "bioavailability"), file).toEqual(["50 %"]);
    }
  });

  it("read approval dates by agency", () => {
    expect(values("apixaban-us-label-2021.md", "regulatory_status", "approval_date", "jurisdiction")).toEqual(["2012-12-28 US"]);
    expect(values("apixaban-eu-smpc.txt", "regulatory_status", "approval_date", "jurisdiction")).toEqual(["2011-05-18 EU"]);
  });

  it("find nothing on price and patents of metformin", () => {
    for (const file of ["metformin-us-label-2018.md", "metformin-us-label-2009.txt", "metformin-safety-communications.txt"]) {
      expect(values(file, "price_access_guidelines", "price"), file).toEqual([]);
      expect(values(file, "patents_exclusivity_competition", "patent_expiry"), file).toEqual([]);
    }
  });

  it("keep witnesses of a text and the places of its readers", () => {
    expect(values("romans-8-28-30-reception.md", "doctrinal_traditions", "document")).toEqual(
      expect.arrayContaining(["Council of Trent", "Westminster Confession", "Formula of Concord"]),
    );
    expect(values("romans-8-28-30-reception.md", "patristic_reception", "locus")).toContain("Homily 15 on Romans");
  });
});
