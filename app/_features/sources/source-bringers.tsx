import Link from "next/link";
import { SectionHead } from "@/app/_ui/page/section-head";
import { RungList } from "@/app/_ui/sources/verification-ladder";
import type { SourcePage } from "@/server/research/verification/source-page/schema";

const states: Record<SourcePage["categories"][number]["shown"][number]["state"], string> = {
  stands: "stands on the page",
  in_part: "stands on the page in part",
  altered: "is on the page with other facts",
  missing: "is not on the page",
};
const roles = { cited: "cited", opened: "opened", retrieved: "retrieved" } as const;

/** Who brought the source to which category, whether what they showed of it stands there, and how its quotes hold. */
export const SourceBringers = ({ page }: { page: SourcePage }) => (
  <section aria-labelledby="brought">
    <SectionHead id="brought" title="Who brought it" />
    <ol className="brought">
      {page.categories.map((category) => (
        <li key={category.slug}>
          <h3>
            <Link prefetch={false} href={`/research/${page.request.id}/text/${category.slug}#source-${page.source.number}`}>
              {category.name}
            </Link>
          </h3>
          <p>{category.broughtBy.map(({ name, role }) => `${name} (${roles[role]})`).join(", ")}</p>
          {category.shown.map((shown) => (
            <p key={`${shown.by} ${shown.state} ${shown.found}`} className="note">
              What {shown.by} showed {states[shown.state]}: {shown.found} of {shown.shown} {shown.shown === 1 ? "sentence" : "sentences"} found.
            </p>
          ))}
          {category.rungs.every((rung) => rung.state === "not_reached") ? (
            <p className="note">No words of it were taken here.</p>
          ) : (
            <RungList results={category.rungs} only={["quote_anchored", "supports"]} dated />
          )}
        </li>
      ))}
    </ol>
  </section>
);
