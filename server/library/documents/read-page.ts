// A fetched page as text, taken apart as documents are: in child processes with limits, so that a hostile page costs nothing but itself.
import { config } from "@/server/platform/config";
import type { FetchedPage } from "@/server/platform/outbound";
import { makePlaces } from "@/server/platform/places";
import { singleton } from "@/server/platform/singleton";
import { detectLanguage } from "./adapters/detect-language";
import { extractInChild } from "./adapters/extract";
import type { ExtractLimits } from "./adapters/extract-process";
import { makeHtmlReaders } from "./adapters/html-readers";
import { findDoi } from "./core/detect-kind";
import { readText } from "./core/read-text";
import { sniff } from "./core/sniff";
import type { Extracted, ExtractOutcome } from "./extract-child/outcome";
import { limits } from "./limits";

export type ReadablePage = {
  readonly kind: "html" | "pdf" | "text";
  readonly title: string | null;
  /** What offsets count in; it can be stored as it is. */
  readonly text: string;
  /** ISO 639-1. */
  readonly lang: string | null;
  /** As the page states it: a year, a month or a day, ISO. */
  readonly published: string | null;
  /** Absolute http or https address that the page names as its own. It is the page's word, not a redirect. */
  readonly canonicalUrl: string | null;
  /** In lower case, from the page's metadata only: one in the text is usually somebody else's. */
  readonly doi: string | null;
  /** Offset of each page's first character in a PDF. */
  readonly pageStarts: readonly number[] | null;
};
export type ReadPage = { readonly ok: true; readonly readable: ReadablePage } | { readonly ok: false; readonly reason: string };

export type ReadPageOptions = { readonly allowed?: ExtractLimits; readonly signal?: AbortSignal };

/** A page is smaller than a document may be, and nobody waits for one that is made to be read for ever. */
const longestReadMs = 10_000;
/** Processes that read pages at a time: each may take the memory that a document may. */
const readersAtATime = 2;

/** The text and the metadata of a page, or one sentence why there is none. Rejects only when `signal` aborts or no process can be started. */
export async function readPage(page: Pick<FetchedPage, "body" | "contentType" | "finalUrl">, options: ReadPageOptions = {}): Promise<ReadPage> {
  const { allowed = pageLimits(), signal = new AbortController().signal } = options;
  const kind = kindOf(page);
  if (kind === null)
    return { ok: false, reason: page.body.length === 0 ? "The page is empty." : "The page is neither HTML nor PDF nor text, so it is not read." };
  const outcome = await outcomeOf(kind, page, allowed, signal);
  if (!outcome.ok) return { ok: false, reason: firstSentence(outcome.reason) };
  return { ok: true, readable: await readable(kind, outcome, page.finalUrl) };
}

function pageLimits(): ExtractLimits {
  const { extractMs, extractMb } = config().files;
  return { ms: Math.min(extractMs, longestReadMs), mb: extractMb };
}

function outcomeOf(
  kind: ReadablePage["kind"],
  page: Pick<FetchedPage, "body" | "contentType">,
  allowed: ExtractLimits,
  signal: AbortSignal,
): Promise<ExtractOutcome> {
  const charset = /;\s*charset\s*=\s*"?([\w-]{2,40})/i.exec(page.contentType ?? "")?.[1] ?? null;
  if (kind === "text") return Promise.resolve(readText(page.body, charset));
  if (kind === "html") return singleton("html-readers", () => makeHtmlReaders(readersAtATime)).read(page.body, charset, allowed, signal);
  return singleton("pdf-places", () => makePlaces(readersAtATime)).take(signal, () => extractInChild(page.body, kind, allowed, signal));
}

/** Told by the bytes; the sender's word only tells a piece of HTML from plain text. */
function kindOf({ body, contentType }: Pick<FetchedPage, "body" | "contentType">): ReadablePage["kind"] | null {
  const sniffed = sniff(body, "");
  if (!sniffed.ok) return null;
  if (sniffed.format === "pdf") return "pdf";
  if (!["html", "md", "txt"].includes(sniffed.format)) return null;
  return sniffed.format === "html" || /\bx?html\b/i.test(contentType ?? "") ? "html" : "text";
}

async function readable(kind: ReadablePage["kind"], extracted: Extracted, finalUrl: string): Promise<ReadablePage> {
  const { found, pageStarts } = extracted;
  // What no database column holds is taken out where it moves no offset: a mark stands for a mark.
  const text = extracted.text
    .toWellFormed()
    .replaceAll("\0", " ")
    .replace(/^\uFEFF/, " ");
  return {
    kind,
    title: extracted.title?.replace(/\s+/g, " ").trim().slice(0, limits.title) || null,
    text,
    lang: found.language ?? (await detectLanguage(text)),
    published: publishedOf(found.date ?? ""),
    canonicalUrl: absolute(found.canonical, finalUrl),
    doi: findDoi(found.doi ?? ""),
    pageStarts,
  };
}

function publishedOf(date: string): string | null {
  const [, year, month, day] = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?!\d)/.exec(date.trim()) ?? [];
  if (year === undefined) return null;
  return [year, month, day].flatMap((part) => (part === undefined ? [] : part.padStart(2, "0"))).join("-");
}

function absolute(address: string | undefined, base: string): string | null {
  const url = address === undefined ? null : URL.parse(address, base);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
}

/** The rest of a refusal tells what to do with a file of one's own. */
function firstSentence(reason: string): string {
  return /^.*?\.(?=\s|$)/s.exec(reason)?.[0] ?? reason;
}
