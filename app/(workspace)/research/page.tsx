import type { Metadata } from "next";
import { AskPage } from "@/app/_features/research/ask-page";
import { RequestList } from "@/app/_features/research/request-list";
import { Changed, Watched } from "@/app/_features/research/watched";
import { workspace } from "@/app/_features/shell/workspace";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { PageHead } from "@/app/_ui/page/page-head";

export const metadata: Metadata = { title: "Research" };

type Query = { before?: string | string[] };

export default async function ResearchPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { call } = await workspace();
  const { before } = await searchParams;
  const { requests, next } = await call.requests.list({ before: typeof before === "string" ? before : null });
  if (requests.length === 0 && before === undefined) return <AskPage first />;
  const [notices, watches] = before === undefined ? [await call.watches.notices(), await call.watches.list()] : [[], []];
  return (
    <>
      <PageHead
        crumbs={[{ label: "Research" }]}
        title="Your requests"
        actions={
          <LinkButton kind="go" href="/research/new">
            New request
          </LinkButton>
        }
      />
      <Changed notices={notices} />
      <RequestList requests={requests} next={next} now={new Date().toISOString()} />
      <Watched watches={watches} />
    </>
  );
}
