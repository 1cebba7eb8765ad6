import { open, type Rule } from "./ruling";

/** Traditions are set beside each other; none is measured by another. */
export const traditionScoped: Rule = () =>
  open("Traditions differ by conviction, not by error: each keeps its column, and no rule decides between them.");

/** Left to a reader's judgement. */
export const manual: Rule = () => open("This category leaves its disagreements to the reader: both sides stand until someone decides and says why.");
