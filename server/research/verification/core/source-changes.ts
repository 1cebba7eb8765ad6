// What became of a source between two looks, as changes that an edition has to tell.
import type { Visit } from "../../snapshots/schema";
import type { PublicationNotice } from "../../sources/schema";
import type { SourceChangeDetail, SourceChangeKind } from "../schema";
import { noticeKey, noticeWords } from "./retraction";

export type KnownState = {
  readonly visit: Visit | null;
  readonly textHash: string | null;
  readonly notices: readonly PublicationNotice[];
  readonly superseded: boolean;
};
export type Change = { readonly kind: SourceChangeKind; readonly detail: SourceChangeDetail; readonly dedupeKey: string };

const kinds: Readonly<Record<PublicationNotice["kind"], SourceChangeKind>> = {
  retraction: "retracted",
  expression_of_concern: "concern",
  correction: "corrected",
};
const nothing: SourceChangeDetail = { before: null, after: null, notice: null, quotes: null };

/** `quotes`: what became of the words that are cited, where they were looked for in a text that is new. */
export function changesBetween(before: KnownState, after: KnownState, quotes: SourceChangeDetail["quotes"]): Change[] {
  const known = new Set(before.notices.map(noticeKey));
  const retracted = before.notices.some((notice) => notice.kind === "retraction");
  const changes: Change[] = after.notices
    .filter((notice) => !known.has(noticeKey(notice)) && !(retracted && notice.kind === "retraction"))
    .map((notice) => ({ kind: kinds[notice.kind], detail: { ...nothing, notice }, dedupeKey: noticeKey(notice) }));
  if (after.superseded && !before.superseded) changes.push({ kind: "superseded", detail: nothing, dedupeKey: "superseded" });
  const [was, is] = [before.visit?.judgement.state, after.visit?.judgement.state];
  if (is === "dead" && was !== "dead")
    changes.push({ kind: "gone", detail: { ...nothing, before: before.textHash }, dedupeKey: `gone:${after.visit?.at}` });
  if (was === "dead" && is === "alive")
    changes.push({ kind: "returned", detail: { ...nothing, after: after.textHash }, dedupeKey: `returned:${after.visit?.at}` });
  const newText = after.textHash !== null && after.textHash !== before.textHash;
  // A page that is read for the first time has not changed, unless it lacks the words that were cited from what an engine showed of it.
  if (newText && (before.textHash !== null || (quotes?.lost ?? 0) > 0))
    changes.push({
      kind: "changed",
      detail: { ...nothing, before: before.textHash, after: after.textHash, quotes },
      dedupeKey: `changed:${after.textHash}`,
    });
  return changes;
}

/** One sentence for pages. */
export function changeWords(kind: SourceChangeKind, { before, notice, quotes }: SourceChangeDetail): string {
  if (notice && (kind === "retracted" || kind === "concern" || kind === "corrected")) {
    const words = noticeWords(notice);
    return kind === "retracted" ? `It ${words}.` : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  }
  if (kind === "changed") {
    const lost = quotes?.lost ?? 0;
    const of = quotes ? quotes.held + quotes.moved + quotes.lost : 0;
    if (before === null) return `The page was read later and lacks ${lost} of ${of} cited passages.`;
    if (of === 0) return "The page has changed. Nothing is cited from it.";
    return lost === 0
      ? `The page has changed; ${of === 1 ? "the cited passage still stands" : `all ${of} cited passages still stand`} on it.`
      : `The page has changed and lacks ${lost} of ${of} cited passages.`;
  }
  const words: Partial<Record<SourceChangeKind, string>> = {
    superseded: "A later edition replaces it.",
    gone: "The page is no longer there.",
    returned: "The page is there again.",
  };
  return words[kind] ?? "It has changed.";
}
