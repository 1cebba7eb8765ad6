"use client";
import { useState } from "react";
import { Button } from "@/app/_ui/controls/button";
import { StateMark } from "@/app/_ui/marks/state-mark";
import { SectionHead } from "@/app/_ui/page/section-head";
import { EventFeed, FeedEvent } from "@/app/_ui/run/event-feed";
import { stopwatch } from "@/app/_ui/time/format-time";
import type { ProgressEvent } from "@/server/progress/schema";
import { feedLine, type ProviderNames } from "./feed-line";

type RunEventsProps = { events: readonly ProgressEvent[]; startedAt: string; live: boolean; seq: number; providerNames: ProviderNames };

/** About as tall as the timeline of a pack beside it. */
const shownAtFirst = 9;

/** What happened, newest first; can be paused while it is read. */
export const RunEvents = ({ events, startedAt, live, seq, providerNames }: RunEventsProps) => {
  const [paused, setPaused] = useState<readonly ProgressEvent[] | null>(null);
  const [count, setCount] = useState(shownAtFirst);
  const lines = (paused ?? events).flatMap((event) => {
    const line = feedLine(event, providerNames);
    return line ? [{ event, line }] : [];
  });
  return (
    <section aria-labelledby="events">
      <SectionHead id="events" title="Events">
        {live ? (
          <StateMark state="running" live>
            Live, no. {seq}
          </StateMark>
        ) : (
          <span className="meta">{seq} in all</span>
        )}
      </SectionHead>
      <EventFeed labelledBy="events">
        {lines.slice(0, count).map(({ event, line }, index) => (
          <FeedEvent
            key={event.seq}
            at={stopwatch(Math.max(0, Date.parse(event.at) - Date.parse(startedAt)))}
            mark={line.mark}
            tone={line.tone}
            subject={line.subject}
            fresh={live && index === 0 && paused === null}
          >
            {line.words}
          </FeedEvent>
        ))}
      </EventFeed>
      <div className="row justify-between">
        {lines.length > count ? (
          <Button kind="ghost" size="small" onClick={() => setCount(count + 40)}>
            Earlier events
          </Button>
        ) : null}
        {live || paused ? (
          <Button kind="ghost" size="small" onClick={() => setPaused(paused ? null : events)}>
            {paused ? "Go on with the feed" : "Pause the feed"}
          </Button>
        ) : null}
      </div>
    </section>
  );
};
