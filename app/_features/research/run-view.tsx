"use client";
import { useEffect, useState } from "react";
import { trpc } from "@/app/_client/trpc";
import { useRunStream } from "@/app/_client/use-run-stream";
import { Button } from "@/app/_ui/controls/button";
import { FormError } from "@/app/_ui/controls/form-error";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { Notice } from "@/app/_ui/feedback/notice";
import { Beside } from "@/app/_ui/page/beside";
import { PageHead } from "@/app/_ui/page/page-head";
import { SectionHead } from "@/app/_ui/page/section-head";
import { CategoryTile } from "@/app/_ui/run/category-tile";
import { CategoryWall } from "@/app/_ui/run/category-wall";
import { RunTimeline, TimelineKey } from "@/app/_ui/run/run-timeline";
import { Timestamp } from "@/app/_ui/time/timestamp";
import type { ProgressEvent } from "@/server/progress/schema";
import type { RunSnapshot } from "@/server/research/editions/schema";
import { EditionTabs } from "./edition-tabs";
import type { ProviderNames } from "./feed-line";
import { requestFacts } from "./request-facts";
import { RunEvents } from "./run-events";
import { RunFigures } from "./run-figures";

type RunViewProps = { initial: RunSnapshot; past: readonly ProgressEvent[]; now: string; providerNames: ProviderNames };

/** A run as it happens, and as it was once it has ended: wall, timeline, events. */
export const RunView = ({ initial, past, now: renderedAt, providerNames }: RunViewProps) => {
  const { run, events, connection, readAgain } = useRunStream(initial, past);
  const { request, categories } = run;
  const running = request.endedAt === null && (request.status === "pending" || request.status === "processing");
  const now = useNow(renderedAt, running);
  const cancel = trpc.requests.cancel.useMutation();
  const retry = trpc.requests.retry.useMutation({ onSuccess: readAgain });
  const failed = categories.filter(
    (category) => category.outcome === "failed" || category.outcome === "blocked" || category.outcome === "not_searched",
  );
  const queued = categories.filter((category) => category.state === "queued" && category.startedAt === null);
  const startedAt = request.startedAt ?? request.createdAt;
  // A later round has a beginning of its own.
  const ofRound = categories.filter((category) => category.startedAt === null || category.startedAt >= startedAt);
  const actions = running ? (
    <Button disabled={cancel.isPending || cancel.isSuccess} onClick={() => cancel.mutate({ id: request.id })}>
      {cancel.isPending || cancel.isSuccess ? "Cancelling the run" : "Cancel the run"}
    </Button>
  ) : (
    <>
      {failed.length > 0 ? (
        <Button disabled={retry.isPending} onClick={() => retry.mutate({ id: request.id })}>
          Retry {failed.length} {failed.length === 1 ? "category" : "categories"}
        </Button>
      ) : null}
      <LinkButton
        kind="go"
        href={`/research/${request.id}/text/${categories.find((category) => category.outcome === "found")?.slug ?? categories[0]?.slug ?? ""}`}
      >
        Read the edition
      </LinkButton>
    </>
  );
  return (
    <>
      <PageHead
        crumbs={[{ label: "Research", href: "/research" }, { label: request.subject }]}
        title={request.identity?.name ?? request.subject}
        facts={requestFacts(request, categories.length)}
        lead={request.identity?.note}
        actions={actions}
      />
      {running ? null : (
        <EditionTabs id={request.id} current="run" totals={run.totals} slug={categories[0]?.slug ?? ""} changed={request.changes?.fields} />
      )}
      {connection.state === "lost" ? (
        <Notice tone="ochre" mark="offline" title="Not connected" alert>
          Since <Timestamp at={connection.since} form="time" />. The run goes on; what you see is from then. Trying again.
        </Notice>
      ) : null}
      {request.note ? <RunNote note={request.note} /> : null}
      <FormError>{cancel.error?.message ?? retry.error?.message}</FormError>
      <RunFigures run={run} now={now} running={running} />
      <SectionHead id="categories" title="Categories">
        <p className="meta">{running ? "Safe to close this page: the run goes on and keeps what it has." : "Each tile leads to its text."}</p>
      </SectionHead>
      <CategoryWall>
        {categories.map((category) => (
          <CategoryTile
            key={category.slug}
            category={category}
            href={category.state === "done" ? `/research/${request.id}/text/${category.slug}` : undefined}
            place={placeInLine(queued.findIndex((waiting) => waiting.slug === category.slug))}
          />
        ))}
      </CategoryWall>
      <Beside
        label="Events"
        width="narrow"
        aside={
          <RunEvents
            events={events}
            startedAt={startedAt}
            live={running && connection.state === "connected"}
            seq={run.seq}
            providerNames={providerNames}
          />
        }
      >
        <SectionHead id="timeline" title="Timeline">
          <TimelineKey />
        </SectionHead>
        <RunTimeline
          label={`Run timeline of ${request.subject}`}
          startedAt={startedAt}
          until={request.endedAt ?? now}
          running={running}
          categories={ofRound}
        />
        {ofRound.length < categories.length ? (
          <p className="note mt-2">
            Drawn from when it was asked again; {categories.length - ofRound.length}{" "}
            {categories.length - ofRound.length === 1 ? "category stands" : "categories stand"} from before.
          </p>
        ) : null}
      </Beside>
    </>
  );
};

/** What the run says of its end; the first sentence is what happened. */
const RunNote = ({ note }: { note: string }) => {
  const end = note.search(/\.\s/);
  return <Notice title={end < 0 ? note : note.slice(0, end + 1)}>{end < 0 ? null : note.slice(end + 1).trim()}</Notice>;
};

function placeInLine(index: number): string | undefined {
  if (index < 0) return undefined;
  const place = index + 1;
  const ending = place % 100 > 10 && place % 100 < 14 ? "th" : (["th", "st", "nd", "rd"][place % 10] ?? "th");
  return `${place}${ending} in line`;
}

/** The present instant, moved on each second while something runs; the server's until the page has come alive. */
function useNow(renderedAt: string, ticking: boolean): string {
  const [now, setNow] = useState(renderedAt);
  useEffect(() => {
    if (!ticking) return;
    const timer = setInterval(() => setNow(new Date().toISOString()), 1000);
    return () => clearInterval(timer);
  }, [ticking]);
  return now;
}
