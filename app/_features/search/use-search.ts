"use client";
import { useEffect, useState } from "react";
import { trpc } from "@/app/_client/trpc";
import { type Found, nothingFound } from "./search-options";

const shown = 5;
/** Titles stand above passages and are not to push them out of sight. */
const titlesShown = 3;
const longestQuery = 200;
/** Long enough that a word typed at once is asked for once. */
const debounceMs = 160;

export type Search = {
  readonly found: Found;
  readonly notes: readonly string[];
  readonly suggestion: string | null;
  readonly isAsking: boolean;
  readonly failed: boolean;
};

/** What is found for a query as it is typed; what was found before stays until there is something new. */
export function useSearch(query: string): Search {
  const asked = useSettled(query.trim().slice(0, longestQuery));
  const options = { enabled: asked !== "", placeholderData: <T>(last: T | undefined) => last };
  const library = trpc.search.passages.useQuery({ typed: asked, limit: shown, perDocument: 2 }, options);
  const titles = trpc.search.titles.useQuery({ query: asked, limit: titlesShown }, options);
  const requests = trpc.requests.find.useQuery({ query: asked, limit: shown }, options);
  const conversations = trpc.conversations.list.useQuery({ query: asked }, options);
  const all = [library, titles, requests, conversations];
  if (asked === "") return { found: nothingFound, notes: [], suggestion: null, isAsking: false, failed: false };
  return {
    found: {
      documents: titles.data ?? [],
      passages: library.data?.passages ?? [],
      requests: requests.data ?? [],
      conversations: conversations.data?.conversations.slice(0, shown) ?? [],
    },
    notes: library.data?.notes ?? [],
    suggestion: library.data?.suggestion ?? null,
    isAsking: asked !== query.trim().slice(0, longestQuery) || all.some((part) => part.isFetching),
    failed: all.some((part) => part.isError),
  };
}

/** A text once it has not changed for a moment; an empty one at once. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), text === "" ? 0 : debounceMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
