import { Tabs } from "@/app/_ui/page/tabs";
import type { Edition } from "@/server/research/editions/schema";

type EditionTabsProps = {
  id: string;
  current: "text" | "conflicts" | "sources" | "changes" | "providers" | "run";
  totals: Edition["totals"];
  slug: string;
  /** Fields that differ from the edition before; unset where there is none. */
  changed?: number | undefined;
};

/** The leaves of an edition. */
export const EditionTabs = ({ id, current, totals, slug, changed }: EditionTabsProps) => (
  <Tabs
    label="Edition"
    tabs={[
      { href: `/research/${id}/text/${slug}`, label: "Text", current: current === "text" },
      {
        href: `/research/${id}/conflicts`,
        label: "Conflicts",
        count: totals.conflictsOpen + totals.conflictsResolved,
        current: current === "conflicts",
      },
      { href: `/research/${id}/sources`, label: "Sources", count: totals.sources, current: current === "sources" },
      { href: `/research/${id}/changes`, label: "Changes", count: changed, current: current === "changes" },
      { href: `/research/${id}/providers`, label: "Providers", current: current === "providers" },
      { href: `/research/${id}`, label: "Run", current: current === "run" },
    ]}
  />
);
