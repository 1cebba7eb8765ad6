import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AdminTabs } from "@/app/_features/admin/admin-tabs";
import { People } from "@/app/_features/admin/people";
import { PageHead } from "@/app/_ui/page/page-head";
import { caller } from "@/server/caller";
import { decideAction } from "./actions";

export const metadata: Metadata = { title: "People" };

export default async function AdminPage() {
  const { identity } = await caller();
  const me = await identity.me();
  if (me?.role !== "admin" || me.status !== "approved") notFound();
  const names = Object.fromEntries((await identity.wayIn()).providers.map((provider) => [provider.id, provider.name]));
  return (
    <>
      <PageHead crumbs={[{ label: "Admin" }]} title="Administration" size="small" />
      <AdminTabs current="people" />
      <People
        users={await identity.listUsers()}
        selfId={me.userId}
        providerNames={{ ...names, password: "E-mail and password" }}
        now={new Date().toISOString()}
        action={decideAction}
      />
    </>
  );
}
