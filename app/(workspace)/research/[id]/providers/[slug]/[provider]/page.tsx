import type { Metadata } from "next";
import { RawAnswerView } from "@/app/_features/providers/raw-answer-view";
import { orNotFound } from "@/app/_features/shell/or-not-found";
import { workspace } from "@/app/_features/shell/workspace";

type Params = { params: Promise<{ id: string; slug: string; provider: string }>; searchParams: Promise<{ page?: string | string[] }> };

export const metadata: Metadata = { title: "A raw answer" };

export default async function RawAnswerPage({ params, searchParams }: Params) {
  const { id, slug, provider } = await params;
  const typed = Number((await searchParams).page);
  const page = Number.isInteger(typed) && typed >= 1 ? typed : 1;
  const { call } = await workspace();
  const raw = await orNotFound(call.editions.rawAnswer({ id, slug, provider, page }));
  return <RawAnswerView raw={raw} place={{ id, slug, provider }} />;
}
