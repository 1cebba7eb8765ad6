"use client";
import Link from "next/link";
import { useActionState } from "react";
import { Button } from "@/app/_ui/controls/button";
import { FormError } from "@/app/_ui/controls/form-error";
import { TextArea } from "@/app/_ui/controls/text-area";
import { TextInput } from "@/app/_ui/controls/text-input";
import { type FormAction, type SignUpField, untouched } from "./form-state";
import { ProviderButtons, type ProviderButtonsProps } from "./provider-buttons";

type SignUpFormProps = {
  action: FormAction<SignUpField>;
  /** The installation has no account yet: this one will administer it. */
  first: boolean;
  /** Later accounts need no approval here. */
  open: boolean;
  providers: Omit<ProviderButtonsProps, "from">;
};

/** Asks for an account, or creates the first one. */
export const SignUpForm = ({ action, first, open, providers }: SignUpFormProps) => {
  const [state, submit, pending] = useActionState(action, untouched);
  const { values, errors } = state;
  return (
    <div className="gate__stack">
      <h1 className="text-h2 font-serif" id="sign-up">
        {first ? "Create the first account" : "Create an account"}
      </h1>
      <p className="meta">{lead(first, open)}</p>
      <form action={submit} aria-labelledby="sign-up" noValidate>
        <TextInput id="name" name="name" label="Name" autoComplete="name" required defaultValue={values.name} error={errors.name} />
        <TextInput
          id="email"
          name="email"
          label="E-mail"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          defaultValue={values.email}
          error={errors.email}
        />
        <TextInput
          id="password"
          name="password"
          label="Password"
          type="password"
          autoComplete="new-password"
          required
          help="10 to 200 characters. A few words in a row are easy to keep."
          error={errors.password}
        />
        {first || open ? null : (
          <TextArea
            id="note"
            name="note"
            label="What you need it for (optional)"
            rows={2}
            help="The administrator reads this."
            defaultValue={values.note}
            error={errors.note}
          />
        )}
        <div className="grid">
          <FormError>{state.error}</FormError>
          <Button type="submit" kind="go" wide disabled={pending}>
            {first ? "Create the first account" : "Create the account"}
          </Button>
        </div>
      </form>
      <ProviderButtons {...providers} from="/research" />
      {first ? null : (
        <p className="meta gate__end">
          You have one? <Link href="/sign-in">Sign in</Link>.
        </p>
      )}
    </div>
  );
};

function lead(first: boolean, open: boolean): string {
  if (first) return "This installation is new. Its first account becomes the administrator, who decides who else may work here.";
  return open ? "You can start at once." : "An administrator approves it before you can start.";
}
