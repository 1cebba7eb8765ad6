import type { Metadata } from "next";
import { NewConversation } from "@/app/_features/chat/new-conversation";
import { workspace } from "@/app/_features/shell/workspace";
import { PageHead } from "@/app/_ui/page/page-head";
import { everything } from "@/server/chat/conversations/schema";
import { llmConfigured } from "@/server/platform/llm";

export const metadata: Metadata = { title: "Chat" };

type Query = { document?: string | string[]; edition?: string | string[] };

/** A new conversation; in one document or one edition where the address names it. */
export default async function ChatPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { document, edition } = await searchParams;
  const { call } = await workspace();
  const choices = await call.chat.choices();
  const list = await call.conversations.list({});
  const { left } = await call.chat.left();
  const documentIds = choices.documents.filter(({ id }) => id === document).map(({ id }) => id);
  const editionIds = choices.editions.filter(({ id }) => id === edition).map(({ id }) => id);
  const named = documentIds.length + editionIds.length > 0;
  return (
    <>
      <PageHead
        crumbs={[{ label: "Chat" }]}
        title="Ask your sources"
        size="small"
        facts={[
          { term: "Answers from", value: llmConfigured()?.model ?? "your passages, quoted" },
          { term: "Search", value: "lexical" },
        ]}
      />
      <NewConversation
        key={`${documentIds[0]} ${editionIds[0]}`}
        scope={named ? { everything: false, collectionIds: [], documentIds, editionIds } : everything}
        choices={choices}
        list={list}
        left={left}
        model={llmConfigured()?.model ?? null}
      />
    </>
  );
}
