import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AdminTabs } from "@/app/_features/admin/admin-tabs";
import { AdminProviders } from "@/app/_features/providers/admin-providers";
import { PageHead } from "@/app/_ui/page/page-head";
import { caller } from "@/server/caller";
import { providersAction } from "./actions";

export const metadata: Metadata = { title: "Providers" };

export default async function AdminProvidersPage() {
  const { identity, providers } = await caller();
  const me = await identity.me();
  if (me?.role !== "admin" || me.status !== "approved") notFound();
  return (
    <>
      <PageHead crumbs={[{ label: "Admin", href: "/admin" }, { label: "Providers" }]} title="Administration" size="small" />
      <AdminTabs current="providers" />
      <AdminProviders
        providers={await providers.overview()}
        prices={await providers.prices()}
        today={new Date().toISOString().slice(0, 10)}
        action={providersAction}
      />
    </>
  );
}
