import type { Metadata } from "next";
import { RunView } from "@/app/_features/research/run-view";
import { orNotFound } from "@/app/_features/shell/or-not-found";
import { workspace } from "@/app/_features/shell/workspace";

type Params = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { id } = await params;
  const run = await orNotFound((await workspace()).call.editions.run({ id }));
  return { title: run.request.subject };
}

export default async function RunPage({ params }: Params) {
  const { id } = await params;
  const { call } = await workspace();
  const run = await orNotFound(call.editions.run({ id }));
  const past = await call.requests.events({ id, upTo: run.seq });
  const names = Object.fromEntries((await call.requests.providers()).map((provider) => [provider.id, provider.name]));
  return <RunView initial={run} past={past} now={new Date().toISOString()} providerNames={names} />;
}
