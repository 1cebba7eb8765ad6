import type { ComponentProps } from "react";
import { Field, type FieldProps } from "./field";
import { fieldAria } from "./field-aria";

type TextAreaProps = Omit<FieldProps, "children"> & Omit<ComponentProps<"textarea">, "className" | "id">;

/** Several lines to type into; it grows with its text. */
export const TextArea = ({ id, label, help, error, ...rest }: TextAreaProps) => (
  <Field id={id} label={label} help={help} error={error}>
    <textarea {...rest} {...fieldAria(id, help, error)} className="input" />
  </Field>
);
