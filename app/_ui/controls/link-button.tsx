import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonKind, type ButtonSize, buttonClass } from "./button-class";

type LinkButtonProps = Omit<ComponentProps<typeof Link>, "className"> & { kind?: ButtonKind; size?: ButtonSize; wide?: boolean };

/** A link that is the next step, drawn as a button. */
export const LinkButton = ({ kind = "plain", size = "normal", wide = false, ...rest }: LinkButtonProps) => (
  <Link {...rest} className={buttonClass(kind, size, wide)} />
);
