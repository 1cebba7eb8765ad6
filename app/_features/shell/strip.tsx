import type { ReactNode } from "react";
import { Mark } from "@/app/_ui/marks/mark";
import type { MarkName } from "@/app/_ui/marks/mark-shapes";

type StripProps = {
  /** ochre: not connected; plain: read only, stand-ins. */
  tone?: "plain" | "ochre";
  mark: MarkName;
  title: ReactNode;
  children?: ReactNode;
};

/** A line under the top bar that cannot be closed while it is true. */
export const Strip = ({ tone = "plain", mark, title, children }: StripProps) => (
  <div className={tone === "ochre" ? "strip strip--ochre" : "strip"} role="status">
    <Mark name={mark} />
    <span>
      <b>{title}</b> {children}
    </span>
  </div>
);
