import type { ReactNode } from "react";
import { Mark } from "./mark";
import { type State, stateMark, stateWords } from "./states";

type StateMarkProps = {
  state: State;
  /** Words in place of the state's own: "2 conflicts", "Running, 3 min 18 s". */
  children?: ReactNode;
  /** A breathing point in place of the mark, for the one thing that runs now. */
  live?: boolean;
};

/** A state as a mark, a word and then a colour. */
export const StateMark = ({ state, children, live = false }: StateMarkProps) => (
  <span className={`state state--${state}`}>
    {live ? <span className="pulse" aria-hidden="true" /> : <Mark name={stateMark(state)} />}
    <span>{children ?? stateWords(state)}</span>
  </span>
);
