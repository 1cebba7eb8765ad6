// The sources an engine brings: one per identity, with its strongest role. Their text is what the engine shows of the page and never the engine's own prose.
import { identityKey, identityOf } from "../../sources/core/identity";
import type { FoundSource, SourceRole } from "../../sources/schema";
import { wholeSentences } from "./snippet";
import { standingOfHost } from "./source-standing";

export type Shown = {
  readonly url: string;
  readonly role: SourceRole;
  readonly title?: string | null;
  /** Words of the page. */
  readonly snippet?: string | null;
  readonly date?: string | null;
};
export type SourceList = {
  /** The index of the source; null when the address is none that can be cited. */
  readonly add: (shown: Shown) => number | null;
  readonly indexOf: (url: string) => number | null;
  readonly sources: () => FoundSource[];
  /** Addresses that were no web addresses. */
  readonly unusable: () => number;
};

const roleRank: Record<SourceRole, number> = { cited: 2, opened: 1, retrieved: 0 };
const longestUrl = 2048;
const longestTitle = 600;
const longestSnippet = 20_000;
/** More than this from one answer is a listing, not evidence; what is cited is kept all the same. */
const mostSources = 200;

export function makeSourceList(): SourceList {
  const byKey = new Map<string, number>();
  const found: FoundSource[] = [];
  let unusable = 0;
  const place = (url: string) => {
    const named = url.length <= longestUrl ? identityOf({ url }) : null;
    return named && { named, index: byKey.get(identityKey(named.identity)) };
  };
  return {
    add(shown) {
      const at = place(shown.url);
      if (!at || (at.index === undefined && found.length >= mostSources && shown.role !== "cited")) {
        unusable += 1;
        return null;
      }
      const known = at.index === undefined ? undefined : found[at.index];
      const source = sourceOf(shown, at.named.identity, known);
      const index = at.index ?? found.length;
      found[index] = source;
      byKey.set(identityKey(source.identity), index);
      return index;
    },
    indexOf: (url) => place(url)?.index ?? null,
    sources: () => [...found],
    unusable: () => unusable,
  };
}

function sourceOf(shown: Shown, identity: FoundSource["identity"], known: FoundSource | undefined): FoundSource {
  const host = URL.parse(shown.url)?.hostname.replace(/^www\./, "") ?? "";
  const title = cleanTitle(shown.title);
  const text = cleanSnippet(shown.snippet);
  const better = together(known?.text ?? "", text);
  const role = known && roleRank[known.role] >= roleRank[shown.role] ? known.role : shown.role;
  const { tier, jurisdiction } = standingOfHost(host);
  return {
    identity,
    aliases: [],
    // The host stands for a title until a better one comes.
    title:
      known && known.title !== known.publisher ? known.title : (title ?? known?.title ?? (host === "" ? shown.url.slice(0, longestTitle) : host)),
    url: known?.url ?? withoutTracking(shown.url),
    tier,
    date: known?.date ?? cleanDate(shown.date),
    jurisdiction,
    publisher: known?.publisher ?? (host === "" ? null : host.slice(0, 200)),
    licence: null,
    role,
    text: better,
    passages: stretchesOf(better).flatMap(({ text: stretch, base }) =>
      wholeSentences(stretch, better.length).map(({ start, end }) => ({ start: base + start, end: base + end, page: null, heading: null, score: 1 })),
    ),
    upstream: null,
    superseded: false,
  };
}

/** All that was shown of a page. What one stretch holds already is not repeated; two that differ stand apart, so that no sentence runs across both. */
function together(before: string, text: string): string {
  if (before.includes(text)) return before;
  if (text.includes(before)) return text;
  return before.length + text.length + 2 > longestSnippet ? before : `${before}\n\n${text}`;
}

function stretchesOf(text: string): { text: string; base: number }[] {
  let base = 0;
  return text.split("\n\n").map((stretch) => {
    const at = base;
    base += stretch.length + 2;
    return { text: stretch, base: at };
  });
}

/** A title that says something: xAI writes the number of the citation there. */
function cleanTitle(title: string | null | undefined): string | null {
  const clean = plain(title ?? "").slice(0, longestTitle);
  return clean === "" || /^\P{L}+$/u.test(clean) || /^https?:/i.test(clean) ? null : clean;
}

function cleanSnippet(snippet: string | null | undefined): string {
  return (snippet ?? "")
    .slice(0, longestSnippet)
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\u200b\u202a-\u202e\u2066-\u2069\ufeff]/gu, "")
    .trim();
}

function plain(text: string): string {
  return cleanSnippet(text).replace(/\s+/g, " ").trim();
}

/** The date as precise as it is stated; null for anything but ISO dates. */
function cleanDate(date: string | null | undefined): string | null {
  return /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?(?=$|[T ])/.exec(date?.trim() ?? "")?.[0] ?? null;
}

/** What engines add to addresses to count visits. */
function withoutTracking(address: string): string {
  const url = URL.parse(address);
  if (!url) return address;
  for (const name of [...url.searchParams.keys()]) if (/^utm_/i.test(name)) url.searchParams.delete(name);
  return url.href;
}
