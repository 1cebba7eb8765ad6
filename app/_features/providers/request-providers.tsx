import { EditionTabs } from "@/app/_features/research/edition-tabs";
import { AgreementMatrix, MatrixKey } from "@/app/_ui/conflicts/agreement-matrix";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { EmptyState } from "@/app/_ui/feedback/empty-state";
import { Mark } from "@/app/_ui/marks/mark";
import { PageHead } from "@/app/_ui/page/page-head";
import { SectionHead } from "@/app/_ui/page/section-head";
import type { Edition } from "@/server/research/editions/schema";
import { requestMatrix } from "./request-matrix";

type RequestProvidersProps = { edition: Edition; names: Readonly<Record<string, string>> };

const states = ["agrees", "conflict", "open", "not_comparable", "by_jurisdiction", "alone", "silent"] as const;

/** All providers of a request over all its categories; each row leads to the panel of its category. */
export const RequestProviders = ({ edition, names }: RequestProvidersProps) => {
  const { request, categories } = edition;
  const first = categories.find((category) => category.outcome === "found") ?? categories[0];
  const matrix = requestMatrix(edition, names);
  return (
    <>
      <PageHead
        crumbs={[{ label: "Research", href: "/research" }, { label: request.subject, href: `/research/${request.id}` }, { label: "Providers" }]}
        title={request.identity?.name ?? request.subject}
        facts={[
          { term: "Providers", value: `${matrix.columns.length} asked` },
          { term: "Categories", value: String(categories.length) },
        ]}
        lead={request.identity?.note}
      />
      <EditionTabs id={request.id} current="providers" totals={edition.totals} slug={first?.slug ?? ""} />
      {matrix.columns.length === 0 ? (
        <EmptyState actions={<LinkButton href={`/research/${request.id}`}>Look at the run</LinkButton>}>
          Nobody has been asked yet. What each provider brings will stand here.
        </EmptyState>
      ) : (
        <section aria-labelledby="agreement">
          <SectionHead id="agreement" title="Who brought what, and where they agree">
            <p className="meta">Sources by category and provider; the colour is the gravest thing that they state. A category leads to its panel.</p>
          </SectionHead>
          <AgreementMatrix of="provider" rows={{ caption: "Categories", head: "Category" }} {...matrix} />
          <MatrixKey states={states}>
            <span>
              <Mark name="failed" /> no answer
            </span>
            <span>
              <Mark name="queued" /> not asked
            </span>
          </MatrixKey>
        </section>
      )}
    </>
  );
};
