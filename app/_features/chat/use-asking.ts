"use client";
// Asking and stopping, and what a refusal says.
import { useState } from "react";
import { trpc } from "@/app/_client/trpc";
import { askLimits } from "@/server/chat/answers/schema";
import type { ChatScope } from "@/server/chat/conversations/schema";

export type Asking = {
  readonly ask: (input: {
    conversationId: string | null;
    text: string;
    scope?: ChatScope;
    fresh?: boolean;
  }) => Promise<{ conversationId: string } | null>;
  readonly stop: (answerId: string) => void;
  readonly stopping: boolean;
  readonly sending: boolean;
  readonly left: number;
  readonly error: string | undefined;
  readonly retryAfterMs: number | null;
};

/** `left`: questions that may still be asked this minute when the page was made. */
export function useAsking(left: number): Asking {
  const asking = trpc.chat.ask.useMutation();
  const stopping = trpc.chat.stop.useMutation();
  // The same words after a failed call are the same question; the key goes with them.
  const [pending, setPending] = useState<{ text: string; key: string } | null>(null);
  const counted = trpc.chat.left.useQuery(undefined, {
    initialData: { left },
    refetchInterval: ({ state }) => ((state.data?.left ?? 0) < askLimits.perMinute ? 6_000 : false),
  });
  return {
    ask: async ({ text, ...input }) => {
      const key = pending?.text === text ? pending.key : crypto.randomUUID();
      setPending({ text, key });
      const asked = await asking.mutateAsync({ ...input, text, key }).catch(() => null);
      if (asked) setPending(null);
      void counted.refetch();
      return asked;
    },
    stop: (answerId) => stopping.mutate({ answerId }),
    stopping: stopping.isPending,
    sending: asking.isPending,
    left: counted.data.left,
    error: asking.error?.message ?? stopping.error?.message,
    retryAfterMs: asking.error?.data?.retryAfterMs ?? null,
  };
}
