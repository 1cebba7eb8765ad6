import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { WritingLine } from "@/app/_features/providers/writing-line";
import { CategoryDoubts } from "@/app/_features/research/category-doubts";
import { CategorySources } from "@/app/_features/research/category-sources";
import { CategoryText } from "@/app/_features/research/category-text";
import { CategoryVariants } from "@/app/_features/research/category-variants";
import { EditionHead } from "@/app/_features/research/edition-head";
import { contentsOf, counted, emptyWords, strategyName } from "@/app/_features/research/edition-words";
import { EmptyActions } from "@/app/_features/research/empty-actions";
import { SourceChangesBanner } from "@/app/_features/research/source-changes-banner";
import { orNotFound } from "@/app/_features/shell/or-not-found";
import { workspace } from "@/app/_features/shell/workspace";
import { EmptyState } from "@/app/_ui/feedback/empty-state";
import { Fold } from "@/app/_ui/feedback/fold";
import { ChapterHead } from "@/app/_ui/reading/chapter-head";
import { Contents } from "@/app/_ui/reading/contents";
import { CoverageLine } from "@/app/_ui/reading/coverage-line";
import { CoverageTable } from "@/app/_ui/reading/coverage-table";
import { EditionLayout } from "@/app/_ui/reading/edition-layout";
import { WithheldList } from "@/app/_ui/reading/withheld-list";
import { SignalTable } from "@/app/_ui/run/signal-table";

type Params = { params: Promise<{ id: string; slug: string }>; searchParams: Promise<{ s?: string | string[] }> };

export const metadata: Metadata = { title: "Edition" };

export default async function TextPage({ params, searchParams }: Params) {
  const { id, slug } = await params;
  const { call } = await workspace();
  const edition = await orNotFound(call.editions.get({ id }));
  const names = Object.fromEntries((await call.requests.providers()).map((provider) => [provider.id, provider.name]));
  const changes = await call.sources.changes({ id });
  const writing = await call.editions.writing({ id, slug });
  const category = edition.categories.find((candidate) => candidate.slug === slug);
  if (!category) notFound();
  const chosen = Number((await searchParams).s);
  const sentence = Number.isInteger(chosen) && chosen >= 1 && chosen <= category.summary.sentences.length ? chosen : null;
  const sources = new Map(edition.sources.map((source) => [source.id, source]));
  const { withheldSentences } = category.summary;
  return (
    <>
      <EditionHead edition={edition} current="text" slug={slug} />
      <SourceChangesBanner requestId={id} changes={changes} slug={slug} />
      <EditionLayout
        contents={<Contents items={contentsOf(edition, slug)} />}
        labelledBy="chapter"
        apparatus={<CategorySources requestId={edition.request.id} category={category} sources={edition.sources} chosen={sentence} />}
      >
        <ChapterHead
          id="chapter"
          place={`Category ${category.number} of ${edition.categories.length}`}
          title={category.name}
          lead={`${counted(category.sourceCount, "source")}, ${category.independentCount} independent. Strategy: ${strategyName(category.strategy)}.`}
          confidence={category.outcome === "found" ? category.confidence : null}
          explainedBy="confidence-made"
        />
        {category.summary.sentences.length === 0 ? (
          <EmptyState actions={<EmptyActions category={category} id={id} />}>{emptyWords(category)}</EmptyState>
        ) : (
          <CategoryText category={category} sources={sources} chosen={sentence} />
        )}
        <CategoryVariants category={category} sources={sources} ledgerHref={`/research/${id}/conflicts`} />
        <CategoryDoubts category={category} sources={sources} />
        <WithheldList
          sentences={withheldSentences.map((held) => ({
            key: held.text,
            text: held.text,
            reason: held.reason,
            sources: [...new Set(held.citations.map((citation) => sources.get(citation.sourceId)?.number ?? 0))],
          }))}
        />
        {category.coverage ? (
          <CoverageLine coverage={category.coverage} names={names}>
            {category.summary.sentences.length > 0 || writing.reasons.length > 0 ? <WritingLine writing={writing} /> : null}{" "}
            <Link href={`/research/${id}/providers/${slug}`}>What each one said</Link>
          </CoverageLine>
        ) : null}
        {category.coverage ? <CoverageTable coverage={category.coverage} names={names} /> : null}
        {category.outcome === "found" && category.confidence ? (
          <Fold id="confidence-made" frame="score" open summary={`How ${category.confidence.value} is made`}>
            <SignalTable score={category.confidence} />
          </Fold>
        ) : null}
        {category.outcome === "found" && category.quality ? (
          <Fold frame="score" summary={`Quality of the sources, ${category.quality.value} of 100`}>
            <SignalTable score={category.quality} what="Quality" />
          </Fold>
        ) : null}
      </EditionLayout>
    </>
  );
}
