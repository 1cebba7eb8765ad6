import Link from "next/link";
import { Fold } from "@/app/_ui/feedback/fold";
import type { Apparatus, PlacedReference } from "@/server/library/reader/read-apparatus";
import { passageHref } from "./document-words";
import { publicPlace, referenceName } from "./reference-links";
import type { ReferenceLink } from "./reference-parts";

type ReferenceListProps = { documentId: string; references: readonly PlacedReference[]; verses: Apparatus["verses"] };

const schemes: Readonly<Record<string, string>> = {
  scripture: "Scripture",
  doi: "Articles by DOI",
  pmid: "Articles by PMID",
  pmcid: "Articles by PMCID",
  nct: "Trials",
  setid: "Labels",
  law: "Laws",
  classical: "Classical works",
};
const mostOpen = 8;
const mostOfOne = 120;

/** Where each reference of the text leads: a verse to the library when it is there, else the public page; what has neither stays plain. */
export function referenceLinks({ references, verses }: Pick<ReferenceListProps, "references" | "verses">): ReferenceLink[] {
  const held = new Map(verses.map((verse) => [verse.canonical, verse]));
  return references.flatMap((reference) => {
    const verse = reference.scheme === "scripture" ? held.get(reference.canonical) : undefined;
    const name = referenceName(reference);
    const { start, end } = reference;
    if (verse) return [{ start, end, href: passageHref(verse.documentId, verse), title: `${name} in ${verse.title}` }];
    const place = publicPlace(reference);
    return place ? [{ start, end, href: place.href, title: `${name} at ${place.at}` }] : [];
  });
}

/** What a document points at, kind by kind, the most often named first. */
export const ReferenceList = ({ documentId, references, verses }: ReferenceListProps) => {
  if (references.length === 0) return null;
  const byScheme = Map.groupBy(references, (reference) => reference.scheme);
  return (
    <section aria-labelledby="references">
      <h2 className="aside-title" id="references">
        Points at <span className="num dim">{references.length.toLocaleString("en")}</span>
      </h2>
      {[...byScheme].map(([scheme, own]) => {
        const distinct = [...Map.groupBy(own, (reference) => reference.canonical).values()].sort((a, b) => b.length - a.length);
        const [open, folded] = [distinct.slice(0, mostOpen), distinct.slice(mostOpen, mostOfOne)];
        const entry = (places: readonly PlacedReference[]) => (
          <Entry key={places[0]?.canonical} documentId={documentId} places={places} verses={verses} />
        );
        return (
          <div key={scheme} className="refs">
            <h3>
              {schemes[scheme] ?? scheme} <span className="num dim">{own.length.toLocaleString("en")}</span>
            </h3>
            <ul>{open.map(entry)}</ul>
            {folded.length > 0 ? (
              <Fold summary={`${folded.length} more${distinct.length > mostOfOne ? ` of ${distinct.length - mostOpen}` : ""}`}>
                <ul>{folded.map(entry)}</ul>
              </Fold>
            ) : null}
          </div>
        );
      })}
    </section>
  );
};

const Entry = ({ documentId, places, verses }: { documentId: string; places: readonly PlacedReference[]; verses: Apparatus["verses"] }) => {
  const [first] = places;
  if (!first) return null;
  const place = publicPlace(first);
  const verse = verses.find((each) => each.canonical === first.canonical);
  const name = referenceName(first);
  return (
    <li>
      <Link href={passageHref(documentId, first)}>{name}</Link>
      {places.length > 1 ? <span className="num dim"> {places.length} times</span> : null}
      <span className="refs__out">
        {verse ? <Link href={passageHref(verse.documentId, verse)}>in {verse.title}</Link> : null}
        {place ? (
          <a href={place.href} rel="noopener noreferrer" aria-label={`${name} at ${place.at}`}>
            {place.at}
          </a>
        ) : (
          <Link href={`/library?q=${encodeURIComponent(`"${first.canonical.replaceAll('"', "")}"`)}`} aria-label={`Search the library for ${name}`}>
            Search
          </Link>
        )}
      </span>
    </li>
  );
};
