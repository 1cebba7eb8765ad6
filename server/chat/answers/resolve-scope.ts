import { listDocuments } from "@/server/library/documents/list-documents";
import type { Ctx, OwnerScope } from "@/server/platform/context";
import { findEditions } from "@/server/research/editions/find-editions";
import type { ChatScope } from "../conversations/schema";

const pageSize = 200;
/** Titles tell what a follow-up question is about; nobody's library has its subjects in the ten-thousandth. */
const mostDocuments = 2_000;
/** Of everything: those that say most of what is asked. */
const mostEditions = 5;

export type AskedIn = {
  /** Null: every document of the owner. */
  readonly documentIds: readonly string[] | null;
  /** Of the whole library: what a question is about may lie outside its scope, and then it is not answered there. */
  readonly titles: readonly string[];
  /** Of the documents that are asked. */
  readonly titlesAsked: readonly string[];
  readonly documents: number;
  readonly passages: number;
  readonly editionIds: readonly string[];
};

/** Which documents and editions a scope means now; of everything, the editions that have most of `words`. */
export async function resolveScope(ctx: Ctx, owner: OwnerScope, scope: ChatScope, words: readonly string[]): Promise<AskedIn> {
  const all = await readyDocuments(ctx, owner);
  const chosen = new Set(scope.documentIds);
  const collections = new Set(scope.collectionIds);
  const own = scope.everything ? all : all.filter((one) => chosen.has(one.id) || (one.collection !== null && collections.has(one.collection)));
  return {
    documentIds: scope.everything ? null : own.map(({ id }) => id),
    titles: all.map(({ title }) => title),
    titlesAsked: own.map(({ title }) => title),
    documents: own.length,
    passages: own.reduce((sum, one) => sum + one.passages, 0),
    editionIds: scope.everything ? await findEditions(ctx, owner, { words, limit: mostEditions }) : scope.editionIds,
  };
}

async function readyDocuments(ctx: Ctx, owner: OwnerScope) {
  const found = [];
  let before: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listDocuments>> = await listDocuments(ctx, owner, { limit: pageSize, ...(before ? { before } : {}) });
    found.push(...page.documents.filter((document) => document.status === "ready"));
    before = page.next;
  } while (before !== null && found.length < mostDocuments);
  return found;
}
