import { LinkButton } from "@/app/_ui/controls/link-button";
import { PageHead } from "@/app/_ui/page/page-head";
import { formatPartialDate } from "@/app/_ui/time/format-time";
import { tierNames } from "@/server/research/sources/schema";
import type { SourcePage } from "@/server/research/verification/source-page/schema";
import { hrefOf } from "../research/source-href";
import { identityWords } from "./identity-words";

/** Where the source stands in its edition, what it is, and where it opens. */
export const SourceHead = ({ page }: { page: SourcePage }) => {
  const { source, request, looks, twins } = page;
  const href = hrefOf(source);
  const kept = looks.some((look) => look.bodyHash !== null);
  return (
    <PageHead
      crumbs={[
        { label: "Research", href: "/research" },
        { label: request.subject, href: `/research/${request.id}/sources` },
        { label: `Source ${source.number}` },
      ]}
      title={
        <>
          [{source.number}] {source.title}
        </>
      }
      size="small"
      facts={[
        { term: "Tier", value: `${source.tier}, ${tierNames[source.tier] ?? "unknown"}` },
        { term: "Known as", value: [source.identity, ...source.aliases].map(identityWords).join(", ") },
        { term: "Date", value: source.date && formatPartialDate(source.date) },
        { term: "From", value: source.publisher },
        { term: "Jurisdiction", value: source.jurisdiction },
        { term: "Licence", value: source.licence },
        { term: "One voice with", value: twins.length > 0 ? twins.map((number) => `[${number}]`).join(", ") : null },
      ].filter((fact) => fact.value !== null && fact.value !== "")}
      actions={
        <>
          {kept ? (
            <LinkButton href={`/api/research/${request.id}/sources/${source.number}/warc`} prefetch={false}>
              Pages as WARC
            </LinkButton>
          ) : null}
          {href ? (
            <LinkButton href={href} prefetch={false}>
              {source.documentId ? "Open in the library" : "Open the page"}
            </LinkButton>
          ) : null}
        </>
      }
    />
  );
};
