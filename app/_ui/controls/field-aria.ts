import type { ReactNode } from "react";

/** The attributes that tie a control to its help and its error. */
export const fieldAria = (id: string, help: ReactNode, error: ReactNode) => {
  const described = [error ? `${id}-error` : null, help ? `${id}-help` : null].filter((each) => each !== null);
  return { id, "aria-invalid": error ? true : undefined, "aria-describedby": described.length > 0 ? described.join(" ") : undefined };
};
