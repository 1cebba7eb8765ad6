import type { ReactNode } from "react";
import type { Score } from "@/server/research/scoring/schema";
import { ConfidenceRing } from "../run/confidence-ring";

type ChapterHeadProps = {
  /** For aria-labelledby of the article. */
  id: string;
  /** "Category 3 of 17". */
  place: string;
  title: string;
  /** "16 sources, 6 independent. Strategy: interval, label first." */
  lead: ReactNode;
  confidence: Score | null;
  /** The id of the SignalTable's Fold. */
  explainedBy?: string;
};

/** Opens a category's text. */
export const ChapterHead = ({ id, place, title, lead, confidence, explainedBy }: ChapterHeadProps) => (
  <header className="chapter">
    <div>
      <div className="chapter__no">{place}</div>
      <h2 id={id}>{title}</h2>
      <p className="meta">{lead}</p>
    </div>
    {confidence ? <ConfidenceRing score={confidence} explainedBy={explainedBy} /> : null}
  </header>
);
