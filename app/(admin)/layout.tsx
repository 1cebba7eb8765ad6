import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { SignedIn } from "@/app/signed-in";
import { caller } from "@/server/caller";

/** Administrators only. For everybody else who is approved these pages do not exist. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const me = await (await caller()).identity.me();
  if (!me) redirect("/sign-in?from=/admin");
  if (me.status !== "approved") redirect("/waiting");
  if (me.role !== "admin") notFound();
  return <SignedIn me={me}>{children}</SignedIn>;
}
