import type { ReactNode } from "react";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { PageHead } from "@/app/_ui/page/page-head";
import { formatTimestamp } from "@/app/_ui/time/format-time";
import type { Edition } from "@/server/research/editions/schema";
import { EditionTabs } from "./edition-tabs";
import { dollars } from "./questions";

type EditionHeadProps = {
  edition: Edition;
  current: "text" | "conflicts" | "sources" | "changes";
  slug: string;
  actions?: ReactNode /** Where it was counted just now. */;
  changed?: number | undefined;
};

/** What stands above every leaf of an edition. */
export const EditionHead = ({ edition, current, slug, actions, changed }: EditionHeadProps) => {
  const { request, totals, cost } = edition;
  const ends = [
    totals.found > 0 ? `${totals.found} found` : "",
    totals.nothingFound > 0 ? `${totals.nothingFound} nothing found` : "",
    totals.blocked > 0 ? `${totals.blocked} blocked` : "",
    totals.failed > 0 ? `${totals.failed} failed` : "",
    totals.notSearched > 0 ? `${totals.notSearched} not searched` : "",
  ].filter((part) => part !== "");
  return (
    <>
      <PageHead
        crumbs={[{ label: "Research", href: "/research" }, { label: request.subject }]}
        title={request.identity?.name ?? request.subject}
        facts={[
          { term: "Edition of", value: formatTimestamp(request.endedAt ?? request.createdAt, "date") },
          { term: "Pack", value: `${request.packName}, version ${request.packVersion}` },
          { term: "Sources", value: `${totals.sources}, of which ${totals.independentSources} independent` },
          { term: "Cost", value: dollars(cost.usd) },
          { term: "Ended", value: ends.join(", ") || "under way" },
        ]}
        lead={request.identity?.note}
        actions={
          <>
            {totals.found > 0 && request.endedAt ? <LinkButton href={`/chat?edition=${request.id}`}>Ask about this</LinkButton> : null}
            <LinkButton href={`/api/research/${request.id}/edition?format=md`}>Export</LinkButton>
            {actions}
          </>
        }
      />
      <EditionTabs id={request.id} current={current} totals={totals} slug={slug} changed={changed ?? request.changes?.fields} />
    </>
  );
};
