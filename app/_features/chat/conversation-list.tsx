"use client";
import Link from "next/link";
import { useDeferredValue, useState } from "react";
import { trpc } from "@/app/_client/trpc";
import type { ConversationList as Listed } from "@/server/chat/conversations/list-conversations";

/** The conversations, newest question first, and a search through all their history. */
export const ConversationList = ({ initial, current }: { initial: Listed; current: string | null }) => {
  const [query, setQuery] = useState("");
  const words = useDeferredValue(query.trim());
  const { data, isFetching } = trpc.conversations.list.useQuery(
    { query: words },
    words === "" ? { initialData: initial, staleTime: 0 } : { placeholderData: (was) => was },
  );
  const { conversations, next } = data ?? initial;
  return (
    <div className="talks">
      <label className="vh" htmlFor="conversation-search">
        Search conversations
      </label>
      <input
        id="conversation-search"
        className="input"
        type="search"
        maxLength={200}
        placeholder="Search conversations"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <ol aria-label="Conversations" aria-busy={isFetching}>
        {conversations.map(({ id, title }) => (
          <li key={id}>
            <Link href={`/chat/${id}`} prefetch={false} aria-current={id === current ? "page" : undefined}>
              {title}
            </Link>
          </li>
        ))}
      </ol>
      <p className="note" role="status">
        {conversations.length === 0
          ? words === ""
            ? "None so far. The first one will stand here when a question is asked."
            : "No conversation has all these words."
          : next
            ? "The newest 40. Search finds older ones."
            : null}
      </p>
    </div>
  );
};
