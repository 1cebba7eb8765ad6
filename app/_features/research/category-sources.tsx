import Link from "next/link";
import type { SourceQuote } from "@/app/_ui/sources/source-entry";
import { SourceList } from "@/app/_ui/sources/source-list";
import type { EditionCategory, EditionSource } from "@/server/research/editions/schema";
import type { Citation } from "@/server/research/synthesis/schema";
import { EditionSourceEntry } from "./edition-source";
import { carries } from "./sentence-lemmas";
import { passageHrefOf } from "./source-href";

type CategorySourcesProps = { requestId: string; category: EditionCategory; sources: readonly EditionSource[]; chosen: number | null };

const quotesShown = 3;

/** The sources of a category with the words that are cited; those of the chosen sentence first. */
export const CategorySources = ({ requestId, category, sources, chosen }: CategorySourcesProps) => {
  const sentence = chosen === null ? undefined : category.summary.sentences[chosen - 1];
  const cited = category.summary.sentences.flatMap((each) => each.citations);
  const own = sources.filter((source) => source.mentions.some((mention) => mention.category === category.slug));
  const rank = (source: EditionSource) => {
    if (sentence?.citations.some((citation) => citation.sourceId === source.id)) return 0;
    return cited.some((citation) => citation.sourceId === source.id) ? 1 : 2;
  };
  const ordered = [...own].sort((a, b) => rank(a) - rank(b) || a.number - b.number);
  if (own.length === 0) return <SourceList empty lead="None for this category. What was asked, and how each asking ended, stands under the text." />;
  return (
    <SourceList
      lead={`${sentence ? `For sentence ${chosen}, then the rest` : "All sources"} of the category. Each ladder has seven rungs: well formed, resolved, identified, alive, not retracted, quote anchored, supports.`}
    >
      {ordered.map((source) => {
        const twin = own.find((other) => other.number < source.number && other.voice === source.voice);
        return (
          <EditionSourceEntry
            key={source.id}
            requestId={requestId}
            source={source}
            quotes={quotesOf(source, sentence?.citations ?? cited, category)}
            chosen={sentence !== undefined && rank(source) === 0}
          >
            {twin ? <p className="note">The same voice as [{twin.number}]: it counts once.</p> : null}
          </EditionSourceEntry>
        );
      })}
    </SourceList>
  );
};

const Place = ({ source, citation }: { source: EditionSource; citation: Citation }) => {
  const place = `${citation.page ? `page ${citation.page}, ` : ""}characters ${citation.start.toLocaleString("en")} to ${citation.end.toLocaleString("en")}`;
  const href = passageHrefOf(source, citation);
  return href ? <Link href={href}>{place}</Link> : place;
};

function quotesOf(source: EditionSource, citations: readonly Citation[], category: EditionCategory): SourceQuote[] {
  const distinct = new Map(
    citations.filter((citation) => citation.sourceId === source.id).map((citation) => [`${citation.textHash ?? ""} ${citation.start}`, citation]),
  );
  return [...distinct].slice(0, quotesShown).map(([key, citation]) => ({
    key,
    text: citation.quote,
    marks: marksIn(citation, category),
    foot: <Place source={source} citation={citation} />,
  }));
}

/** The words of the claims that the quote holds. */
function marksIn(citation: Citation, category: EditionCategory): { start: number; end: number }[] {
  return category.claims
    .filter((claim) => carries(citation, claim) && claim.raw !== "")
    .flatMap((claim) => {
      const start = citation.quote.indexOf(claim.raw);
      return start < 0 ? [] : [{ start, end: start + claim.raw.length }];
    })
    .sort((a, b) => a.start - b.start)
    .filter((mark, index, all) => index === 0 || mark.start >= (all[index - 1]?.end ?? 0));
}
