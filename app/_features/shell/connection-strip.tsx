"use client";
import { useEffect, useState } from "react";
import { formatTimestamp } from "@/app/_ui/time/format-time";
import { Strip } from "./strip";

/** Stands under the top bar while the browser has no connection, and goes by itself. */
export const ConnectionStrip = () => {
  const [since, setSince] = useState<string | null>(null);
  useEffect(() => {
    const lost = () => setSince((known) => known ?? new Date().toISOString());
    const back = () => setSince(null);
    if (!navigator.onLine) lost();
    addEventListener("offline", lost);
    addEventListener("online", back);
    return () => {
      removeEventListener("offline", lost);
      removeEventListener("online", back);
    };
  }, []);
  return since === null ? null : (
    <Strip tone="ochre" mark="offline" title={`Not connected since ${formatTimestamp(since, "time")}.`}>
      What you see is from then. A run goes on without this page.
    </Strip>
  );
};
