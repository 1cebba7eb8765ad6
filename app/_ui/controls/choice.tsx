import type { ComponentProps, ReactNode } from "react";

type ChoiceProps = Omit<ComponentProps<"input">, "className" | "type" | "children"> & {
  kind?: "checkbox" | "radio";
  label: ReactNode;
  /** A second voice after the label: what it means, or why it cannot be chosen. */
  detail?: ReactNode;
};

/** A checkbox or radio button with its words as one row to press. Stand several in a fieldset with a legend. */
export const Choice = ({ kind = "checkbox", label, detail, ...rest }: ChoiceProps) => (
  <label className="choice">
    <input {...rest} type={kind} />
    <span>
      {label} {detail ? <span className="dim">{detail}</span> : null}
    </span>
  </label>
);
