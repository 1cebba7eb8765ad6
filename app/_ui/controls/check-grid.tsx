import type { ReactNode } from "react";

type CheckGridProps = {
  /** "Categories, 16 of 17 chosen". */
  legend: ReactNode;
  /** Name of the checkboxes in the form. */
  name: string;
  items: readonly { value: string; label: string; number?: number; end?: string; disabled?: boolean }[];
  chosen: ReadonlySet<string>;
  /** Makes the list controlled; without it the browser keeps the boxes, starting from `chosen`. */
  onChange?: (value: string, on: boolean) => void;
  /** Quiet buttons at the right: All, None. */
  actions?: ReactNode;
};

/** Many checkboxes in up to three columns, numbered, with a short figure at the end of each. */
export const CheckGrid = ({ legend, name, items, chosen, onChange, actions }: CheckGridProps) => (
  <fieldset>
    <legend className="float-start">{legend}</legend>
    <div className="row justify-end min-h-7">{actions}</div>
    <div className="checks clear-both">
      {items.map((item) => (
        <label key={item.value}>
          <input
            type="checkbox"
            name={name}
            value={item.value}
            disabled={item.disabled}
            {...(onChange
              ? { checked: chosen.has(item.value), onChange: (event) => onChange(item.value, event.currentTarget.checked) }
              : { defaultChecked: chosen.has(item.value) })}
          />
          <span className="checks__no">{item.number}</span>
          <span>{item.label}</span>
          <span className="checks__end">{item.end}</span>
        </label>
      ))}
    </div>
  </fieldset>
);
