import { Fragment, type ReactNode } from "react";
import { Mark, type Tone } from "../marks/mark";
import { type State, stateMark } from "../marks/states";
import { Cite } from "./cite";

export type VariantGroup = {
  key: string;
  /** What the sources have instead, as written, each with the numbers of its sources. */
  readings: readonly { text: ReactNode; key: string; sources: readonly number[] }[];
  state: Extract<State, "agrees" | "conflict" | "open" | "not_comparable" | "by_jurisdiction">;
  /** "not comparable: matrix differs". */
  words: string;
  /** Its entry in the ledger. */
  href?: string;
};

type ApparatusProps = { label?: string; children: ReactNode };

/** The variants under a text, one ApparatusLine each. */
export const Apparatus = ({ label = "Variants", children }: ApparatusProps) => (
  <section className="variants" aria-label={label}>
    <ol>{children}</ol>
  </section>
);

type ApparatusLineProps = {
  id?: string;
  /** Number of the sentence. */
  line: number | string;
  lemma: ReactNode;
  groups: readonly VariantGroup[];
};

const tones: Partial<Record<State, Tone>> = { agrees: "verdigris", conflict: "rubric", open: "ochre" };

/** Number, lemma, bracket, what the others have, and what they are to it. */
export const ApparatusLine = ({ id, line, lemma, groups }: ApparatusLineProps) => (
  <li id={id}>
    <span className="variants__no">{line}</span>
    <span>
      <span className="variants__lemma">{lemma}</span>{" "}
      {groups.map((group, index) => (
        <Fragment key={group.key}>
          {group.readings.map((reading, at) => (
            <Fragment key={reading.key}>
              {reading.text}
              {reading.sources.map((number) => (
                <Cite key={number} number={number} inline />
              ))}
              {at < group.readings.length - 1 ? ", " : " "}
            </Fragment>
          ))}
          <Kind group={group} />
          {index < groups.length - 1 ? "; " : null}
        </Fragment>
      ))}
    </span>
  </li>
);

const Kind = ({ group }: { group: VariantGroup }) => {
  const tone = tones[group.state];
  const className = tone ? `variants__kind in-${tone}` : "variants__kind";
  const words = (
    <>
      <Mark name={stateMark(group.state)} /> {group.words}
    </>
  );
  return group.href ? (
    <a className={className} href={group.href}>
      {words}
    </a>
  ) : (
    <span className={className}>{words}</span>
  );
};
