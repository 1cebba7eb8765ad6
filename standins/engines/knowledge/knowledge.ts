// What the stand-ins' web holds: pages that say something about topics of a subject. All of it is made up for trials, and stands on hosts that do not exist.
import { anySubject } from "./any-subject";
import { metformin } from "./metformin";
import type { PageId, Subject, Topic } from "./subject";
import { warfarin } from "./warfarin";

export type Finding = { readonly url: string; readonly title: string; readonly date: string; readonly text: string; readonly topic: string };

const pages: Record<PageId, { readonly host: string; readonly title: string; readonly date: string }> = {
  label: { host: "labels.agency-west.example", title: "Prescribing information", date: "2025-03-14" },
  mirror: { host: "pharmacy-mirror.example", title: "Label, copied", date: "2025-06-02" },
  portal: { host: "drug-portal.example", title: "Professional monograph", date: "2024-11-20" },
  agency: { host: "products.agency-east.example", title: "Summary of product characteristics", date: "2024-09-30" },
  review: { host: "journal-of-reviews.example", title: "A review of the evidence", date: "2023-05-01" },
  blog: { host: "health-notes.example", title: "What you should know", date: "2019-02-11" },
};
const subjects: readonly Subject[] = [metformin, warfarin];
const pageIds = ["label", "mirror", "portal", "agency", "review", "blog"] as const;
const mostTopics = 3;
/** What was cited, by address, so that its page says the same: how a subject was spelt cannot be told from its address. */
const cited = new Map<string, Finding>();
const redirects = new Map<string, string>();
const mostCited = 5000;

/** What the named pages say about the question, best topics first; nothing where no topic fits. */
export function findingsFor(question: string, read: readonly PageId[]): Finding[] {
  const subject = subjects.find((known) => known.match.test(question)) ?? anySubject(question);
  const topics = subject.topics
    .map((topic) => ({ topic, hits: question.match(new RegExp(topic.words, "gi"))?.length ?? 0 }))
    .filter((entry) => entry.hits > 0)
    .sort((a, b) => b.hits - a.hits)
    .slice(0, mostTopics);
  return topics.flatMap(({ topic }) => read.flatMap((id) => findingOf(subject, topic, id) ?? []));
}

function findingOf(subject: Subject, topic: Topic, id: PageId): Finding | null {
  const text = (id === "mirror" || id === "portal" ? (topic.says[id] ?? topic.says.label) : topic.says[id]) ?? null;
  if (text === null) return null;
  const { host, title, date } = pages[id];
  const url = `https://${host}/${encodeURIComponent(subject.name.toLowerCase().replaceAll(" ", "-"))}/${topic.slug}`;
  const finding = { url, title: `${subject.name}: ${title}`, date, text, topic: topic.slug };
  if (cited.size < mostCited) cited.set(addressOf(new URL(url)), finding);
  return finding;
}

/** Cites a finding by an address that redirects to its page, and gives that address. */
export function citedThrough(via: string, finding: Finding): string {
  if (redirects.size < mostCited) redirects.set(via, finding.url);
  return via;
}

/** Where such an address leads. */
export function redirectOf(url: URL): string | null {
  return redirects.get(addressOf(url)) ?? null;
}

/** What stands at a cited address, as it was cited; where nothing was, what would be. */
export function findingAt(url: URL): Finding | null {
  const known = cited.get(addressOf(url));
  if (known) return known;
  const id = pageIds.find((page) => pages[page].host === url.hostname);
  const [, name = "", slug = ""] = url.pathname.split("/");
  const words = name.replaceAll("-", " ");
  const subject = subjects.find((one) => one.match.test(words)) ?? anySubject(words);
  const topic = subject.topics.find((one) => one.slug === slug);
  return id === undefined || topic === undefined ? null : findingOf(subject, topic, id);
}

/** Whether the stand-ins' web has this host. */
export function isCitedHost(host: string): boolean {
  return pageIds.some((page) => pages[page].host === host);
}

function addressOf(url: URL): string {
  return url.origin + url.pathname;
}
