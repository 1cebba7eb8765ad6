// What the edition's pages say about a category, from its data alone.
import type { State } from "@/app/_ui/marks/states";
import type { ContentsItem } from "@/app/_ui/reading/contents";
import type { Edition, EditionCategory } from "@/server/research/editions/schema";

const strategyNames: Readonly<Record<string, string>> = {
  source_of_record: "source of record",
  authority: "authority, best tier first",
  jurisdiction_scoped: "by jurisdiction, side by side",
  newest_effective: "newest in effect",
  interval: "interval, overlap agrees",
  strictest_safety: "strictest for safety, all kept",
  evidence_level: "level of evidence",
  set_union: "union with support per item",
  weighted_consensus: "weighted consensus",
  tradition_scoped: "by tradition, never resolved",
  manual: "by hand",
};

export function strategyName(strategy: string): string {
  return strategyNames[strategy] ?? strategy;
}

/** The gravest thing to know about a category; agreement is not marked. */
export function categoryMark(category: EditionCategory): State | undefined {
  if (category.outcome === "blocked" || category.outcome === "nothing_found" || category.outcome === "failed") return category.outcome;
  if (category.outcome === "not_searched") return "not_searched";
  const has = (test: (conflict: EditionCategory["conflicts"][number]) => boolean) => category.conflicts.some(test);
  if (has((conflict) => conflict.status === "resolved")) return "conflict";
  if (has((conflict) => conflict.status === "open")) return "open";
  if (has((conflict) => conflict.kind === "jurisdiction_difference")) return "by_jurisdiction";
  return has((conflict) => conflict.status === "set_apart") ? "not_comparable" : undefined;
}

export function contentsOf(edition: Edition, current: string): ContentsItem[] {
  return edition.categories.map((category) => ({
    key: category.slug,
    number: category.number,
    name: category.name,
    href: `/research/${edition.request.id}/text/${category.slug}`,
    current: category.slug === current,
    state: categoryMark(category),
    score: category.confidence?.value ?? null,
  }));
}

export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

/** Says plainly why a category has no text. */
export function emptyWords(category: EditionCategory): string {
  const asked = category.coverage?.asked.length ?? 0;
  switch (category.outcome) {
    case "nothing_found":
      return `${asked} asked, no citable source. Add documents that speak of it, or ask with other providers.`;
    case "blocked":
      return `${category.coverage?.blocked.length ?? 0} of ${asked} refused. Nothing can be said about what they hold.`;
    case "failed":
      return `${category.error ?? "No answer."} Retry asks it again; nothing was charged for it.`;
    case "not_searched":
      return category.error ?? "No provider of this request can answer it.";
    default:
      return category.status === "done" ? "No sentence passed the gate." : "This category is still under way.";
  }
}
