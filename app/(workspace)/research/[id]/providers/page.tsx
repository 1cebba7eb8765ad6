import type { Metadata } from "next";
import { RequestProviders } from "@/app/_features/providers/request-providers";
import { orNotFound } from "@/app/_features/shell/or-not-found";
import { workspace } from "@/app/_features/shell/workspace";

export const metadata: Metadata = { title: "Providers of a request" };

export default async function RequestProvidersPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { call } = await workspace();
  const edition = await orNotFound(call.editions.get({ id }));
  const names = Object.fromEntries((await call.requests.providers()).map((provider) => [provider.id, provider.name]));
  return <RequestProviders edition={edition} names={names} />;
}
