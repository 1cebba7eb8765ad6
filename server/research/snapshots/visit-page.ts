// One look at an address: fetched through the one way out, read in the one place that reads pages, judged by rule.

import { sha256 } from "@/server/platform/hash";
import { newId } from "@/server/platform/ids";
import type { FetchedPage, Outbound } from "@/server/platform/outbound";
import { titleLikeness } from "../verification/core/compare-work";
import { type Came, judgePage, judgeRefusal, wantsSibling } from "./core/judge-visit";
import { madeUpSibling } from "./core/soft-missing";
import type { MadeVisit } from "./keep-visit";
import type { PageFacts, Visit } from "./schema";

/** What is read from a page: its words and what it says of itself. Null: it is of a kind that is not read, or could not be. */
export type PageText = Pick<PageFacts, "title" | "lang" | "kind" | "published" | "canonicalUrl" | "doi"> & {
  readonly text: string;
  readonly pageStarts: readonly number[] | null;
};
export type ReadPage = (page: FetchedPage, signal: AbortSignal) => Promise<PageText | null>;
export type VisitParts = { readonly outbound: Outbound; readonly readPage: ReadPage; readonly now: () => Date; readonly signal: AbortSignal };

const longestFact = 2048;
/** Share of words, 0 to 1. */
const sameTitle = 0.8;
/** More header lines than this are noise. */
const keptHeaders = 60;

/** `title`: what the page was cited as; null when nobody said. */
export type Address = { readonly url: string; readonly title: string | null };

/** Looks at the address. `before`: the last visit that was read, so that a page that has not changed need not be sent again. */
export async function visitPage({ url, title }: Address, before: Visit | null, parts: VisitParts): Promise<MadeVisit> {
  const { etag, "last-modified": lastModified } = before?.headers ?? {};
  const result = await parts.outbound.fetchPage(url, {
    signal: parts.signal,
    ...(etag ? { etag } : {}),
    ...(lastModified ? { lastModified } : {}),
  });
  const base = { id: newId(), url, status: null, hops: [], headers: {}, page: null, body: null, text: null };
  if (!result.ok) {
    const { refusal } = result;
    return { ...base, hops: [...refusal.hops], judgement: judgeRefusal(refusal), at: parts.now().toISOString() };
  }
  const { page } = result;
  const came = {
    ...base,
    status: page.status,
    hops: [...page.hops],
    headers: Object.fromEntries(Object.entries(page.headers).slice(0, keptHeaders)),
    at: parts.now().toISOString(),
  };
  if (page.status === 304 && before) {
    const judgement = { state: "alive" as const, method: "GET", reason: "The site says that the page has not changed." };
    // A reply without a body carries what the first one said of it.
    return {
      ...came,
      headers: { ...before.headers, ...came.headers },
      page: before.page,
      judgement,
      same: { bodyHash: before.bodyHash, textHash: before.textHash },
    };
  }
  const read = page.body.length === 0 ? null : await parts.readPage(page, parts.signal);
  const judgement = await judged(page, read, title, parts);
  const facts: PageFacts | null = read && {
    title: stored(read.title),
    lang: stored(read.lang),
    kind: read.kind,
    published: stored(read.published),
    canonicalUrl: stored(read.canonicalUrl),
    doi: stored(read.doi),
    contentType: page.contentType,
    bytes: page.body.length,
    characters: read.text.length,
    pageStarts: read.pageStarts && [...read.pageStarts],
  };
  return { ...came, page: facts, judgement, body: page.body.length === 0 ? null : page.body, text: read?.text || null };
}

/** What no database takes is not kept. */
function stored(words: string | null): string | null {
  return words === null ? null : words.toWellFormed().replaceAll("\0", "").slice(0, longestFact);
}

async function judged(page: FetchedPage, read: PageText | null, cited: string | null, parts: VisitParts) {
  const came: Came = {
    status: page.status,
    url: page.url,
    finalUrl: page.finalUrl,
    title: read?.title ?? null,
    text: read?.text ?? "",
    readable: read !== null,
  };
  const first = judgePage(came);
  // A page with the title it was cited by is no page that a site shows for everything.
  if (!wantsSibling(came, first) || (cited !== null && titleLikeness(cited, came.title ?? "") >= sameTitle)) return first;
  const sibling = madeUpSibling(page.finalUrl, sha256(page.url).slice(0, 12));
  const beside = sibling ? await parts.outbound.fetchPage(sibling, { signal: parts.signal }) : null;
  if (!beside?.ok || beside.page.status !== 200) return first;
  const same = (await parts.readPage(beside.page, parts.signal))?.text === came.text && came.text !== "";
  return judgePage({ ...came, sameAsMadeUp: same });
}
