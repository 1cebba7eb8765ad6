"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { EmptyState } from "@/app/_ui/feedback/empty-state";
import type { ScopeChoices } from "@/server/chat/answers/scope-choices";
import type { ConversationList as Listed } from "@/server/chat/conversations/list-conversations";
import type { ChatScope } from "@/server/chat/conversations/schema";
import { Composer } from "./composer";
import { ConversationList } from "./conversation-list";
import { ScopeForm } from "./scope-form";
import { scopeWords } from "./scope-words";
import { useAsking } from "./use-asking";

type NewConversationProps = { scope: ChatScope; choices: ScopeChoices; list: Listed; left: number; model: string | null };

/** The first question of a conversation, and where it asks. */
export const NewConversation = ({ scope: initial, choices, list, left, model }: NewConversationProps) => {
  const router = useRouter();
  const [scope, setScope] = useState(initial);
  const [leaving, setLeaving] = useState(false);
  const asking = useAsking(left);
  const ask = async (text: string) => {
    const asked = await asking.ask({ conversationId: null, text, scope });
    if (!asked) return false;
    setLeaving(true);
    router.push(`/chat/${asked.conversationId}`);
    return true;
  };
  const empty = choices.totals.documents === 0 && choices.editions.length === 0;
  return (
    <div className="edition">
      <div className="toc toc--plain">
        <ConversationList initial={list} current={null} />
        <ScopeForm scope={scope} choices={choices} onChange={setScope} />
      </div>
      <div>
        {empty ? (
          <EmptyState actions={<LinkButton href="/library">Add documents</LinkButton>}>
            There is nothing to ask yet. Answers come from your own documents and editions, and from nothing else.
          </EmptyState>
        ) : (
          <>
            <p className="chat-lead">
              {model === null
                ? "Answers are sentences of your sources, quoted in order. No model is set, so nothing is written or summed up."
                : `Answers are written by ${model} from your sources. A sentence stands only when the passage that it cites holds it.`}
            </p>
            <p className="meta">What no passage says is not answered: “The library does not say” is an answer, too.</p>
          </>
        )}
        <Composer
          keptAs="new"
          asksIn={scopeWords(scope, choices)}
          busy={empty}
          sending={asking.sending || leaving}
          left={asking.left}
          error={asking.error}
          retryAfterMs={asking.retryAfterMs}
          onAsk={ask}
          onStop={() => {}}
        />
      </div>
    </div>
  );
};
