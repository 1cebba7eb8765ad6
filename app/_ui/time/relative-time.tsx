"use client";
import { useEffect, useState } from "react";
import { formatTimestamp, relativeWords } from "./format-time";

type RelativeTimeProps = {
  /** ISO instant. */
  at: string;
  /** ISO instant the page was made; the words are counted from it until the browser's clock takes over. */
  now: string;
};

/** How long ago, kept current once a minute; the exact time is in its title and its machine-readable value. */
export const RelativeTime = ({ at, now }: RelativeTimeProps) => {
  const [current, setCurrent] = useState(() => Date.parse(now));
  useEffect(() => {
    const timer = setInterval(() => setCurrent(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={at} title={formatTimestamp(at, "datetime")}>
      {relativeWords(Date.parse(at), current)}
    </time>
  );
};
