import Link from "next/link";
import type { ReactNode } from "react";
import type { RunCategory } from "@/server/research/editions/schema";
import { StateMark } from "../marks/state-mark";
import { ConfidenceRing } from "./confidence-ring";
import { Leaf } from "./leaf";
import { tileConflict, tileFoot, tilePicture, tileProgress, tileState } from "./tile-words";

type CategoryTileProps = {
  category: RunCategory;
  /** Where its name leads; without it the tile is not a link. */
  href?: string;
  /** "1st in line", for a queued category. */
  place?: string;
  /** A small Retry button, for a failed one. */
  action?: ReactNode;
};

/** One category of a run, in the picture of how far it is or how it ended. */
export const CategoryTile = ({ category, href, place, action }: CategoryTileProps) => {
  const picture = tilePicture(category);
  const { state, words } = tileState(category);
  const conflict = picture === "done" ? tileConflict(category.conflicts) : null;
  const foot = tileFoot(category) || place;
  return (
    <li className={`tile tile--${picture}`}>
      <div className="tile__top">
        <div>
          <span className="tile__no">{category.number}</span>
          <StateMark state={state}>{words}</StateMark>
        </div>
        {picture === "done" ? (
          category.confidence && <ConfidenceRing score={category.confidence} size="tile" />
        ) : (
          <Leaf picture={picture} state={category.state} progress={tileProgress(category)} />
        )}
      </div>
      <h3 className="tile__name">
        {href ? (
          <Link href={href} prefetch={false}>
            {category.name}
          </Link>
        ) : (
          category.name
        )}
      </h3>
      <div className="tile__foot">
        {conflict ? <StateMark state={conflict.state}>{conflict.words}</StateMark> : null}
        {foot ? <span>{foot}</span> : null}
        {action}
      </div>
    </li>
  );
};
