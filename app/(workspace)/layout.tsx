import type { ReactNode } from "react";
import { ClientProvider } from "@/app/_client/trpc";
import { SignOut } from "@/app/_features/identity/sign-out";
import { SearchEverything } from "@/app/_features/search/search-everything";
import { Shell } from "@/app/_features/shell/shell";
import { StandinsStrip } from "@/app/_features/shell/standins-strip";
import { workspace } from "@/app/_features/shell/workspace";
import { config } from "@/server/platform/config";
import { running } from "@/server/platform/health";

/** The gate of the workspace: signed in and approved, read from the database for this request. */
export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const { me } = await workspace();
  return (
    <ClientProvider>
      <Shell
        user={{ name: me.name, email: me.email, role: me.role }}
        signOut={<SignOut />}
        search={<SearchEverything role={me.role} />}
        strips={<StandinsStrip on={config().standins.on} />}
        version={running().version}
      >
        {children}
      </Shell>
    </ClientProvider>
  );
}
