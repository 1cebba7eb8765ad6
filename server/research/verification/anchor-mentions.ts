// Where a page was read, a category reads the page: what an engine showed of it is looked for there, and the passages are cut anew from its text.
import type { Tx } from "@/db/client";
import type { Ctx } from "@/server/platform/context";
import { sha256 } from "@/server/platform/hash";
import type { CategoryDefinition } from "../categories/schema";
import { findProvider } from "../providers/registry";
import { readSnapshots } from "../snapshots/snapshots";
import { pointMention } from "../sources/note-source";
import { type CategorySource, type MentionRow, readCategorySources } from "../sources/read-sources";
import { type SnippetCheckRow, saveSnippetChecks } from "./check-store";
import { lookForSnippet, pagePassages } from "./core/snippet-on-page";
import { readEvidence } from "./read-evidence";

/** A page with fewer characters may have left out what an engine saw of it. */
const leastCharacters = 1000;

export type Anchored = { readonly mentions: readonly MentionRow[]; readonly checks: readonly SnippetCheckRow[] };

/** Works out, without writing, how the mentions of a category's sources by engines are read in the pages that were read. */
export async function anchorMentions(
  ctx: Pick<Ctx, "db" | "clock">,
  category: { requestId: string; id: string; definition: CategoryDefinition },
  sourceIds: readonly string[],
): Promise<Anchored> {
  const wanted = new Set(sourceIds);
  const sources = (await readCategorySources(ctx.db, category.requestId, category.id)).filter((source) => wanted.has(source.id));
  const evidenceOf = await readEvidence(ctx.db, sourceIds);
  const hashes = sources.flatMap((source) => evidenceOf(source.id).textHash ?? []);
  const pages = await readSnapshots(ctx.db, hashes);
  const topics = topicsOf(category.definition);
  const at = ctx.clock.now();
  const found = sources.flatMap((source) => {
    const { textHash, visit } = evidenceOf(source.id);
    const page = textHash === null ? undefined : pages.get(textHash);
    if (textHash === null || page === undefined || visit?.judgement.state !== "alive") return [];
    return source.mentions.flatMap((mention) =>
      anchored(source, mention, { textHash, page, topics, at, pageStarts: visit.page?.pageStarts ?? null }),
    );
  });
  return { mentions: found.map((each) => each.mention), checks: found.flatMap((each) => each.check ?? []) };
}

/** Writes what was worked out. */
export async function saveAnchored(tx: Tx, { mentions, checks }: Anchored): Promise<void> {
  for (const mention of mentions) await pointMention(tx, mention);
  await saveSnippetChecks(tx, checks);
}

type Page = {
  readonly textHash: string;
  readonly page: string;
  readonly topics: readonly string[];
  readonly at: Date;
  readonly pageStarts: readonly number[] | null;
};

function anchored(source: CategorySource, mention: CategorySource["mentions"][number], { textHash, page, topics, at, pageStarts }: Page) {
  const { text: snippet, ...row } = mention;
  if (findProvider(row.provider)?.info().kind !== "engine" || (row.snapshotHash ?? source.snapshotHash) === textHash) return [];
  const look = lookForSnippet(page, snippet, row.passages);
  if (look?.state === "missing" && page.length < leastCharacters) return [];
  const passages = pagePassages(page, look?.places ?? [], topics, pageStarts);
  const { sourceId, requestCategoryId, provider } = row;
  const check = look && {
    sourceId,
    requestCategoryId,
    provider,
    snippetHash: sha256(snippet),
    textHash,
    state: look.state,
    found: look.found,
    shown: look.shown,
    at,
  };
  return [{ mention: { ...row, snapshotHash: textHash === source.snapshotHash ? null : textHash, passages }, check }];
}

/** What the category is about, in lower case. */
function topicsOf({ searchParameters, processingRules }: CategoryDefinition): string[] {
  const words = [...searchParameters.terms, ...processingRules.facts.flatMap((fact) => [fact.label, ...fact.synonyms])];
  return [...new Set(words.map((word) => word.toLowerCase().trim()))].filter((word) => word.length > 2);
}
