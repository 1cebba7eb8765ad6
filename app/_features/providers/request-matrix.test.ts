import { expect, test } from "vitest";
import type { Edition } from "@/server/research/editions/schema";
import { requestMatrix } from "./request-matrix";

type Source = Edition["sources"][number];
type Category = Edition["categories"][number];

const source = (id: string, provider: string): Source => ({
  ...{ id, number: 1, voice: id, title: id, url: null, tier: 1, date: null, jurisdiction: null, publisher: null, licence: null, superseded: false },
  ...{ aliases: [], documentId: null, providers: [provider], identity: { scheme: "document", value: id } },
  mentions: [{ category: "pk", provider, role: "cited" }],
  verification: { outcome: "verified", rungs: [] },
});
const claim = (sourceId: string, raw: string) =>
  ({
    ...{
      id: sourceId,
      sourceId,
      attribute: "half_life",
      raw,
      quote: raw,
      start: 0,
      end: 1,
      page: null,
      qualifiers: {},
      polarity: "affirmed",
      hedged: false,
    },
    value: { kind: "quantity", value: 6, unit: "h", op: "=", approx: false, unitAssumed: false },
    extractor: "rule",
  }) as const satisfies Category["claims"][number];
const answer = (provider: string, status: "ok" | "failed", error: string | null = null) => ({
  ...{ provider, status, error, sources: 0, attempts: 1, costUsd: 0, costBasis: "free" as const },
  ...{ startedAt: "2026-03-02T09:00:00.000Z", endedAt: null },
});

test("categories stand down and the providers that were asked across, with what each brought and why it brought nothing", () => {
  const category = {
    ...{ slug: "pk", name: "Pharmacokinetics", conflicts: [], claims: [claim("a", "6 h"), claim("b", "6 h")] },
    answers: [answer("openai", "ok"), answer("pubmed", "ok"), answer("xai", "failed", "xAI failed on its side (503).")],
  };
  const edition = {
    request: { id: "r", providers: ["openai", "xai", "pubmed", "ema"] },
    categories: [category, { ...category, slug: "dose", name: "Dose", claims: [], answers: [answer("openai", "ok")] }],
    sources: [source("a", "openai"), source("b", "pubmed")],
  };
  const { columns, groups } = requestMatrix(edition, { openai: "OpenAI", xai: "xAI", pubmed: "PubMed" });
  expect(columns.map(({ title, note }) => [title, note])).toEqual([
    ["OpenAI", "1 source"],
    ["xAI", "0 sources"],
    ["PubMed", "1 source"],
  ]);
  const [pk, dose] = groups[0]?.rows ?? [];
  expect(pk).toMatchObject({ fact: "Pharmacokinetics", href: "/research/r/providers/pk", outcome: { state: "agrees", words: "1 fact agreed" } });
  expect(pk?.cells).toEqual([{ value: "1", state: "agrees" }, null, { value: "1", state: "agrees" }]);
  expect(pk?.gaps?.[1]).toEqual({ state: "failed", words: "xAI failed on its side (503)." });
  expect(dose?.cells).toEqual([null, null, null]);
  expect(dose?.gaps).toEqual([null, { state: "not_searched", words: "not asked" }, { state: "not_searched", words: "not asked" }]);
  expect(dose?.outcome.words).toBe("no fact stated");
});
