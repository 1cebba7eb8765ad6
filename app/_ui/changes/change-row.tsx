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
  /** Words that changed are marked in the later text. */
  inText?: boolean;
  cause: { readonly mark: MarkName; readonly name: string; readonly because: ReactNode };
};

/** One field that differs: before, after, cause. A change is no conflict and has no colour. */
export const ChangeRow = ({ field, unit, before, after, names, inText = false, cause }: ChangeRowProps) => (
  <article className="change">
    <div>
      <h4>{field}</h4>
      {unit ? <p className="note">{unit}</p> : null}
    </div>
    <Value reading={before} name={names[0]} gone={inText && after === null} />
    <Value reading={after} name={names[1]} fresh={inText && before === null}>
      {inText && before && after ? <Wording before={before.text} after={after.text} /> : null}
    </Value>
    <div>
      <Cause mark={cause.mark}>{cause.name}</Cause>
      <p className="note">{cause.because}</p>
    </div>
  </article>
);

type ValueProps = { reading: Reading | null; name: string; gone?: boolean; fresh?: boolean; children?: ReactNode };

const Value = ({ reading, name, gone = false, fresh = false, children }: ValueProps) => (
  <div className="change__value">
    <span className="change__edition">{name}</span>
    {reading === null ? (
      <span className="change__none">not there</span>
    ) : (
      <>
        {children ?? (gone ? <del>{reading.text}</del> : fresh ? <ins>{reading.text}</ins> : reading.text)}{" "}
        {reading.sources.map((number) => (
          <Cite key={number} number={number} inline />
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

/** The cause of a change: a drawn sign with its word. */
export const Cause = ({ mark, children }: { mark: MarkName; children: ReactNode }) => (
  <span className="cause">
    <Mark name={mark} />
    {children}
  </span>
);
