import type { VariantRole, VariantShape } from "../figures/variant-plot";

type VariantDrawingProps = { shape: VariantShape; role: VariantRole; copy: boolean };

/** The shape of one value in its lane: dot, diamond, square, or a bar with caps. */
export const VariantDrawing = ({ shape, role, copy }: VariantDrawingProps) => {
  if (shape.kind === "dot") return <circle className={`plot__point is-${role}`} cx={`${shape.at}%`} cy="50%" r="5.5" />;
  if (shape.kind !== "bar") {
    return (
      <svg x={`${shape.at}%`} y="50%" overflow="visible" aria-hidden="true">
        <path className={`plot__point is-${role}`} d={shape.kind === "diamond" ? "M0-7 7 0 0 7-7 0z" : "M-5-5h10V5H-5z"} />
      </svg>
    );
  }
  const className = `plot__bar is-${role}`;
  return (
    <>
      <line className={copy ? `${className} plot__bar--copy` : className} x1={`${shape.from}%`} x2={`${shape.to}%`} y1="50%" y2="50%" />
      <End at={shape.from} closed={shape.capFrom} turn={-1} className={className} />
      <End at={shape.to} closed={shape.capTo} turn={1} className={className} />
      {shape.middle === null ? null : <circle className={`plot__point is-${role}`} cx={`${shape.middle}%`} cy="50%" r="4" />}
    </>
  );
};

/** A cap closes the bar; an open end has an arrow. */
const End = ({ at, closed, turn, className }: { at: number; closed: boolean; turn: 1 | -1; className: string }) => (
  <svg x={`${at}%`} y="50%" overflow="visible" aria-hidden="true">
    <path className={className} d={closed ? "M0-5V5" : `M${-6 * turn}-4.5 0 0 ${-6 * turn} 4.5`} />
  </svg>
);

const keys = [
  ["agrees", "agrees"],
  ["against", "against the outcome"],
  ["range", "range or precision"],
  ["copy", "copies another source, no voice of its own"],
] as const;

/** What the shapes mean. */
export const VariantKey = () => (
  <p className="keyrow">
    {keys.map(([key, words]) => (
      <span key={key}>
        <svg className="swatch" width="28" height="14" viewBox="0 0 28 14" aria-hidden="true">
          {key === "agrees" ? <circle className="plot__point is-agrees" cx="14" cy="7" r="5" /> : null}
          {key === "against" ? <path className="plot__point is-against" d="M14 0l7 7-7 7-7-7z" /> : null}
          {key === "range" ? <path className="plot__bar" d="M1 7h26M1 2v10M27 2v10" /> : null}
          {key === "copy" ? <path className="plot__bar plot__bar--copy" d="M1 7h26" /> : null}
        </svg>
        {words}
      </span>
    ))}
  </p>
);
