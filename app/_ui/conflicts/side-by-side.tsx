import type { ReactNode } from "react";

type SideBySideProps = {
  sides: readonly {
    key: string;
    /** Jurisdiction or tradition with its source: "United States, FDA label [1]". */
    label: ReactNode;
    value: ReactNode;
    unit?: string;
    note?: ReactNode;
    lang?: string;
  }[];
};

/** Values that are all true where they stand: a double rule between them, never one axis, never a mean. */
export const SideBySide = ({ sides }: SideBySideProps) => (
  <div className={sides.length > 3 ? "sides sides--many" : "sides"}>
    {sides.map((side) => (
      <div key={side.key}>
        <div className="label">{side.label}</div>
        <div className="sides__value" lang={side.lang} dir={side.lang === "hbo" || side.lang === "he" ? "rtl" : undefined}>
          {side.value} {side.unit ? <small>{side.unit}</small> : null}
        </div>
        {side.note ? <p className="meta">{side.note}</p> : null}
      </div>
    ))}
  </div>
);
