"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { trpc } from "@/app/_client/trpc";
import { Button } from "@/app/_ui/controls/button";
import { FormError } from "@/app/_ui/controls/form-error";
import { TextArea } from "@/app/_ui/controls/text-area";
import { TextInput } from "@/app/_ui/controls/text-input";
import { Fold } from "@/app/_ui/feedback/fold";
import type { Conversation } from "@/server/chat/conversations/read-conversation";
import { conversationLimits } from "@/server/chat/conversations/schema";

type ConversationActionsProps = { conversation: Conversation; onChanged: () => Promise<void> };

/** Name and note of a conversation, and its end. */
export const ConversationActions = ({ conversation, onChanged }: ConversationActionsProps) => {
  const router = useRouter();
  const { id } = conversation;
  const [title, setTitle] = useState(conversation.title);
  const [note, setNote] = useState(conversation.note ?? "");
  const [sure, setSure] = useState(false);
  const change = trpc.conversations.change.useMutation({
    onSuccess: async () => {
      await onChanged();
      router.refresh();
    },
  });
  const remove = trpc.conversations.delete.useMutation({ onSuccess: () => router.push("/chat") });
  const same = title.trim() === conversation.title && note.trim() === (conversation.note ?? "");
  const save = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ id, title, note });
  };
  return (
    <Fold summary="Name, note, delete">
      <form className="talk-form" onSubmit={save}>
        <TextInput
          id="talk-title"
          label="Name"
          maxLength={conversationLimits.title}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
        <TextArea
          id="talk-note"
          label="What it is about"
          help={`Told to a model with every question. ${note.length} of ${conversationLimits.note} characters.`}
          rows={3}
          maxLength={conversationLimits.note}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <div className="row">
          <Button size="small" type="submit" disabled={same || change.isPending}>
            {change.isPending ? "Saving" : same && change.isSuccess ? "Saved" : "Save"}
          </Button>
          <Button size="small" kind="ghost" disabled={remove.isPending} onClick={() => (sure ? remove.mutate({ id }) : setSure(true))}>
            {remove.isPending ? "Deleting" : sure ? "Delete it with its answers" : "Delete"}
          </Button>
        </div>
        <FormError>{change.error?.message ?? remove.error?.message}</FormError>
      </form>
    </Fold>
  );
};
