import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { LookAgain } from "@/app/_features/identity/look-again";
import { Standing } from "@/app/_features/identity/standing";
import { caller } from "@/server/caller";
import { signOutAction } from "../actions";

export const metadata: Metadata = { title: "Waiting for approval" };

export default async function WaitingPage() {
  const me = await (await caller()).identity.me();
  if (!me) redirect("/sign-in?said=ended");
  if (me.status === "approved") redirect("/research");
  return (
    <>
      <Standing me={me} now={new Date().toISOString()} signOut={signOutAction} />
      <LookAgain />
    </>
  );
}
