import type { ReactNode } from "react";
import type { Me } from "@/server/identity/schema";
import { config } from "@/server/platform/config";
import { running } from "@/server/platform/health";
import { ClientProvider } from "./_client/trpc";
import { SignOut } from "./_features/identity/sign-out";
import { SearchEverything } from "./_features/search/search-everything";
import { Shell } from "./_features/shell/shell";
import { StandinsStrip } from "./_features/shell/standins-strip";

/** What stands around every page of somebody who has been let in. The layout that shows it has seen to that. */
export const SignedIn = ({ me, children }: { me: Me; children: ReactNode }) => (
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
