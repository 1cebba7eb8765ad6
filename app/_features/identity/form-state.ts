/** What a form is shown again with: what was typed, what is wrong with it, and what was done. Passwords are never among it. */
export type FormState<Field extends string> = {
  readonly values: Partial<Record<Field, string>>;
  readonly errors: Partial<Record<Field, string>>;
  readonly error: string | null;
};

export type FormAction<Field extends string> = (before: FormState<Field>, form: FormData) => Promise<FormState<Field>>;

export type SignInField = "email" | "password";
export type SignUpField = "name" | "email" | "password" | "note";

export const untouched = { values: {}, errors: {}, error: null } as const;
