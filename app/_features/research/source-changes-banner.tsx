import Link from "next/link";
import { Notice } from "@/app/_ui/feedback/notice";
import { Timestamp } from "@/app/_ui/time/timestamp";
import type { SourceChange } from "@/server/research/verification/schema";

type SourceChangesBannerProps = {
  requestId: string;
  changes: readonly SourceChange[];
  /** Slug of the category whose text is read; what it cites comes first. */
  slug: string;
};

/** A work that was taken back or doubted is not the work that was cited; what was only corrected or changed is for the reader to look at. */
const grave: ReadonlySet<SourceChange["kind"]> = new Set(["retracted", "concern"]);
const mostNamed = 3;

/** Says above an edition what became of the sources it cites since it was made. Nothing when all are as they were. */
export const SourceChangesBanner = ({ requestId, changes, slug }: SourceChangesBannerProps) => {
  const cited = changes.filter((change) => change.cited && change.kind !== "returned");
  if (cited.length === 0) return null;
  const rank = ({ kind, categories }: SourceChange) => (grave.has(kind) ? 0 : 2) + (categories.includes(slug) ? 0 : 1);
  const ordered = cited.toSorted((a, b) => rank(a) - rank(b) || a.number - b.number);
  const worst = ordered.some(({ kind }) => kind === "retracted");
  const sources = new Set(cited.map(({ sourceId }) => sourceId)).size;
  const title = worst
    ? "A source that this edition cites was retracted."
    : `${sources === 1 ? "A source" : `${sources} sources`} that this edition cites ${sources === 1 ? "is" : "are"} not as ${sources === 1 ? "it was" : "they were"}.`;
  return (
    <div className="mt-4">
      <Notice tone={ordered.some(({ kind }) => grave.has(kind)) ? "rubric" : "ochre"} title={title}>
        <ul>
          {ordered.slice(0, mostNamed).map(({ id, number, title: name, statement, at }) => (
            <li key={id}>
              <Link href={`/research/${requestId}/sources/${number}`}>
                [{number}] {name}
              </Link>
              : {statement} <Timestamp at={at} form="date" />
            </li>
          ))}
        </ul>
        {ordered.length > mostNamed ? `${ordered.length - mostNamed} more stand with the sources. ` : null}
        The text is kept as it was. <Link href={`/research/${requestId}/changes`}>Run it again</Link> to see what follows from it.
      </Notice>
    </div>
  );
};
