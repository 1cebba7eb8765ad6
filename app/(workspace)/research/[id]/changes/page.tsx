import type { Metadata } from "next";
import { causeWords, changedWords } from "@/app/_features/research/change-words";
import { ChangesList } from "@/app/_features/research/changes-list";
import { EditionHead } from "@/app/_features/research/edition-head";
import { dollars } from "@/app/_features/research/questions";
import { RunAgain } from "@/app/_features/research/run-again";
import { dateFormOf, movesOf, pointsOf } from "@/app/_features/research/series-words";
import { WatchForm } from "@/app/_features/research/watch-form";
import { orNotFound } from "@/app/_features/shell/or-not-found";
import { workspace } from "@/app/_features/shell/workspace";
import { Cause } from "@/app/_ui/changes/change-row";
import { RunLine } from "@/app/_ui/changes/run-line";
import { ScoreMoves } from "@/app/_ui/changes/score-moves";
import { EmptyState } from "@/app/_ui/feedback/empty-state";
import { Beside } from "@/app/_ui/page/beside";
import { SectionHead } from "@/app/_ui/page/section-head";
import { formatTimestamp } from "@/app/_ui/time/format-time";
import { causes } from "@/server/research/editions/changes/schema";

export const metadata: Metadata = { title: "Changes" };

type Params = { params: Promise<{ id: string }>; searchParams: Promise<{ against?: string | string[] }> };

export default async function ChangesPage({ params, searchParams }: Params) {
  const { id } = await params;
  const { against } = await searchParams;
  const { call } = await workspace();
  const edition = await orNotFound(call.editions.get({ id }));
  const compared = await orNotFound(call.editions.changes({ id, against: typeof against === "string" ? against : null }));
  const { changes, counts, notCompared, series, own } = compared;
  const watch = own ? await call.watches.ofRequest({ requestId: id }) : null;
  const { request } = edition;
  const running = series.some(({ status }) => status === "pending" || status === "processing");
  const estimate = own
    ? await call.providers
        .estimate({ pack: request.pack, categories: edition.categories.map(({ slug }) => slug), providers: request.providers })
        .catch(() => null)
    : null;
  const price = estimate === null ? null : estimate.usd > 0 ? `about ${dollars(estimate.usd)}` : "free";
  const dateOf = (which: string | null) => formatTimestamp(series.find((each) => each.id === which)?.at ?? request.createdAt, dateFormOf(series));
  const names = [dateOf(compared.before), dateOf(compared.after)] as const;
  const { title, rest } = changedWords(counts);
  const moves = movesOf(changes, edition.categories);
  return (
    <>
      <EditionHead
        edition={edition}
        current="changes"
        changed={compared.before === null ? undefined : counts.fields}
        slug={edition.categories[0]?.slug ?? ""}
        actions={own ? <RunAgain id={id} price={price} refusal={running ? "An edition is being made now." : null} /> : undefined}
      />
      <div className="changes-top">
        <Beside label="Watch" aside={own ? <WatchForm key={watch?.state} requestId={id} watch={watch} capUsd={edition.cost.capUsd} /> : null}>
          {compared.before === null ? (
            <EmptyState>This is the only edition so far. Run it again, or watch it, and what differs will stand here field by field.</EmptyState>
          ) : (
            <SectionHead id="changed" title={title}>
              <p className="meta">{rest}</p>
            </SectionHead>
          )}
          {series.length > 1 ? <RunLine label="Editions of this subject" points={pointsOf(series, compared)} /> : null}
          {counts.fields > 0 ? (
            <dl className="cause-list">
              {causes.flatMap((cause) => {
                const count = counts.byCause[cause] ?? 0;
                if (count === 0) return [];
                return [
                  <div key={cause}>
                    <dt>
                      <Cause mark={causeWords[cause].mark}>{causeWords[cause].name}</Cause>
                    </dt>
                    <dd>
                      {count} <small>{count === 1 ? "field" : "fields"}</small>
                    </dd>
                  </div>,
                ];
              })}
            </dl>
          ) : null}
          {moves.length > 0 ? (
            <section aria-labelledby="moves">
              <SectionHead id="moves" title="Confidence, before and after">
                <p className="meta">Hollow is A, solid is B. What is not listed did not move.</p>
              </SectionHead>
              <ScoreMoves moves={moves} />
            </section>
          ) : null}
        </Beside>
      </div>
      {changes.some(({ kind }) => kind !== "confidence") ? (
        <section aria-labelledby="fields">
          <SectionHead id="fields" title="Field by field">
            <p className="meta">
              In the order of the pack. In a text <del>struck</del> is gone, <ins>double underlined</ins> is new. A change is no conflict and has no
              colour.
            </p>
          </SectionHead>
          <ChangesList changes={changes} categories={edition.categories} names={names} ids={[compared.before ?? id, compared.after]} />
        </section>
      ) : null}
      {compared.before === null ? null : (
        <p className="coverage">
          {notCompared.length > 0 ? (
            <>
              <b>Not compared.</b> {notCompared.map(({ name, reason }) => `${name}: ${reason}`).join(" ")}{" "}
            </>
          ) : null}
          {counts.fields > 0 ? <CauseNote /> : null}
        </p>
      )}
    </>
  );
}

/** In which order causes are looked for. */
const CauseNote = () => (
  <>
    <b>Cause.</b> The causes are tried in this order: a source retracted, changed, a ruling by hand, a new source, a provider without an answer, a
    source not brought again; what remains is the method, with the version that changed it.
  </>
);
