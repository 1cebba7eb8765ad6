import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { ClientProvider } from "@/app/_client/trpc";
import { SignOut } from "@/app/_features/identity/sign-out";
import { SearchEverything } from "@/app/_features/search/search-everything";
import { Shell } from "@/app/_features/shell/shell";
import { StandinsStrip } from "@/app/_features/shell/standins-strip";
import { caller } from "@/server/caller";
import { config } from "@/server/platform/config";
import { running } from "@/server/platform/health";

/** Administrators only. For everybody else who is approved these pages do not exist. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const me = await (await caller()).identity.me();
  if (!me) redirect("/sign-in?from=/admin");
  if (me.status !== "approved") redirect("/waiting");
  if (me.role !== "admin") notFound();
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
