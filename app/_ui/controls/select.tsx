import type { ComponentProps } from "react";
import { Field, type FieldProps } from "./field";
import { fieldAria } from "./field-aria";

type SelectProps = Omit<FieldProps, "children"> &
  Omit<ComponentProps<"select">, "className" | "id" | "children"> & { options: readonly { value: string; label: string; disabled?: boolean }[] };

/** One of several, chosen from a list. */
export const Select = ({ id, label, help, error, options, ...rest }: SelectProps) => (
  <Field id={id} label={label} help={help} error={error}>
    <select {...rest} {...fieldAria(id, help, error)} className="input">
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </select>
  </Field>
);
