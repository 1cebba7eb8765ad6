import type { ComponentProps } from "react";
import { Field, type FieldProps } from "./field";
import { fieldAria } from "./field-aria";

type TextInputProps = Omit<FieldProps, "children"> &
  Omit<ComponentProps<"input">, "className" | "id"> & {
    /** serif: what is read rather than operated, such as a subject. */
    voice?: "sans" | "serif";
  };

/** A line to type into, with its label, help and error. */
export const TextInput = ({ id, label, help, error, voice = "sans", ...rest }: TextInputProps) => (
  <Field id={id} label={label} help={help} error={error}>
    <input {...rest} {...fieldAria(id, help, error)} className={voice === "serif" ? "input input--serif" : "input"} />
  </Field>
);
