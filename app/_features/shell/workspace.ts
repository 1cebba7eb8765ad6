import { redirect } from "next/navigation";
import { cache } from "react";
import { caller } from "@/server/caller";

/**
 * The calls of a workspace page and who makes them. A page and the layout around it are rendered side by side, so that each of them has to stand at
 * the gate itself; both are answered by one look at the account.
 */
export const workspace = cache(async () => {
  const call = await caller();
  const me = await call.identity.me();
  if (!me) redirect("/sign-in");
  if (me.status !== "approved") redirect("/waiting");
  return { call, me };
});
