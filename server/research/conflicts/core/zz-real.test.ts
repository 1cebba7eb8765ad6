import fs from "node:fs";
import { it } from "vitest";
import { packs } from "@/db/seed/packs/index";
import { packDefinitionSchema } from "@/server/research/categories/schema";
import { extractClaims } from "@/server/research/claims/core/extract";
import { detectConflicts } from "@/server/research/conflicts/core/detect";
import { voicesOf } from "@/server/research/sources/core/voices";
it("real", () => {
  const dir = "db/seed/example-library/";
  const drug = process.env.DRUG ?? "metformin";
  const docs = fs.readdirSync(dir).filter((f) => f.startsWith(drug)).map((f) => {
    let text = fs.readFileSync(dir + f, "utf8");
    const meta: Record<string, string> = {};
    for (const m of text.matchAll(/^(\w+): (.*)$/gm)) if (!(m[1]! in meta)) meta[m[1]!] = m[2]!;
    for (const m of text.matchAll(/variorum:(\w+)" content="([^"]*)"/g)) meta[m[1]!] = m[2]!;
    let start = 0;
    if (f.endsWith("html")) text = text.replace(/<head>[\s\S]*?<\/head>/, "").replace(/<\/(p|h\d|li|td|tr)>/g, "\n\n").replace(/<[^>]+>/g, "").replace(/&nbsp;/g, " ").replace(/&amp;/g, "&");
    else { const e = text.indexOf("\n---", 4); start = e > 0 ? e + 4 : 0; }
    return { id: f, text, start, meta };
  });
  const voices = voicesOf(docs.map((d) => ({ key: d.id, upstreamKey: d.meta.copy_of ?? null, text: d.text })));
  console.log(Object.fromEntries(voices));
  const sources = docs.map((d) => ({ id: d.id, tier: Number(d.meta.tier ?? 10), date: d.meta.date ?? null, jurisdiction: d.meta.jurisdiction ?? null, superseded: !!d.meta.superseded_by, voice: voices.get(d.id)!, publisher: d.meta.publisher ?? null }));
  const cats = packs.map((p) => packDefinitionSchema.parse(p)).find((p) => p.slug === (process.env.PACK ?? "pharma"))!.categories;
  let total = 0;
  for (const c of cats) {
    const facts = c.processingRules.facts;
    const claims = docs.flatMap((d) => {
      const lower = d.text.toLowerCase();
      return extractClaims({ text: d.text, start: d.start, end: d.text.length, facts, defaults: d.meta.jurisdiction ? { jurisdiction: d.meta.jurisdiction } : {} }).map((x, i) => ({ ...x, id: d.id + c.slug + i, sourceId: d.id, page: null }));
    });
    const t = performance.now();
    const entries = detectConflicts({ facts, claims, sources, categoryStrategy: c.conflictResolutionStrategy, comparabilityOfCategory: c.processingRules.comparability });
    total += entries.length;
    console.log(`\n## ${c.slug} claims ${claims.length} entries ${entries.length} ${(performance.now() - t).toFixed(0)}ms`);
    for (const e of entries) console.log(`- [${e.attribute}] ${e.kind}/${e.status}/${e.severity} (${e.strategy}) ${e.statement}\n    ${e.rationale}${e.winner === null ? "" : " WINNER " + e.sides[e.winner]!.label}` + (process.env.Q ? e.sides.map((s) => `\n      * ${s.label}: ${s.claimIds.slice(0, 3).map((id) => claims.find((c) => c.id === id)).map((c) => c!.sourceId + " “" + c!.quote.slice(0, 160).replace(/\n/g, " ") + "”").join("\n          ")}`).join("") : ""));
  }
  console.log("TOTAL", total);
});
