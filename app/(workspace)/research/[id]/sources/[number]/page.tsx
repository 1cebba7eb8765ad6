import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { orNotFound } from "@/app/_features/shell/or-not-found";
import { workspace } from "@/app/_features/shell/workspace";
import { outcomeWords } from "@/app/_features/sources/outcome-words";
import { SourceAside } from "@/app/_features/sources/source-aside";
import { SourceBringers } from "@/app/_features/sources/source-bringers";
import { SourceChanges } from "@/app/_features/sources/source-changes";
import { SourceHead } from "@/app/_features/sources/source-head";
import { SourceLooks } from "@/app/_features/sources/source-looks";
import { SourceTaken } from "@/app/_features/sources/source-taken";
import { Beside } from "@/app/_ui/page/beside";
import { SectionHead } from "@/app/_ui/page/section-head";
import { RungList, VerificationLadder } from "@/app/_ui/sources/verification-ladder";

type Props = { params: Promise<{ id: string; number: string }> };

const read = cache(async (id: string, number: string) => {
  if (!/^[1-9]\d{0,5}$/.test(number)) notFound();
  return orNotFound((await workspace()).call.sources.get({ id: id.slice(0, 40), number: Number(number) }));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, number } = await params;
  return { title: `[${number}] ${(await read(id, number)).source.title}` };
}

export default async function SourceDetailPage({ params }: Props) {
  const { id, number } = await params;
  const page = await read(id, number);
  const { verification } = page.source;
  return (
    <>
      <SourceHead page={page} />
      <SourceChanges changes={page.changes} />
      <Beside label="What is stored of it" aside={<SourceAside page={page} />}>
        <section className="sec-first" aria-labelledby="ladder">
          <SectionHead id="ladder" title="How it was checked">
            <VerificationLadder results={verification.rungs} />
          </SectionHead>
          <p className="meta">{outcomeWords[verification.outcome]}</p>
          <RungList results={verification.rungs} dated />
        </section>
        <SourceTaken page={page} />
        <SourceBringers page={page} />
        <SourceLooks page={page} />
      </Beside>
    </>
  );
}
