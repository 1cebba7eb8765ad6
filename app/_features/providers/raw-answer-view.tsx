import { ScrollRegion } from "@/app/_ui/a11y/scroll-region";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { PageHead } from "@/app/_ui/page/page-head";
import { formatTimestamp } from "@/app/_ui/time/format-time";
import type { RawPage } from "@/server/research/editions/read-raw-answer";

type RawAnswerViewProps = { raw: RawPage; place: { id: string; slug: string; provider: string } };

/** An answer as it came, page by page. It is text here, whatever it was there. */
export const RawAnswerView = ({ raw, place: { id, slug, provider } }: RawAnswerViewProps) => {
  const { name, subject, category, at, bytes, characters, hash, page, pages, text } = raw;
  const panel = `/research/${id}/providers/${slug}`;
  const of = (number: number) => `${panel}/${provider}?page=${number}`;
  return (
    <>
      <PageHead
        crumbs={[
          { label: "Research", href: "/research" },
          { label: subject, href: `/research/${id}` },
          { label: "Providers", href: `/research/${id}/providers` },
          { label: category, href: panel },
          { label: name },
        ]}
        title={`${name}, as it came`}
        size="small"
        facts={[
          { term: "Received", value: formatTimestamp(at, "datetime") },
          { term: "Size", value: `${characters.toLocaleString("en")} characters, ${bytes.toLocaleString("en")} bytes` },
          { term: "SHA-256", value: <span className="wrap-anywhere">{hash}</span> },
        ]}
        lead="The body that the answer was read from, without headers and keys. Nothing in it is shown as anything but text."
        actions={<LinkButton href={`/api/research/${id}/answers/${slug}/${provider}`}>Download</LinkButton>}
      />
      <ScrollRegion label={`Raw answer of ${name}, page ${page} of ${pages}`}>
        <pre className="raw-answer">{text}</pre>
      </ScrollRegion>
      <nav className="row mt-3" aria-label="Pages of the raw answer">
        {page > 1 ? (
          <LinkButton size="small" href={of(page - 1)} prefetch={false}>
            Page before
          </LinkButton>
        ) : null}
        <span className="meta">
          Page {page} of {pages}
        </span>
        {page < pages ? (
          <LinkButton size="small" href={of(page + 1)} prefetch={false}>
            Next page
          </LinkButton>
        ) : null}
      </nav>
    </>
  );
};
