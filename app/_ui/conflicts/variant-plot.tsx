import { Fragment, type ReactNode } from "react";
import { position } from "../figures/axis";
import type { Extent } from "../figures/extent";
import { type VariantRole, type VariantScale, variantScale, variantShape } from "../figures/variant-plot";
import { Mark } from "../marks/mark";
import { Siglum } from "../marks/siglum";
import { VariantDrawing } from "./variant-drawing";

export type VariantRow = {
  key: string;
  /** The source's number, or a letter where sources have none. */
  source: number | string;
  title: string;
  /** Tier, date, and what else qualifies the value. */
  note?: string;
  /** From `extentOf(claim.value)`. */
  extent: Extent;
  role: VariantRole;
  /** Repeats another source: dashed, no voice of its own. */
  copy?: boolean;
  /** The value as the source has it, with its unit. */
  printed: string;
  /** "5% above the label", "range of means". */
  printedNote?: string;
};
export type VariantBand = {
  key: string;
  /** What all values of the band share: "Matrix: plasma". One band needs no name. */
  name?: string;
  rows: readonly VariantRow[];
  /** An interval to shade, with what it is: the stretch on which they agree. */
  zone?: { low: number; high: number; words: string };
};

type VariantPlotProps = {
  /** Quantity and unit in words: "Elimination half-life, hours". */
  axis: string;
  kind?: "number" | "date";
  /** Bands are not comparable with each other and stand across a double rule. */
  bands: readonly VariantBand[];
  /** Why the bands are apart: "Not comparable: matrix differs". */
  apart?: string;
  /** compact: the specimen of the sign-in page. */
  size?: "normal" | "compact";
  children?: ReactNode;
};

/** One fact, several sources, one unit. Each value is also printed, so that the plot can be read as a table. Order rows by tier, then date. */
export const VariantPlot = ({ axis, kind = "number", bands, apart = "Not comparable", size = "normal", children }: VariantPlotProps) => {
  const scale = variantScale(
    bands.flatMap((band) => band.rows.map((row) => row.extent)),
    kind,
  );
  return (
    <figure className={size === "compact" ? "plot plot--compact" : "plot"} aria-label={axis}>
      {bands.map((band, index) => (
        <Fragment key={band.key}>
          {index > 0 ? (
            <div className="plot__apart">
              <Mark name="apart" />
              <span>{apart}</span>
            </div>
          ) : null}
          {band.name || band.zone ? (
            <div className="plot__band">
              {band.name}
              {band.zone ? <span className="push">shaded: {band.zone.words}</span> : null}
            </div>
          ) : null}
          {band.rows.map((row) => (
            <Row key={row.key} row={row} scale={scale} zone={band.zone} compact={size === "compact"} />
          ))}
        </Fragment>
      ))}
      <AxisRow axis={axis} scale={scale} compact={size === "compact"} />
      {children}
    </figure>
  );
};

const Row = ({ row, scale, zone, compact }: { row: VariantRow; scale: VariantScale; zone: VariantBand["zone"]; compact: boolean }) => (
  <div className="plot__row">
    <div className="plot__who">
      <Siglum>{row.source}</Siglum>
      {compact ? null : (
        <span>
          {row.title}
          {row.note ? <small>{row.note}</small> : null}
        </span>
      )}
    </div>
    <svg className="plot__lane" role="img" aria-label={`${row.title}: ${row.printed}`}>
      {zone ? (
        <rect
          className="plot__zone"
          x={`${position(scale.axis, zone.low)}%`}
          width={`${position(scale.axis, zone.high) - position(scale.axis, zone.low)}%`}
          y="0"
          height="100%"
        />
      ) : null}
      {scale.ticks.map((tick) => (
        <line key={tick.at} className="plot__grid" x1={`${tick.at}%`} x2={`${tick.at}%`} y1="0" y2="100%" />
      ))}
      <VariantDrawing shape={variantShape(scale.axis, row.extent, row.role)} role={row.role} copy={row.copy ?? false} />
    </svg>
    <div className="plot__value">
      {row.printed}
      {row.printedNote ? <small>{row.printedNote}</small> : null}
    </div>
  </div>
);

const AxisRow = ({ axis, scale, compact }: { axis: string; scale: VariantScale; compact: boolean }) => (
  <div className="plot__row plot__axis">
    <div className="plot__who">
      <span />
      {compact ? null : <span>{axis}</span>}
    </div>
    <svg className="plot__lane" aria-hidden="true">
      <line className="plot__base" x1="0" x2="100%" y1=".5" y2=".5" />
      {scale.ticks.map((tick, index) => (
        <text key={tick.at} x={`${tick.at}%`} y="15" textAnchor={anchorOf(tick.label, index, scale.ticks.length)}>
          {tick.label}
        </text>
      ))}
    </svg>
    <div className="plot__value" />
  </div>
);

/** Short labels stand in the middle of their tick; long ones at the ends turn inwards, so that they stay on the page. */
const anchorOf = (label: string, index: number, count: number): "start" | "middle" | "end" => {
  if (label.length <= 5) return "middle";
  return index === 0 ? "start" : index === count - 1 ? "end" : "middle";
};
