"use server";
// The way in and out, as server actions: they work before a page's scripts have loaded.
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { FormState, SignInField, SignUpField } from "@/app/_features/identity/form-state";
import { safePath } from "@/app/_features/identity/safe-path";
import { asAppError } from "@/server/http/error-response";
import { endSession, signInWithPassword, signInWithProvider } from "@/server/identity/auth";
import { clientAddress } from "@/server/identity/core/client-address";
import { signInInput, signUpInput } from "@/server/identity/schema";
import { signUp } from "@/server/identity/sign-up";
import { config } from "@/server/platform/config";
import { logger } from "@/server/platform/log";
import { contextFor } from "@/server/trpc/context";

export async function signInAction(_before: FormState<SignInField>, form: FormData): Promise<FormState<SignInField>> {
  const email = text(form, "email");
  const input = signInInput.safeParse({ email, password: text(form, "password") });
  if (!input.success) {
    const { fieldErrors: wrong } = z.flattenError(input.error);
    return { values: { email }, errors: { email: wrong.email?.[0], password: wrong.password?.[0] }, error: null };
  }
  try {
    await signInWithPassword(input.data);
  } catch (error) {
    const { code, message } = told(error);
    return code === "unauthorised"
      ? { values: { email }, errors: { password: message }, error: null }
      : { values: { email }, errors: {}, error: message };
  }
  redirect(safePath(text(form, "from")));
}

export async function signUpAction(_before: FormState<SignUpField>, form: FormData): Promise<FormState<SignUpField>> {
  const values = { name: text(form, "name"), email: text(form, "email"), note: text(form, "note") };
  const input = signUpInput.safeParse({ ...values, password: text(form, "password") });
  if (!input.success) {
    const { fieldErrors: wrong } = z.flattenError(input.error);
    return { values, errors: { name: wrong.name?.[0], email: wrong.email?.[0], password: wrong.password?.[0], note: wrong.note?.[0] }, error: null };
  }
  let first: boolean;
  try {
    const requestHeaders = await headers();
    const ctx = await contextFor(requestHeaders);
    ({ first } = await signUp(ctx, input.data, { address: clientAddress(requestHeaders), open: config().openSignUp }));
    if (first) await signInWithPassword(input.data);
  } catch (error) {
    return { values, errors: {}, error: told(error).message };
  }
  // Everybody but the first signs in by hand: going on at once would tell whether the address had an account.
  redirect(first ? "/research" : "/sign-in?said=asked");
}

export async function providerAction(form: FormData): Promise<void> {
  await signInWithProvider(text(form, "provider"), safePath(text(form, "from")));
}

export async function signOutAction(): Promise<void> {
  await endSession();
  redirect("/sign-in");
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** What the reader is told of an error; what is our own fault goes to the log. */
function told(thrown: unknown): { code: string; message: string } {
  const error = asAppError(thrown);
  if (error.code !== "internal" && error.code !== "configuration") return { code: error.code, message: error.userMessage };
  logger().error({ err: error.cause ?? error }, "the way in broke");
  return { code: error.code, message: "Something broke here. Nothing was saved; try again." };
}
