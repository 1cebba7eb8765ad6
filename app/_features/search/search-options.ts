// What the search of everything offers for a query: rooms and pages by their names, then what was found, grouped by kind.

export type SearchOption = {
  /** Unique among all options. */
  readonly id: string;
  readonly href: string;
  readonly title: string;
  /** What it is or where it stands, in a few words. */
  readonly detail: string;
};
export type OptionGroup = { readonly label: string; readonly options: readonly SearchOption[] };

export type Found = {
  readonly documents: readonly { documentId: string; title: string; fileName: string }[];
  readonly passages: readonly {
    passageId: number;
    documentId: string;
    documentTitle: string;
    page: number | null;
    start: number;
    end: number;
    text: string;
    marks: readonly { start: number; end: number }[];
  }[];
  readonly requests: readonly { id: string; subject: string; packName: string; isEnded: boolean }[];
  readonly conversations: readonly { id: string; title: string; questions: number }[];
};
export const nothingFound: Found = { documents: [], passages: [], requests: [], conversations: [] };

type Page = { readonly href: string; readonly title: string; readonly detail: string; readonly forAdmins?: true };
const pages: readonly Page[] = [
  { href: "/research", title: "Research", detail: "Requests and editions" },
  { href: "/research/new", title: "New request", detail: "Ask about a subject" },
  { href: "/library", title: "Library", detail: "Documents" },
  { href: "/chat", title: "Chat", detail: "Conversations" },
  { href: "/admin", title: "Admin", detail: "People and providers", forAdmins: true },
];

/** Characters before a passage's first mark. */
const before = 30;
const longest = 110;

/** Groups that have options, in the order they are shown. An empty query offers the pages. */
export function optionGroups(query: string, found: Found, role: "user" | "admin"): OptionGroup[] {
  const asked = query.trim().toLowerCase();
  const named = pages.filter(
    ({ title, detail, forAdmins }) => (!forAdmins || role === "admin") && `${title} ${detail}`.toLowerCase().includes(asked),
  );
  const groups: OptionGroup[] = [
    { label: "Pages", options: named.map(({ href, title, detail }) => ({ id: `page:${href}`, href, title, detail })) },
    {
      label: "Documents",
      options: found.documents.map(({ documentId, title, fileName }) => ({
        id: `document:${documentId}`,
        href: `/library/${documentId}`,
        title,
        detail: fileName,
      })),
    },
    {
      label: "Passages",
      options: found.passages.map(({ passageId, documentId, documentTitle, page, start, end, text, marks }) => ({
        id: `passage:${passageId}`,
        href: `/library/${documentId}?start=${start}&end=${end}#passage`,
        title: excerpt(text, marks[0]?.start ?? 0),
        detail: page === null ? documentTitle : `${documentTitle}, page ${page}`,
      })),
    },
    {
      label: "Editions",
      options: found.requests.map(({ id, subject, packName, isEnded }) => ({
        id: `request:${id}`,
        href: `/research/${id}`,
        title: subject,
        detail: isEnded ? packName : `${packName}, running`,
      })),
    },
    {
      label: "Conversations",
      options: found.conversations.map(({ id, title, questions }) => ({
        id: `conversation:${id}`,
        href: `/chat/${id}`,
        title,
        detail: questions === 1 ? "1 question" : `${questions} questions`,
      })),
    },
  ];
  return groups.filter(({ options }) => options.length > 0);
}

/** A line of a passage around a place. */
export function excerpt(text: string, at: number): string {
  const flat = text.replace(/\s/g, " ");
  const start = at <= before ? 0 : at - before;
  const from = start === 0 ? 0 : Math.max(start, flat.indexOf(" ", start) + 1 > at ? start : flat.indexOf(" ", start) + 1);
  const isCut = from + longest < flat.length;
  const window = flat.slice(from, from + longest);
  const space = window.lastIndexOf(" ");
  // Writing without blanks is cut anywhere.
  const line = isCut && space > longest / 2 ? window.slice(0, space) : window;
  return `${from > 0 ? "\u2026 " : ""}${line.toWellFormed().replace(/ +/g, " ").trim()}${isCut ? " \u2026" : ""}`;
}

/** The option after or before another, round the ends. */
export function neighbour(ids: readonly string[], current: string | null, step: 1 | -1): string | null {
  if (ids.length === 0) return null;
  const at = current === null ? -1 : ids.indexOf(current);
  if (at < 0) return (step === 1 ? ids[0] : ids.at(-1)) ?? null;
  return ids[(at + step + ids.length) % ids.length] ?? null;
}
