import type { Metadata } from "next";
import { caller } from "@/server/caller";
import { config } from "@/server/platform/config";
import { running } from "@/server/platform/health";
import { SignOut } from "./_features/identity/sign-out";
import { NothingHere } from "./_features/shell/nothing-here";
import { Shell } from "./_features/shell/shell";
import { StandinsStrip } from "./_features/shell/standins-strip";

export const metadata: Metadata = { title: "There is no such page" };

/** Addresses that lead nowhere, and rooms that the reader may not enter: for both the frame is the reader's own. */
export default async function NotFound() {
  const me = await (await caller()).identity.me();
  const user = me?.status === "approved" ? { name: me.name, email: me.email, role: me.role } : null;
  return (
    <Shell user={user} signOut={<SignOut />} strips={<StandinsStrip on={config().standins.on} />} version={running().version}>
      <NothingHere title="There is no such page" signedIn={user !== null} />
    </Shell>
  );
}
