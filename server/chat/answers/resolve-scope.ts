import { listDocuments } from "@/server/library/documents/list-documents";
import type { Ctx, OwnerScope } from "@/server/platform/context";
import { listOwnRequests } from "@/server/research/requests/list-requests";
import type { ChatScope } from "../conversations/schema";

const pageSize = 200;
/** Titles tell what a follow-up question is about; nobody's library has its subjects in the ten-thousandth. */
const mostDocuments = 2_000;
/** Of everything: older editions are asked when they are chosen. */
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

/** Which documents and editions a scope means now. */
export async function resolveScope(ctx: Ctx, owner: OwnerScope, scope: ChatScope): Promise<AskedIn> {
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
    editionIds: scope.everything ? await newestEditions(ctx) : scope.editionIds,
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

async function newestEditions(ctx: Ctx): Promise<string[]> {
  const { requests } = await listOwnRequests(ctx, { before: null });
  return requests
    .filter(({ found, endedAt }) => endedAt !== null && found > 0)
    .slice(0, mostEditions)
    .map(({ id }) => id);
}
