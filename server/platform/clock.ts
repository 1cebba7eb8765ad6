/** The time as a parameter: tests pass their own. */
export type Clock = { readonly now: () => Date };

export const systemClock: Clock = { now: () => new Date() };
