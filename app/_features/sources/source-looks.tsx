import Link from "next/link";
import { EmptyState } from "@/app/_ui/feedback/empty-state";
import { Fold } from "@/app/_ui/feedback/fold";
import { Tag } from "@/app/_ui/marks/tag";
import { SectionHead } from "@/app/_ui/page/section-head";
import { Timestamp } from "@/app/_ui/time/timestamp";
import type { PageLook, SourcePage } from "@/server/research/verification/source-page/schema";
import { shortHash } from "./identity-words";

const states: Record<PageLook["judgement"]["state"], string> = {
  alive: "read",
  dead: "not there",
  blocked: "blocked",
  paywall: "paywall",
  unknown: "not known",
  not_checked: "not looked at",
};

/** Every look at the source's address, the newest first: what it gave, by which way, and the hashes of what was kept. */
export const SourceLooks = ({ page }: { page: SourcePage }) => (
  <section aria-labelledby="looks">
    <SectionHead id="looks" title="Looks at the page">
      {page.nextLookAt ? (
        <p className="meta">
          {page.looks.length > 0 ? "Looked at again on" : "Its register is asked on"} <Timestamp at={page.nextLookAt} form="date" />.
        </p>
      ) : null}
    </SectionHead>
    {page.looks.length === 0 ? (
      <EmptyState>
        {page.source.documentId
          ? "The document is in the library: no page needs to be looked at."
          : "None so far. Pages that only an answer engine named are looked at; records come from their register."}
      </EmptyState>
    ) : (
      <ol className="looks">
        {page.looks.map((look) => (
          <li key={look.id}>
            <p className="looks__head">
              <Timestamp at={look.at} />
              <Tag weight={look.judgement.state === "alive" ? "plain" : "ochre"}>{states[look.judgement.state]}</Tag>
              {look.changed ? <Tag weight="ochre">changed</Tag> : null}
            </p>
            <p>{look.judgement.reason}</p>
            <LookKept page={page} look={look} />
            {look.hops.length > 1 ? (
              <Fold summary={`${look.hops.length - 1} ${look.hops.length === 2 ? "redirect" : "redirects"}`}>
                <ol className="looks__way">
                  {look.hops.map((hop) => (
                    <li key={`${hop.status} ${hop.url}`}>
                      <span className="num">{hop.status}</span> {hop.url}
                    </li>
                  ))}
                </ol>
              </Fold>
            ) : null}
          </li>
        ))}
      </ol>
    )}
  </section>
);

const LookKept = ({ page, look }: { page: SourcePage; look: PageLook }) => {
  if (look.bodyHash === null) return null;
  const { request, source } = page;
  return (
    <p className="note">
      Kept: {look.bytes?.toLocaleString("en") ?? "its"} bytes, SHA-256 <span className="hash">{shortHash(look.bodyHash)}</span>
      {look.textHash ? (
        <>
          ;{" "}
          <Link prefetch={false} href={`/research/${request.id}/sources/${source.number}/text/${look.textHash}`}>
            {look.characters?.toLocaleString("en") ?? ""} characters of text
          </Link>
          , <span className="hash">{shortHash(look.textHash)}</span>
        </>
      ) : null}
      .
    </p>
  );
};
