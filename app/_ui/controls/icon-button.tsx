import type { ComponentProps } from "react";
import { Mark } from "../marks/mark";
import type { MarkName } from "../marks/mark-shapes";

type IconButtonProps = Omit<ComponentProps<"button">, "className" | "aria-label" | "children"> & {
  mark: MarkName;
  /** What it does; spoken, and shown on hover. */
  label: string;
};

/** A button with a mark alone, always with a name. */
export const IconButton = ({ mark, label, type = "button", ...rest }: IconButtonProps) => (
  <button {...rest} type={type} className="btn btn--icon" aria-label={label} title={label}>
    <Mark name={mark} />
  </button>
);
