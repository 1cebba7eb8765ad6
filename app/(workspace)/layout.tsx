import type { ReactNode } from "react";
import { SignedIn } from "@/app/_features/shell/signed-in";
import { workspace } from "@/app/_features/shell/workspace";

/** The gate of the workspace: signed in and approved, read from the database for this request. */
export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const { me } = await workspace();
  return <SignedIn me={me}>{children}</SignedIn>;
}
