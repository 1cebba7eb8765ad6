"use client";
import { useState } from "react";
import { trpc } from "@/app/_client/trpc";
import { Button } from "@/app/_ui/controls/button";
import { FormError } from "@/app/_ui/controls/form-error";
import { Dialog } from "@/app/_ui/feedback/dialog";
import { type DocumentItem, goesWith } from "./document-words";

type DocumentActionsProps = {
  document: Pick<DocumentItem, "id" | "title" | "status" | "passages"> & Partial<Pick<DocumentItem, "steps">>;
  size?: "normal" | "small";
  /** Says it, or goes on from where it was, once it is gone with so many passages. */
  onDeleted: (passages: number) => void;
};

/** Retry for what could not be read, and delete behind a question that says what goes. */
export const DocumentActions = ({ document, size = "small", onDeleted }: DocumentActionsProps) => {
  const { id, title, status, passages, steps = [] } = document;
  const failed = status === "failed" || steps.some((step) => step.status === "failed");
  const [asking, setAsking] = useState(false);
  const { documents, search } = trpc.useUtils();
  const changed = () => Promise.all([documents.list.invalidate(), search.invalidate()]);
  const retry = trpc.documents.retry.useMutation({ onSettled: changed });
  const remove = trpc.documents.delete.useMutation({
    onSuccess: async () => {
      setAsking(false);
      await changed();
      onDeleted(passages);
    },
  });
  return (
    <>
      <div className="row justify-end">
        {failed ? (
          <Button size={size} disabled={retry.isPending} aria-label={`Retry ${title}`} onClick={() => retry.mutate({ documentId: id })}>
            Retry
          </Button>
        ) : null}
        <Button kind={size === "small" ? "ghost" : "plain"} size={size} aria-label={`Delete ${title}`} onClick={() => setAsking(true)}>
          Delete
        </Button>
      </div>
      <FormError>{retry.error?.message}</FormError>
      <Dialog
        open={asking}
        title="Delete this document?"
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button kind="go" disabled={remove.isPending} onClick={() => remove.mutate({ documentId: id })}>
              {remove.isPending ? "Deleting the document" : "Delete the document"}
            </Button>
            <Button onClick={() => setAsking(false)}>Keep it</Button>
          </>
        }
      >
        <p className="font-serif text-base">{title}</p>
        <p className="meta">
          {capital(goesWith(passages))} {passages > 0 ? "go" : "goes"}. Editions that cite it keep their quotes. This cannot be undone; the same file
          can be added again.
        </p>
        <FormError>{remove.error?.message}</FormError>
      </Dialog>
    </>
  );
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
