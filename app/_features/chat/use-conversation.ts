"use client";
// A conversation as it is written: what the page was rendered with, then every event of its stream while an answer is under way. A question that
// was asked in another tab is heard of there; one from another machine is seen when the reader comes back to the page.
import { useCallback, useEffect, useRef, useState } from "react";
import { listen } from "@/app/_client/listen";
import { trpc } from "@/app/_client/trpc";
import type { Conversation } from "@/server/chat/conversations/read-conversation";
import { progressEventSchema } from "@/server/progress/schema";
import { applyChatEvent, isOpen } from "./apply-chat-event";

export type LiveConversation = {
  readonly conversation: Conversation;
  /** An answer is under way. */
  readonly busy: boolean;
  readonly lost: boolean;
  readonly readAgain: () => Promise<void>;
  /** Something was asked or changed here: other tabs of this conversation read it again. */
  readonly tell: () => void;
};

export function useConversation(initial: Conversation): LiveConversation {
  const [conversation, setConversation] = useState(initial);
  const [lost, setLost] = useState(false);
  const cursor = useRef(initial.seq);
  const others = useRef<BroadcastChannel | null>(null);
  const utils = trpc.useUtils();
  const { id } = initial;
  const busy = conversation.turns.some(isOpen);
  const readAgain = useCallback(async () => {
    // A reading that fails changes nothing: what is on the page stands.
    const fresh = await utils.conversations.get.fetch({ id }, { staleTime: 0 }).catch(() => null);
    if (!fresh) return;
    cursor.current = Math.max(cursor.current, fresh.seq);
    setConversation((was) => (fresh.seq >= was.seq ? fresh : { ...was, sources: fresh.sources }));
  }, [utils, id]);
  useEffect(() => {
    if (!busy) return;
    return listen({
      url: () => `/api/chat/${id}/events?after=${cursor.current}`,
      onOpen: () => setLost(false),
      onLost: () => setLost(true),
      onMessage: {
        progress: (data) => {
          const event = progressEventSchema.parse(JSON.parse(data));
          if (event.seq <= cursor.current) return;
          cursor.current = event.seq;
          setConversation((was) => {
            const { conversation: next, readAgain: due } = applyChatEvent(was, event);
            if (due) queueMicrotask(() => void readAgain());
            return next;
          });
        },
      },
    });
  }, [busy, id, readAgain]);
  // A stream that ended before the page came to it tells nothing any more.
  useEffect(() => {
    if (!busy) return;
    const timer = setInterval(() => void readAgain(), 5_000);
    return () => clearInterval(timer);
  }, [busy, readAgain]);
  useEffect(() => {
    const channel = new BroadcastChannel(`conversation:${id}`);
    const look = () => {
      if (document.visibilityState === "visible") void readAgain();
    };
    others.current = channel;
    channel.addEventListener("message", () => void readAgain());
    document.addEventListener("visibilitychange", look);
    return () => {
      others.current = null;
      channel.close();
      document.removeEventListener("visibilitychange", look);
    };
  }, [id, readAgain]);
  const tell = useCallback(() => others.current?.postMessage("changed"), []);
  return { conversation, busy, lost: busy && lost, readAgain, tell };
}
