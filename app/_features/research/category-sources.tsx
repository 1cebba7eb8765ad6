import Link from "next/link";
import { SourceEntry, type SourceQuote } from "@/app/_ui/sources/source-entry";
import { SourceList } from "@/app/_ui/sources/source-list";
import type { EditionCategory, EditionSource } from "@/server/research/editions/schema";
import { tierNames } from "@/server/research/sources/schema";
import type { Citation } from "@/server/research/synthesis/schema";
import { carries } from "./sentence-lemmas";

type CategorySourcesProps = { category: EditionCategory; sources: readonly EditionSource[]; chosen: number | null };

const quotesShown = 3;

/** The sources of a category with the words that are cited; those of the chosen sentence first. */
export const CategorySources = ({ category, sources, chosen }: CategorySourcesProps) => {
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
          <SourceEntry
            key={source.id}
            number={source.number}
            title={source.title}
            href={hrefOf(source)}
            tier={source.tier}
            tierName={tierNames[source.tier] ?? "unknown"}
            date={source.date}
            publisher={source.publisher}
            superseded={source.superseded}
            results={source.verification.rungs}
            quotes={quotesOf(source, sentence?.citations ?? cited, category)}
            chosen={sentence !== undefined && rank(source) === 0}
          >
            {twin ? <p className="note">The same voice as [{twin.number}]: it counts once.</p> : null}
          </SourceEntry>
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

/** The very passage in the owner's library; null for sources that lie elsewhere. */
export function passageHrefOf(
  source: Pick<EditionSource, "documentId" | "documentTextHash">,
  { start, end, textHash }: Pick<Citation, "start" | "end" | "textHash">,
): string | null {
  if (!source.documentId) return null;
  // Words of another text of the source have no place in the document.
  return textHash === source.documentTextHash ? `/library/file/${source.documentId}?start=${start}&end=${end}` : null;
}

/** Where a source opens: the owner's document, or a web address that is one. */
export function hrefOf(source: Pick<EditionSource, "documentId" | "url">): string | null {
  if (source.documentId) return `/library/file/${source.documentId}`;
  return source.url && /^https?:\/\//.test(source.url) ? source.url : null;
}

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
