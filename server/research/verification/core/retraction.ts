// What is known of a work's being taken back. A retraction ends it, an expression of concern warns, a correction is a note.
import type { PublicationNotice, SourceIdentity } from "../../sources/schema";
import type { RegisterLook } from "../schema";
import { retractedPrefix } from "./compare-work";

const rank: Readonly<Record<PublicationNotice["kind"], number>> = { retraction: 0, expression_of_concern: 1, correction: 2 };
const words: Readonly<Record<PublicationNotice["kind"], string>> = {
  retraction: "was retracted",
  expression_of_concern: "an expression of concern was published",
  correction: "it was corrected",
};

/** Notices without repeats, the gravest first. A title that says "RETRACTED:" is a notice without date. */
export function noticesOn(
  titles: readonly (string | null)[],
  ...lists: readonly (readonly PublicationNotice[] | null | undefined)[]
): PublicationNotice[] {
  const told = lists.flatMap((list) => list ?? []);
  const said = titles.some((title) => title !== null && retractedPrefix.test(title)) && !told.some((notice) => notice.kind === "retraction");
  const all = said ? [...told, { kind: "retraction" as const, date: null, by: null }] : told;
  const distinct = new Map(all.map((notice) => [noticeKey(notice), notice]));
  return [...distinct.values()].sort(
    (a, b) => rank[a.kind] - rank[b.kind] || (a.date ?? "").localeCompare(b.date ?? "") || (a.by ?? "").localeCompare(b.by ?? ""),
  );
}

/** Names a notice: its kind and what it was published as. */
export function noticeKey({ kind, by, date }: PublicationNotice): string {
  return `${kind}:${(by ?? date ?? "").toLowerCase()}`;
}

/** "was retracted on 2018-03 (10.1000/notice)". */
export function noticeWords({ kind, date, by }: PublicationNotice): string {
  return `${words[kind]}${date ? ` on ${date}` : ""}${by ? ` (${by})` : ""}`;
}

/** The identifier under which registers of publications can be asked; a DOI before a PMID. */
export function workIdentity(identities: readonly SourceIdentity[]): { scheme: "doi" | "pmid"; value: string } | null {
  for (const scheme of ["doi", "pmid"] as const) {
    const known = identities.find((identity) => identity.scheme === scheme);
    if (known) return { scheme, value: known.value };
  }
  return null;
}

/** Whether a register has been read that would have told of a retraction. */
export function tellsRetraction(look: RegisterLook | null): look is RegisterLook {
  return look?.state === "found";
}
