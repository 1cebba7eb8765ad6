import type { ComponentProps, ReactNode } from "react";

type CardChoicesProps = { legend: ReactNode; children: ReactNode };

/** A fieldset of cards of which one is chosen, such as the category packs. */
export const CardChoices = ({ legend, children }: CardChoicesProps) => (
  <fieldset>
    <legend>{legend}</legend>
    <div className="card-choices mt-2">{children}</div>
  </fieldset>
);

type CardChoiceProps = Omit<ComponentProps<"input">, "className" | "type" | "children"> & {
  title: ReactNode;
  /** Small lines under the title. */
  children?: ReactNode;
};

/** One card, a radio button with its whole face as target. */
export const CardChoice = ({ title, children, ...rest }: CardChoiceProps) => (
  <label className="card-choice">
    <input {...rest} type="radio" />
    <span className="card-choice__title">{title}</span>
    {children}
  </label>
);
