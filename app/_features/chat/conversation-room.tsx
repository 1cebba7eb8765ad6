"use client";
import { useEffect, useRef, useState } from "react";
import { trpc } from "@/app/_client/trpc";
import { FormError } from "@/app/_ui/controls/form-error";
import { Notice } from "@/app/_ui/feedback/notice";
import type { ScopeChoices } from "@/server/chat/answers/scope-choices";
import type { ConversationList as Listed } from "@/server/chat/conversations/list-conversations";
import type { Conversation } from "@/server/chat/conversations/read-conversation";
import { type ChatScope, everything } from "@/server/chat/conversations/schema";
import { isOpen } from "./apply-chat-event";
import { Composer } from "./composer";
import { ConversationActions } from "./conversation-actions";
import { ConversationList } from "./conversation-list";
import { PassagesAside } from "./passages-aside";
import { ScopeForm } from "./scope-form";
import { scopeWords } from "./scope-words";
import { Turn } from "./turn";
import { useAsking } from "./use-asking";
import { useConversation } from "./use-conversation";

type ConversationRoomProps = { initial: Conversation; choices: ScopeChoices; list: Listed; left: number };

/** Turns that are taken in at a glance. */
const longest = 2;

/** A conversation: its neighbours and scope, its turns, the passages beside them. */
export const ConversationRoom = ({ initial, choices, list, left }: ConversationRoomProps) => {
  const { conversation, busy, lost, readAgain, tell } = useConversation(initial);
  const asking = useAsking(left);
  const [scope, setScope] = useState(initial.scope);
  const [chosen, setChosen] = useState<{ turn: string; index: number } | null>(null);
  const change = trpc.conversations.change.useMutation();
  const { id, turns, sources } = conversation;
  const numbered = new Map(sources.map((source) => [source.number, source]));
  const open = turns.find(isOpen);
  const [opened] = useState(initial);
  const stopped = useRef(false);
  const stop = () => {
    if (!open) return;
    stopped.current = true;
    asking.stop(open.answer.id);
  };
  useEffect(() => {
    if (busy || !stopped.current) return;
    stopped.current = false;
    // The button that was pressed is gone: the keyboard goes on where the next question is typed.
    if (document.activeElement === document.body) document.getElementById("question")?.focus({ preventScroll: true });
  }, [busy]);
  useEffect(() => {
    // A long conversation opens at its end; who comes back to a place, or follows an anchor, is left there.
    if (opened.turns.length > longest && window.scrollY === 0 && window.location.hash === "")
      document.getElementById(`question-${opened.turns.at(-1)?.id}`)?.scrollIntoView({ block: "start" });
  }, [opened]);
  const setAsksIn = (next: ChatScope) => {
    setScope(next);
    change.mutate({ id, scope: next });
  };
  const ask = async (text: string, fresh = false) => {
    const asked = await asking.ask({ conversationId: id, text, fresh });
    if (asked) {
      tell();
      await readAgain();
    }
    return asked !== null;
  };
  const askEverywhere = async (text: string) => {
    setScope(everything);
    await change.mutateAsync({ id, scope: everything });
    await ask(text);
  };
  const sentence = chosen ? (turns.find((turn) => turn.id === chosen.turn)?.answer.body.sentences[chosen.index] ?? null) : null;
  return (
    <div className="edition">
      <div className="toc toc--plain">
        <ConversationList initial={list} current={id} />
        <ScopeForm scope={scope} choices={choices} onChange={setAsksIn} />
        <p className="note">Applies to the next question; earlier answers keep theirs.</p>
        <FormError>{change.error?.message}</FormError>
        <ConversationActions conversation={conversation} onChanged={readAgain} />
      </div>
      <div>
        {lost ? (
          <Notice tone="ochre" mark="offline" title="Not connected." alert>
            The answer goes on; what you see is from before. Trying again.
          </Notice>
        ) : null}
        {turns.map((turn) => (
          <Turn
            key={turn.id}
            turn={turn}
            sources={numbered}
            chosen={chosen?.turn === turn.id ? chosen.index : null}
            choose={(index) => setChosen({ turn: turn.id, index })}
            stopping={asking.stopping}
            waiting={busy || asking.sending}
            onStop={stop}
            onAnew={() => void ask(turn.text, true)}
            onEverywhere={turn.scope.everything ? undefined : () => void askEverywhere(turn.text)}
          />
        ))}
        <Composer
          keptAs={id}
          asksIn={scopeWords(scope, choices)}
          busy={busy}
          sending={asking.sending || change.isPending}
          left={asking.left}
          error={asking.error}
          retryAfterMs={asking.retryAfterMs}
          onAsk={(text) => ask(text)}
          onStop={stop}
        />
      </div>
      <PassagesAside
        sources={sources}
        citations={turns.flatMap(({ answer }) => [
          ...answer.body.sentences.flatMap(({ citations }) => citations),
          ...(answer.body.declined?.nearest ? [answer.body.declined.nearest] : []),
        ])}
        chosen={sentence}
      />
    </div>
  );
};
