import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { documentBlocks, leafAt, leavesOf } from "@/app/_features/library/document-blocks";
import { DocumentText } from "@/app/_features/library/document-text";
import { PassageInView } from "@/app/_features/library/passage-in-view";
import { readRange } from "@/app/_features/library/read-range";
import { orNotFound } from "@/app/_features/shell/or-not-found";
import { workspace } from "@/app/_features/shell/workspace";
import { shortHash } from "@/app/_features/sources/identity-words";
import { TextLeaves } from "@/app/_features/sources/text-leaves";
import { Notice } from "@/app/_ui/feedback/notice";
import { PageHead } from "@/app/_ui/page/page-head";
import { formatTimestamp } from "@/app/_ui/time/format-time";

type Query = { start?: string | string[]; end?: string | string[]; part?: string | string[] };
type Props = { params: Promise<{ id: string; number: string; hash: string }>; searchParams: Promise<Query> };

export const metadata: Metadata = { title: "Stored text" };

const origins = { page: "Read from its page", record: "From", shown: "Shown by" } as const;

export default async function SourceTextPage({ params, searchParams }: Props) {
  const { id, number, hash } = await params;
  const query = await searchParams;
  if (!/^[1-9]\d{0,5}$/.test(number) || !/^[0-9a-f]{64}$/.test(hash)) notFound();
  const { call } = await workspace();
  const { title, text, origin } = await orNotFound(call.sources.text({ id: id.slice(0, 40), number: Number(number), hash }));
  const asked = readRange(query);
  const range = asked && asked.end <= text.length ? asked : null;
  const leaves = leavesOf(documentBlocks(text, { pageStarts: null }));
  const leaf = range ? leafAt(leaves, range.start) : (leaves[Number(query.part) - 1] ?? leaves[0]);
  const steps = { base: `/research/${id}/sources/${number}/text/${hash}`, current: leaf?.number ?? 1, count: leaves.length };
  return (
    <>
      <PageHead
        crumbs={[
          { label: "Research", href: "/research" },
          { label: "Sources", href: `/research/${id}/sources` },
          { label: `Source ${number}`, href: `/research/${id}/sources/${number}` },
          { label: "Stored text" },
        ]}
        title={title}
        size="small"
        facts={[
          { term: origins[origin.kind], value: origin.at ? formatTimestamp(origin.at, "datetime") : origin.by.join(", ") || "its register" },
          { term: "Characters", value: origin.characters.toLocaleString("en") },
          { term: "SHA-256", value: <span className="hash">{shortHash(hash)}</span> },
        ]}
        lead="Kept as it was when it was read. Places in the edition count in this text."
      />
      {asked && !range ? (
        <Notice tone="ochre" title="The cited place is not in this text.">
          The edition keeps its own quote.
        </Notice>
      ) : null}
      <article aria-label="Text" className="sources-page">
        <TextLeaves {...steps} />
        <DocumentText text={text} blocks={leaf?.blocks ?? []} range={range} language={null} />
        <TextLeaves {...steps} />
        {range ? <PassageInView place={`${range.start}-${range.end}`} /> : null}
      </article>
    </>
  );
}
