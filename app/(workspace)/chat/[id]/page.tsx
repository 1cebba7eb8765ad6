import type { Metadata } from "next";
import { cache } from "react";
import { ConversationRoom } from "@/app/_features/chat/conversation-room";
import { orNotFound } from "@/app/_features/shell/or-not-found";
import { workspace } from "@/app/_features/shell/workspace";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { PageHead } from "@/app/_ui/page/page-head";

type Params = { params: Promise<{ id: string }> };

const read = cache(async (id: string) => orNotFound((await workspace()).call.conversations.get({ id: id.slice(0, 40) })));

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return { title: (await read((await params).id)).title };
}

export default async function ConversationPage({ params }: Params) {
  const conversation = await read((await params).id);
  const { call } = await workspace();
  const choices = await call.chat.choices();
  const list = await call.conversations.list({});
  const { left } = await call.chat.left();
  return (
    <>
      <PageHead
        crumbs={[{ label: "Chat", href: "/chat" }, { label: conversation.title }]}
        title={conversation.title}
        size="small"
        facts={[
          { term: "Answers from", value: conversation.model ? `${conversation.model}, each sentence checked` : "your passages, quoted" },
          { term: "Search", value: "lexical" },
        ]}
        lead={conversation.note}
        actions={
          <>
            <a className="btn" href={`/api/chat/${conversation.id}/export`} download>
              Export as Markdown
            </a>
            <LinkButton href="/chat">New conversation</LinkButton>
          </>
        }
      />
      <ConversationRoom key={conversation.id} initial={conversation} choices={choices} list={list} left={left} />
    </>
  );
}
