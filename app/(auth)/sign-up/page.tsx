import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignUpForm } from "@/app/_features/identity/sign-up-form";
import { caller } from "@/server/caller";
import { providerAction, signUpAction } from "../actions";

export const metadata: Metadata = { title: "Create an account" };

export default async function SignUpPage() {
  const { identity } = await caller();
  const me = await identity.me();
  if (me) redirect(me.status === "approved" ? "/research" : "/waiting");
  const { awaitsFirstAccount, open, providers } = await identity.wayIn();
  return <SignUpForm action={signUpAction} first={awaitsFirstAccount} open={open} providers={{ providers, start: providerAction }} />;
}
