/** What the people page shows after a decision: what was done, or what is wrong with the decision on one account. */
export type PeopleState = {
  readonly done: string | null;
  readonly failed: { readonly userId: string; readonly message: string; readonly reason: string } | null;
};

export type PeopleAction = (before: PeopleState, form: FormData) => Promise<PeopleState>;

export const undecided: PeopleState = { done: null, failed: null };
