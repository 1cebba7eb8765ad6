import type { ReactNode } from "react";
import { hrefOf } from "@/app/_features/research/source-href";
import { Fold } from "@/app/_ui/feedback/fold";
import { Mark } from "@/app/_ui/marks/mark";
import { Cite } from "@/app/_ui/reading/cite";
import { sourceAnchor } from "@/app/_ui/reading/source-anchor";
import type { Witness, WitnessSource } from "@/server/research/editions/panel/schema";
import { noticeLine, sourcesHead } from "./witness-words";

type WitnessSourcesProps = {
  witness: Witness;
  /** Names of those who stand on the same voices. */
  shared: readonly string[];
  requestId: string;
  children?: ReactNode;
};

const shown = 6;
const rank = { cited: 0, opened: 1, retrieved: 2 } as const;

/** The sources of one answer, each with the role it has there, cited ones first; below them, asking it once more. */
export const WitnessSources = ({ witness, shared, requestId, children }: WitnessSourcesProps) => {
  const { standing, cost } = witness;
  const sources = witness.sources.toSorted((a, b) => rank[a.role] - rank[b.role] || (a.number ?? 0) - (b.number ?? 0));
  const rest = sources.slice(shown);
  return (
    <div className="witness__sources">
      <p className="label">{sourcesHead(witness)}</p>
      {sources.length > 0 ? <List sources={sources.slice(0, shown)} requestId={requestId} /> : null}
      {rest.length > 0 ? (
        <Fold summary={`${rest.length} more`}>
          <List sources={rest} requestId={requestId} />
        </Fold>
      ) : null}
      {standing === "ungrounded" ? (
        <p className="note">
          {sources.length === 0 ? "It names no source." : "It cites none of what it found."} What it says may be right; nothing here can show it.
        </p>
      ) : null}
      {standing === "failed" && cost.usd === 0 ? <p className="note">Nothing was charged.</p> : null}
      {shared.length > 0 ? <p className="note">Stands on the same voice as {listed(shared)}: it counts once.</p> : null}
      {children}
    </div>
  );
};

const List = ({ sources, requestId }: { sources: readonly WitnessSource[]; requestId: string }) => (
  <ul>
    {sources.map((source, index) => {
      const href = hrefOf(source);
      return (
        <li key={source.number ?? `${index} ${source.url}`}>
          {source.number === null ? (
            <span aria-hidden="true" />
          ) : (
            <Cite number={source.number} inline href={`/research/${requestId}/sources#${sourceAnchor(source.number)}`} />
          )}
          <span className="witness__title">{href ? <a href={href}>{source.title}</a> : source.title}</span>
          <span className="meta">{source.role}</span>
          {source.notices.map((notice) => (
            <span key={noticeLine(notice)} className="witness__notice">
              <Mark name="differs" tone="rubric" /> {noticeLine(notice)}
            </span>
          ))}
        </li>
      );
    })}
  </ul>
);

function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
