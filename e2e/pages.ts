// Every page of the workspace by name, for what is checked or looked at on all of them.
import type { Page } from "@playwright/test";
import type { Edition } from "@/server/research/editions/schema";
import { askSources } from "./talk";

export type NamedPage = { readonly name: string; readonly address: string };

/** The edition as its owner gets it. */
export async function readEdition(page: Page, id: string): Promise<Edition> {
  const response = await page.request.get(`/api/research/${id}/edition?format=json`);
  return (await response.json()) as Edition;
}

/** The pages around one ended request whose owner is an administrator. */
export async function pagesOf(page: Page, id: string): Promise<NamedPage[]> {
  const edition = await readEdition(page, id);
  const withConflict = edition.categories.find((category) => category.conflicts.length > 0 && category.summary.sentences.length > 0);
  const empty = edition.categories.find((category) => category.outcome === "nothing_found");
  const sentence = withConflict?.summary.sentences[0];
  const citation = sentence?.citations[0];
  const file = edition.sources.find((source) => source.id === citation?.sourceId)?.documentId;
  const number = edition.sources.find((each) => each.id === citation?.sourceId)?.number ?? 1;
  const source = `/research/${id}/sources/${number}`;
  const [, hash] = /\/text\/([0-9a-f]{64})/.exec(await (await page.request.get(source)).text()) ?? [];
  const conversation = await askSources(page, "What is the maximum daily dose of metformin?");
  await askSources(page, "Who won the football world cup?", conversation);
  const readings = await askSources(page, "How do the readers of Romans 8:29 understand foreknowledge?");
  return [
    { name: "research-list", address: "/research" },
    { name: "research-new", address: "/research/new" },
    { name: "run", address: `/research/${id}` },
    { name: "edition", address: `/research/${id}/text/${withConflict?.slug}?s=1` },
    { name: "edition-empty", address: `/research/${id}/text/${empty?.slug}` },
    { name: "providers", address: `/research/${id}/providers` },
    { name: "providers-panel", address: `/research/${id}/providers/${withConflict?.slug}` },
    { name: "conflicts", address: `/research/${id}/conflicts` },
    { name: "conflicts-open", address: `/research/${id}/conflicts?state=open` },
    { name: "changes", address: `/research/${id}/changes` },
    { name: "sources", address: `/research/${id}/sources` },
    { name: "source", address: source },
    { name: "source-text", address: `${source}/text/${hash}?start=0&end=20` },
    { name: "library", address: "/library" },
    { name: "library-search", address: "/library?q=half-life+plasma" },
    { name: "library-nothing", address: "/library?q=xylophone" },
    { name: "document", address: `/library/file/${file}?start=${citation?.start}&end=${citation?.end}` },
    { name: "chat", address: "/chat" },
    { name: "chat-conversation", address: `/chat/${conversation}` },
    { name: "chat-readings", address: `/chat/${readings}` },
    { name: "admin", address: "/admin" },
    { name: "admin-providers", address: "/admin/providers" },
    { name: "not-found", address: "/research/nothing" },
    { name: "no-page", address: "/no-such-page" },
  ];
}
