import type { ReactNode } from "react";

/** Words for those who listen, where the eye has another sign. */
export const VisuallyHidden = ({ children }: { children: ReactNode }) => <span className="vh">{children}</span>;
