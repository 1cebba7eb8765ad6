import type { Metadata } from "next";
import Link from "next/link";
import { AgreementSection } from "@/app/_features/providers/agreement-section";
import { NotAsked } from "@/app/_features/providers/not-asked";
import { panelFigures } from "@/app/_features/providers/panel-figures";
import { PanelLive } from "@/app/_features/providers/panel-live";
import { StemmaView } from "@/app/_features/providers/stemma-view";
import { WitnessView } from "@/app/_features/providers/witness-view";
import { WritingLine } from "@/app/_features/providers/writing-line";
import { strategyName } from "@/app/_features/research/edition-words";
import { orNotFound } from "@/app/_features/shell/or-not-found";
import { workspace } from "@/app/_features/shell/workspace";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { EmptyState } from "@/app/_ui/feedback/empty-state";
import { Figure, FiguresStrip } from "@/app/_ui/page/figures-strip";
import { PageHead } from "@/app/_ui/page/page-head";
import { SectionHead } from "@/app/_ui/page/section-head";
import { formatTimestamp } from "@/app/_ui/time/format-time";

export const metadata: Metadata = { title: "Providers of a category" };

export default async function ProvidersPage({ params }: { params: Promise<{ id: string; slug: string }> }) {
  const { id, slug } = await params;
  const { call } = await workspace();
  const panel = await orNotFound(call.editions.providers({ id, slug }));
  const { request, category, witnesses, skipped } = panel;
  const { answers, voices, cost, time } = panelFigures(panel);
  return (
    <>
      <PageHead
        crumbs={[
          { label: "Research", href: "/research" },
          { label: request.subject, href: `/research/${id}` },
          { label: "Providers", href: `/research/${id}/providers` },
          { label: `${category.number} ${category.name}` },
        ]}
        title={category.name}
        facts={[
          { term: "Subject", value: request.name },
          { term: "Category", value: `${category.number} of ${category.of}` },
          { term: "Asked", value: formatTimestamp(request.createdAt, "datetime") },
          { term: "Strategy", value: strategyName(category.strategy) },
        ]}
        lead={request.note}
        actions={<LinkButton href={`/research/${id}/text/${slug}`}>Read the text</LinkButton>}
      />
      <PanelLive requestId={id} slug={slug} open={request.open} seq={request.seq} />
      {witnesses.length === 0 ? (
        <EmptyState actions={<LinkButton href={`/research/${id}`}>Look at the run</LinkButton>}>
          Nobody has been asked about this category yet. What each provider says will stand here.
        </EmptyState>
      ) : (
        <>
          <FiguresStrip label="The answers in figures" even>
            <Figure label="Answers" {...answers} />
            <Figure label="Voices" {...voices} />
            <Figure label="Cost" {...cost} />
            <Figure label="Time" {...time} />
          </FiguresStrip>
          <AgreementSection panel={panel} />
          {witnesses.some((witness) => witness.sources.some((source) => source.role === "cited")) ? (
            <section aria-labelledby="stemma">
              <SectionHead id="stemma" title="Stemma">
                <p className="meta">
                  Which answer descends from which source. Sources that are one voice stand as one; voices are counted above, not below.
                </p>
              </SectionHead>
              <StemmaView witnesses={witnesses} />
            </section>
          ) : null}
          <section aria-labelledby="said">
            <SectionHead id="said" title="What each one said">
              <p className="meta">Their words, not ours, and not those of their sources.</p>
            </SectionHead>
            {witnesses.map((witness) => (
              <WitnessView key={witness.provider} witness={witness} all={witnesses} requestId={id} slug={slug} open={request.open} />
            ))}
          </section>
        </>
      )}
      {skipped.length > 0 ? <NotAsked skipped={skipped} /> : null}
      {category.outcome === "found" || panel.writing.reasons.length > 0 ? (
        <p className="coverage">
          <b>The text.</b> <WritingLine writing={panel.writing} /> <Link href={`/research/${id}/text/${slug}`}>Read it</Link>
        </p>
      ) : null}
    </>
  );
}
