import Link from "next/link";
import { SectionHead } from "@/app/_ui/page/section-head";
import { Quote } from "@/app/_ui/reading/quote";
import type { SourcePage, TakenWords } from "@/server/research/verification/source-page/schema";

/** What the edition took from the source: sentences of its text, and claims, each with the words it stands on. */
export const SourceTaken = ({ page }: { page: SourcePage }) => {
  const names = new Map(page.categories.map((category) => [category.slug, category.name]));
  return (
    <>
      <section aria-labelledby="sentences">
        <SectionHead id="sentences" title="Sentences that stand on it" />
        {page.sentences.length === 0 ? (
          <p className="meta">None. It was found and kept, and no sentence of the edition cites it.</p>
        ) : (
          <ol className="taken">
            {page.sentences.map((taken) => (
              <li key={`${taken.slug} ${taken.sentence} ${taken.start}`}>
                <p className="taken__text">{taken.sentence}</p>
                <Quote
                  text={taken.quote}
                  foot={
                    <>
                      <Link prefetch={false} href={`/research/${page.request.id}/text/${taken.slug}`}>
                        {names.get(taken.slug) ?? taken.slug}
                      </Link>
                      , <Place page={page} taken={taken} />
                    </>
                  }
                />
              </li>
            ))}
          </ol>
        )}
      </section>
      <section aria-labelledby="claims">
        <SectionHead id="claims" title="Claims read out of it" />
        {page.claims.length === 0 ? (
          <p className="meta">None. Nothing in its passages states a fact that the categories ask for.</p>
        ) : (
          <ol className="taken">
            {page.claims.map((claim) => (
              <li key={claim.id}>
                <p>
                  <b>{claim.label}</b> <span className="dim">{names.get(claim.slug) ?? claim.slug}</span>
                </p>
                <Quote text={claim.quote} marks={markOf(claim.quote, claim.raw)} foot={<Place page={page} taken={claim} pageNumber={claim.page} />} />
              </li>
            ))}
          </ol>
        )}
      </section>
    </>
  );
};

/** Its place in the stored text, and the way to it on the page itself. */
const Place = ({ page, taken, pageNumber = null }: { page: SourcePage; taken: TakenWords; pageNumber?: number | null }) => {
  const { request, source } = page;
  const stored = `/research/${request.id}/sources/${source.number}/text/${taken.textHash}?start=${taken.start}&end=${taken.end}`;
  return (
    <>
      {pageNumber ? `page ${pageNumber}, ` : ""}
      <Link prefetch={false} href={stored}>
        characters {taken.start.toLocaleString("en")} to {taken.end.toLocaleString("en")}
      </Link>
      {taken.href ? (
        <>
          , <a href={taken.href}>{source.documentId ? "in the library" : "on the page"}</a>
        </>
      ) : null}
    </>
  );
};

function markOf(quote: string, raw: string): { start: number; end: number }[] {
  const start = raw === "" ? -1 : quote.indexOf(raw);
  return start < 0 ? [] : [{ start, end: start + raw.length }];
}
