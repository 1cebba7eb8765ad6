import type { ReactNode } from "react";
import { workspace } from "@/app/_features/shell/workspace";
import { SignedIn } from "@/app/signed-in";

/** The gate of the workspace: signed in and approved, read from the database for this request. */
export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const { me } = await workspace();
  return <SignedIn me={me}>{children}</SignedIn>;
}
