import type { Queryable } from "@/db/client";
import type { Ctx } from "@/server/platform/context";
import { notFound } from "@/server/platform/errors";
import { readAtOnce } from "@/server/platform/read-at-once";
import { loadCategoryVersion } from "../../categories/load-version";
import { readClaims } from "../../claims/read-claims";
import { buildEdition } from "../../editions/build-edition";
import { findProvider } from "../../providers/registry";
import { readRequestCategories } from "../../requests/read-requests";
import { visibleRequest } from "../../requests/visible-request";
import type { Visit } from "../../snapshots/schema";
import { readSnapshots } from "../../snapshots/snapshots";
import { readSources } from "../../sources/note-source";
import { deepLink } from "../core/deep-link";
import { readEvidence } from "../read-evidence";
import { readLadders } from "../read-ladders";
import { readQuotes } from "../read-quotes";
import { readSnippets } from "../read-snippets";
import { changesOfRequest } from "../read-source-changes";
import type { PageLook, SourcePage, TakenWords } from "./schema";
import { storedTexts } from "./stored-texts";

/** Everything that is known of one source of an edition, by its number, for those who may see the edition. */
export async function readSourcePage(ctx: Pick<Ctx, "db" | "actor">, input: { id: string; number: number }): Promise<SourcePage> {
  return readAtOnce(ctx.db, async (db) => build(db, await visibleRequest({ ...ctx, db }, input.id), input.number));
}

async function build(db: Queryable, request: Awaited<ReturnType<typeof visibleRequest>>, number: number): Promise<SourcePage> {
  const edition = await buildEdition(db, request);
  const own = edition.sources.find((source) => source.number === number);
  const [row] = own ? await readSources(db, [own.id]) : [];
  if (!own || !row) throw notFound("source");
  const evidence = (await readEvidence(db, [own.id]))(own.id);
  const snippetsOf = await readSnippets(db, [own.id]);
  const texts = await storedTexts(db, row, evidence.visits);
  const pages = await readSnapshots(
    db,
    texts.filter((text) => text.kind === "page").map((text) => text.hash),
  );
  const categories = (await readRequestCategories(db, [request.id])).filter((category) =>
    row.mentions.some((each) => each.requestCategoryId === category.id),
  );
  const words = (taken: { slug: string; quote: string; start: number; end: number; textHash?: string | null }): TakenWords => {
    const textHash = taken.textHash ?? row.snapshotHash;
    const page = pages.get(textHash);
    const inDocument = own.documentId !== null && (taken.textHash ?? undefined) === own.documentTextHash;
    const href = inDocument
      ? `/library/file/${own.documentId}?start=${taken.start}&end=${taken.end}`
      : deepLink(own.documentId === null ? row.url : null, taken.quote, page === undefined ? undefined : { text: page, start: taken.start });
    return { slug: taken.slug, quote: taken.quote, start: taken.start, end: taken.end, textHash, href };
  };
  const claims: SourcePage["claims"][number][] = [];
  const stated = await readClaims(
    db,
    categories.map((category) => category.id),
  );
  for (const category of categories) {
    const { processingRules } = await loadCategoryVersion(db, category.categoryId, category.categoryVersion);
    const labels = new Map(processingRules.facts.map((fact) => [fact.name, fact.label]));
    for (const claim of (stated.get(category.id) ?? []).filter((each) => each.sourceId === own.id)) {
      const label = labels.get(claim.attribute) ?? claim.attribute;
      claims.push({ ...words({ ...claim, slug: category.slug }), id: claim.id, label, raw: claim.raw, page: claim.page });
    }
  }
  const cited = ((await readQuotes(db, request.id)).get(own.id) ?? []).flatMap((quote) =>
    quote.sentence === null ? [] : [{ ...words(quote), sentence: quote.sentence }],
  );
  const { providers: _providers, mentions: _mentions, ...source } = own;
  return {
    request: { id: request.id, subject: edition.request.subject, packName: edition.request.packName },
    source: { ...source, notices: row.notices },
    twins: edition.sources.filter((other) => other.voice === own.voice && other.id !== own.id).map((other) => other.number),
    categories: await Promise.all(
      categories.map(async (category) => ({
        slug: category.slug,
        name: category.name,
        broughtBy: broughtBy(row.mentions.filter((mention) => mention.requestCategoryId === category.id)),
        rungs: ((await readLadders(db, [own.id], category.id)).get(own.id) ?? []).filter(
          ({ rung }) => rung === "quote_anchored" || rung === "supports",
        ),
        shown: snippetsOf(own.id, category.id),
      })),
    ),
    sentences: cited,
    claims,
    register: evidence.check?.register ?? null,
    looks: looksOf(evidence.visits),
    texts,
    changes: (await changesOfRequest(db, request.id)).filter((change) => change.sourceId === own.id),
    nextLookAt: evidence.check?.dueAt.toISOString() ?? null,
  };
}

function broughtBy(mentions: readonly { provider: string; role: SourcePage["categories"][number]["broughtBy"][number]["role"] }[]) {
  const byProvider = new Map(mentions.map((mention) => [mention.provider, mention.role]));
  return [...byProvider].map(([provider, role]) => ({ provider, name: findProvider(provider)?.info().name ?? provider, role }));
}

function looksOf(visits: readonly Visit[]): PageLook[] {
  return visits.map(({ id, at, url, status, hops, judgement, bodyHash, textHash, page }, index) => {
    const before = visits.slice(index + 1).find((visit) => visit.textHash !== null)?.textHash ?? null;
    const facts = {
      title: page?.title ?? null,
      contentType: page?.contentType ?? null,
      bytes: page?.bytes ?? null,
      characters: page?.characters ?? null,
    };
    return {
      id,
      at,
      url,
      status,
      hops,
      judgement,
      bodyHash,
      textHash,
      ...facts,
      changed: before !== null && textHash !== null && textHash !== before,
    };
  });
}
