import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignUpForm } from "@/app/_features/identity/sign-up-form";
import { identityCaller } from "@/server/identity/caller";
import { identityProviders } from "@/server/identity/identity-providers";
import { config } from "@/server/platform/config";
import { providerAction, signUpAction } from "../actions";

export const metadata: Metadata = { title: "Create an account" };

export default async function SignUpPage() {
  const caller = await identityCaller();
  const me = await caller.me();
  if (me) redirect(me.status === "approved" ? "/research" : "/waiting");
  return (
    <SignUpForm
      action={signUpAction}
      first={await caller.awaitsFirstAccount()}
      open={config().openSignUp}
      providers={{ providers: identityProviders(config().auth), start: providerAction }}
    />
  );
}
