import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { safePath } from "@/app/_features/identity/safe-path";
import { SignInForm } from "@/app/_features/identity/sign-in-form";
import { caller } from "@/server/caller";
import { providerAction, signInAction } from "../actions";

export const metadata: Metadata = { title: "Sign in" };

const said: Readonly<Record<string, string>> = {
  asked: "Your request is noted. Sign in to see where it stands. If the address had an account before, nothing about that one has changed.",
  ended: "Your session has ended. Sign in to go on.",
};

type Query = { readonly from?: string | string[]; readonly said?: string | string[]; readonly error?: string | string[] };

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const { identity } = await caller();
  const me = await identity.me();
  const from = safePath(query.from);
  if (me) redirect(me.status === "approved" ? from : "/waiting");
  const { awaitsFirstAccount, providers } = await identity.wayIn();
  if (awaitsFirstAccount && query.error === undefined) redirect("/sign-up");
  return (
    <SignInForm
      action={signInAction}
      from={from}
      said={said[String(query.said)] ?? null}
      failed={query.error === undefined ? null : failure(String(query.error))}
      providers={{ providers, start: providerAction }}
    />
  );
}

/** In words, what the sign-in through an identity provider came back with. */
function failure(code: string): string {
  if (code === "CredentialsSignin") return "E-mail and password do not match.";
  if (code === "AccessDenied") {
    return "That sign-in could not be used here. If you have an account with a password, sign in with that; otherwise make your e-mail address visible there.";
  }
  return "That sign-in was not finished. Nothing was changed; try again.";
}
