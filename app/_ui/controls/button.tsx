import type { ComponentProps } from "react";
import { type ButtonKind, type ButtonSize, buttonClass } from "./button-class";

export type ButtonProps = Omit<ComponentProps<"button">, "className"> & {
  /** go: the one action of a view; ghost: a quiet one. */
  kind?: ButtonKind;
  size?: ButtonSize;
  wide?: boolean;
};

/** A button says what it does. A disabled one has the reason standing beside it. */
export const Button = ({ kind = "plain", size = "normal", wide = false, type = "button", ...rest }: ButtonProps) => (
  <button {...rest} type={type} className={buttonClass(kind, size, wide)} />
);
