import type { ReactNode } from "react";
import { FormError } from "./form-error";

export type FieldProps = {
  /** Of the control; help and error are `<id>-help` and `<id>-error`. */
  id: string;
  label: ReactNode;
  help?: ReactNode;
  error?: ReactNode;
  children: ReactNode;
};

/** A label above a control, help and error beneath. Give the control `fieldAria(...)`, or use TextInput, TextArea and Select. */
export const Field = ({ id, label, help, error, children }: FieldProps) => (
  <div className="field">
    <label htmlFor={id}>{label}</label>
    {children}
    <FormError id={`${id}-error`}>{error}</FormError>
    {help ? (
      <span className="field__help" id={`${id}-help`}>
        {help}
      </span>
    ) : null}
  </div>
);
