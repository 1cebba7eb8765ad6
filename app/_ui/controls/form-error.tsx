import type { ReactNode } from "react";
import { Mark } from "../marks/mark";

type FormErrorProps = {
  id?: string;
  /** failed: what stops the form, in ink with a cross; warning: what will happen, in ink with the open mark. */
  kind?: "failed" | "warning";
  children?: ReactNode;
};

/** What is wrong with a field or a form, in one sentence, spoken when it appears. Render it empty before that. */
export const FormError = ({ id, kind = "failed", children }: FormErrorProps) => (
  <div id={id} role="alert" className={children ? "field__error" : undefined}>
    {children ? (
      <>
        <Mark name={kind === "failed" ? "failed" : "open"} tone={kind === "failed" ? "ink" : "ochre"} />
        <span>{children}</span>
      </>
    ) : null}
  </div>
);
