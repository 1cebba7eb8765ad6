import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { People } from "@/app/_features/admin/people";
import { PageHead } from "@/app/_ui/page/page-head";
import { identityCaller } from "@/server/identity/caller";
import { identityProviders } from "@/server/identity/identity-providers";
import { config } from "@/server/platform/config";
import { decideAction } from "./actions";

export const metadata: Metadata = { title: "People" };

export default async function AdminPage() {
  const caller = await identityCaller();
  const me = await caller.me();
  if (me?.role !== "admin" || me.status !== "approved") notFound();
  const names = Object.fromEntries(identityProviders(config().auth).map((provider) => [provider.id, provider.name]));
  return (
    <>
      <PageHead crumbs={[{ label: "Admin" }]} title="Administration" size="small" />
      <People
        users={await caller.listUsers()}
        selfId={me.userId}
        providerNames={{ ...names, password: "E-mail and password" }}
        now={new Date().toISOString()}
        action={decideAction}
      />
    </>
  );
}
