export type ButtonKind = "plain" | "go" | "ghost";
export type ButtonSize = "normal" | "small" | "tall";

/** The class names of a button's look. One `go` per view. */
export const buttonClass = (kind: ButtonKind, size: ButtonSize, wide: boolean): string =>
  ["btn", kind !== "plain" && `btn--${kind}`, size !== "normal" && `btn--${size}`, wide && "btn--wide"].filter(Boolean).join(" ");
