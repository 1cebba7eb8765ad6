import type { Queryable } from "@/db/client";
import { loadCategoryVersion } from "../categories/load-version";
import { findProvider } from "../providers/registry";
import { type RequestRow, readRequestCategories } from "../requests/read-requests";
import { readRequestSources } from "../sources/read-sources";
import { changesOfRequest } from "../verification/read-source-changes";
import { buildEdition } from "./build-edition";
import { factKey } from "./core/changes/compared";
import type { ComparedEdition } from "./core/compare-editions";

/** An edition with everything that comparing it takes. */
export async function loadCompared(db: Queryable, request: RequestRow): Promise<ComparedEdition> {
  const edition = await buildEdition(db, request);
  const rows = await readRequestCategories(db, [request.id]);
  const facts = new Map<string, ComparedEdition["facts"] extends ReadonlyMap<string, infer F> ? F : never>();
  for (const row of rows) {
    const { processingRules } = await loadCategoryVersion(db, row.categoryId, row.categoryVersion);
    for (const fact of processingRules.facts) facts.set(factKey(row.slug, fact.name), fact);
  }
  // What an engine shows of a page is cut for the question: only who holds the source itself has its whole text.
  const whole = new Set(edition.sources.filter(({ providers }) => providers.some(holdsSources)).map(({ id }) => id));
  const sources = await readRequestSources(db, request.id);
  const later = Map.groupBy(await changesOfRequest(db, request.id), (change) => change.sourceId);
  return {
    edition,
    programVersion: request.programVersion,
    categoryVersions: new Map(rows.map((row) => [row.slug, row.categoryVersion])),
    facts,
    foundLater: new Map([...later].map(([id, changes]) => [id, new Set(changes.map((change) => change.kind))])),
    textHashes: new Map(sources.filter(({ id }) => whole.has(id)).map(({ id, snapshotHash }) => [id, snapshotHash])),
  };
}

function holdsSources(provider: string): boolean {
  const kind = findProvider(provider)?.info().kind;
  return kind === "library" || kind === "api";
}
