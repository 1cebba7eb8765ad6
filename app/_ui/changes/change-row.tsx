import type { ReactNode } from "react";
import { Mark } from "../marks/mark";
import type { MarkName } from "../marks/mark-shapes";
import { Cite } from "../reading/cite";
import { wordDiff } from "./word-diff";

type Reading = { readonly text: string; readonly sources: readonly number[]; readonly note: string | null };

type ChangeRowProps = {
  field: ReactNode;
  /** Unit or kind, beneath. */
  unit?: ReactNode;
  /** Null: it was not there. */
  before: Reading | null;
  after: Reading | null;
  /** Dates of the two editions, for narrow screens. */
  names: readonly [string, string];
  /** What changed is marked: words of a text, or members of a list that is parted by semicolons. */
  marked?: "words" | "members";
  /** Where the sources of either edition stand; a number is added. */
  sourcesAt: readonly [string, string];
  cause: { readonly mark: MarkName; readonly name: string; readonly because: ReactNode };
};

/** One field that differs: before, after, cause. A change is no conflict and has no colour. */
export const ChangeRow = ({ field, unit, before, after, names, marked, sourcesAt, cause }: ChangeRowProps) => (
  <article className="change">
    <div>
      <h4>{field}</h4>
      {unit ? <p className="note">{unit}</p> : null}
    </div>
    <Value reading={before} name={names[0]} sourcesAt={sourcesAt[0]}>
      {before && marked === "words" && after === null ? <del>{before.text}</del> : null}
      {before && marked === "members" && after ? <Members text={before.text} other={after.text} Tag="del" /> : null}
    </Value>
    <Value reading={after} name={names[1]} sourcesAt={sourcesAt[1]}>
      {after && marked === "words" ? before === null ? <ins>{after.text}</ins> : <Wording before={before.text} after={after.text} /> : null}
      {after && marked === "members" && before ? <Members text={after.text} other={before.text} Tag="ins" /> : null}
    </Value>
    <div>
      <Cause mark={cause.mark}>{cause.name}</Cause>
      <p className="note">{cause.because}</p>
    </div>
  </article>
);

/** `children`: the text with what changed marked; without it the text as it is. */
type ValueProps = { reading: Reading | null; name: string; sourcesAt: string; children: readonly ReactNode[] };

const Value = ({ reading, name, sourcesAt, children }: ValueProps) => (
  <div className="change__value">
    <span className="change__edition">{name}</span>
    {reading === null ? (
      <span className="change__none">not there</span>
    ) : (
      <>
        {children.some((child) => child !== null) ? children : reading.text}{" "}
        {reading.sources.map((number) => (
          <Cite key={number} number={number} inline href={`${sourcesAt}/${number}`} />
        ))}
        {reading.note ? <span className="change__note">{reading.note}</span> : null}
      </>
    )}
  </div>
);

const Wording = ({ before, after }: { before: string; after: string }) =>
  wordDiff(before, after).map(({ kind, text }, index) => {
    const key = `${index} ${kind}`;
    if (kind === "gone") return <del key={key}>{text} </del>;
    return kind === "new" ? <ins key={key}>{text} </ins> : <span key={key}>{text} </span>;
  });

const Members = ({ text, other, Tag }: { text: string; other: string; Tag: "del" | "ins" }) => {
  const known = new Set(other.split("; "));
  return text.split("; ").map((member, index) => (
    <span key={member}>
      {index > 0 ? "; " : null}
      {known.has(member) ? member : <Tag>{member}</Tag>}
    </span>
  ));
};

/** The cause of a change: a drawn sign with its word. */
export const Cause = ({ mark, children }: { mark: MarkName; children: ReactNode }) => (
  <span className="cause">
    <Mark name={mark} />
    {children}
  </span>
);
