"use client";
import { useEffect, useEffectEvent, useState } from "react";
import { listen } from "./listen";

/** Events come in bursts while files are read: what they change is asked for once. */
const gatherMs = 150;

/** Calls `onChange` soon after something in the library has changed, and once when it starts to listen. True while it listens. */
export function useLibraryStream(onChange: () => void): boolean {
  const [live, setLive] = useState(false);
  const changed = useEffectEvent(onChange);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let cursor = "";
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        changed();
      }, gatherMs);
    };
    const take = (data: string) => {
      const { seq } = JSON.parse(data) as { seq: number };
      cursor = String(seq);
      soon();
    };
    const stop = listen({
      url: () => `/api/library/events?after=${cursor}`,
      onOpen: () => setLive(true),
      onLost: () => setLive(false),
      onMessage: { snapshot: take, progress: take },
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
  return live;
}
