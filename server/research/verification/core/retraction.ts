// What is known of a work's being taken back. A retraction ends it, an expression of concern warns, a correction is a note.
import type { Visit } from "../../snapshots/schema";
import type { PublicationNotice, SourceIdentity } from "../../sources/schema";
import type { RegisterLook } from "../schema";
import { markedRetracted, retractedPrefix } from "./compare-work";

const rank: Readonly<Record<PublicationNotice["kind"], number>> = { retraction: 0, expression_of_concern: 1, correction: 2 };
const words: Readonly<Record<PublicationNotice["kind"], string>> = {
  retraction: "was retracted",
  expression_of_concern: "an expression of concern was published",
  correction: "it was corrected",
};

/** Titles under which a source is known, and whether it is a work that publishers register: of such a one "Retracted:" is no headline. */
export type Titles = { readonly titles: readonly (string | null)[]; readonly isWork: boolean };

type Titled = {
  readonly identity: SourceIdentity;
  readonly aliases: readonly SourceIdentity[];
  readonly title: string;
  readonly visit: Pick<Visit, "page"> | null;
  readonly register: RegisterLook | null;
};

/** A source's own title, its page's and its register's. */
export function titlesOf({ identity, aliases, title, visit, register }: Titled): Titles {
  const isWork = workIdentity([identity, ...aliases]) !== null || register?.state === "found";
  return { titles: [title, visit?.page?.title ?? null, register?.title ?? null], isWork };
}

/** Notices without repeats, the gravest first. A title that says "RETRACTED:" is a notice without date. */
export function noticesOn({ titles, isWork }: Titles, ...lists: readonly (readonly PublicationNotice[] | null | undefined)[]): PublicationNotice[] {
  const told = lists.flatMap((list) => list ?? []);
  const said =
    titles.some((title) => title !== null && (isWork ? retractedPrefix : markedRetracted).test(title)) &&
    !told.some((notice) => notice.kind === "retraction");
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
