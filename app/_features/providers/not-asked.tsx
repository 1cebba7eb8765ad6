import { StateMark } from "@/app/_ui/marks/state-mark";
import { SectionHead } from "@/app/_ui/page/section-head";
import type { ProviderPanel } from "@/server/research/editions/panel/schema";

/** The providers of the request that this category never asked, each with its reason. */
export const NotAsked = ({ skipped }: { skipped: ProviderPanel["skipped"] }) => (
  <section aria-labelledby="not-asked">
    <SectionHead id="not-asked" title="Not asked">
      <p className="meta">Chosen for the request, and not for this category.</p>
    </SectionHead>
    <ul className="not-asked">
      {skipped.map(({ provider, name, reason }) => (
        <li key={provider}>
          <StateMark state="not_searched">{name}</StateMark> <span className="meta">{reason}</span>
        </li>
      ))}
    </ul>
  </section>
);
