import { Fragment, type ReactNode } from "react";
import { Mark } from "../marks/mark";

type CategoryWallProps = {
  /** CategoryTile parts in the order of the pack. */
  children: ReactNode;
  /** The last tile explains the marks. */
  withKey?: boolean;
};

/** All categories of a run, one tile each: six columns, four, two. */
export const CategoryWall = ({ children, withKey = true }: CategoryWallProps) => (
  <ul className="wall">
    {children}
    {withKey ? <KeyTile /> : null}
  </ul>
);

const keys = [
  ["differs", "sources conflict"],
  ["open", "left open"],
  ["juris", "differs by jurisdiction"],
  ["apart", "not comparable"],
] as const;

/** How to read a tile. */
const KeyTile = () => (
  <li className="tile tile--key">
    <span className="label">How to read a tile</span>
    <div className="tile__key">
      {keys.map(([mark, words]) => (
        <Fragment key={mark}>
          <Mark name={mark} />
          <span>{words}</span>
        </Fragment>
      ))}
    </div>
    <p>The leaf has eight lines, one per step. Done, it becomes the confidence ring.</p>
  </li>
);
