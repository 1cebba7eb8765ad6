"use client";
import Link from "next/link";
import { useActionState } from "react";
import { Button } from "@/app/_ui/controls/button";
import { FormError } from "@/app/_ui/controls/form-error";
import { TextInput } from "@/app/_ui/controls/text-input";
import { type FormAction, type SignInField, untouched } from "./form-state";
import { ProviderButtons, type ProviderButtonsProps } from "./provider-buttons";

type SignInFormProps = {
  action: FormAction<SignInField>;
  /** A path of this site to go to afterwards. */
  from: string;
  /** Why the reader is here: a session that ended, an account that was asked for. */
  said: string | null;
  failed: string | null;
  providers: Omit<ProviderButtonsProps, "from">;
};

/** E-mail and password, and the identity providers that are configured. */
export const SignInForm = ({ action, from, said, failed, providers }: SignInFormProps) => {
  const [state, submit, pending] = useActionState(action, untouched);
  return (
    <div className="gate__stack">
      <h1 className="text-h2 font-serif" id="sign-in">
        Sign in
      </h1>
      <div role="status">{said ? <p className="meta">{said}</p> : null}</div>
      <form action={submit} aria-labelledby="sign-in" noValidate>
        <input type="hidden" name="from" value={from} />
        <TextInput
          id="email"
          name="email"
          label="E-mail"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          defaultValue={state.values.email}
          error={state.errors.email}
        />
        <TextInput
          id="password"
          name="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          required
          error={state.errors.password}
        />
        <div className="grid">
          <FormError>{state.error ?? (pending ? null : failed)}</FormError>
          <Button type="submit" kind="go" wide disabled={pending}>
            Sign in
          </Button>
        </div>
      </form>
      <ProviderButtons {...providers} from={from} />
      <p className="meta gate__end">
        New here? <Link href="/sign-up">Create an account</Link>. An administrator approves it before you can start.
      </p>
    </div>
  );
};
