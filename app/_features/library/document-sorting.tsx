"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { trpc } from "@/app/_client/trpc";
import { Button } from "@/app/_ui/controls/button";
import { FormError } from "@/app/_ui/controls/form-error";
import { Select } from "@/app/_ui/controls/select";
import { Fold } from "@/app/_ui/feedback/fold";
import { documentChangeSchema } from "@/server/library/documents/schema";
import { type DocumentItem, kindOptions, visibilityOptions } from "./document-words";

type DocumentSortingProps = {
  document: Pick<DocumentItem, "id" | "kind" | "kindReason" | "collection" | "visibility">;
  collections: readonly string[];
};

/** What its owner may say of a document: its kind, the collection it stands on, who reads it. */
export const DocumentSorting = ({ document, collections }: DocumentSortingProps) => {
  const router = useRouter();
  const { documents, search } = trpc.useUtils();
  const [problem, setProblem] = useState<string | null>(null);
  const change = trpc.documents.change.useMutation({
    onSuccess: async () => {
      await Promise.all([documents.invalidate(), search.invalidate()]);
      router.refresh();
    },
  });
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { collection, ...given } = Object.fromEntries(new FormData(event.currentTarget));
    const input = documentChangeSchema.safeParse({ ...given, documentId: document.id, collection: collection === "" ? null : collection });
    setProblem(input.success ? null : (input.error.issues[0]?.message ?? null));
    if (!input.success) return;
    // A kind that was not changed stays a guess with its reason.
    const { kind, ...rest } = input.data;
    change.mutate(kind === document.kind ? rest : { kind, ...rest });
  };
  return (
    <Fold summary="Kind, collection, sharing">
      <form className="sorting" onSubmit={save}>
        <Select
          id="kind"
          name="kind"
          label="Kind"
          help={document.kindReason === null ? undefined : `Guessed: ${document.kindReason}`}
          defaultValue={document.kind}
          options={kindOptions}
        />
        <Select
          id="collection"
          name="collection"
          label="Collection"
          help={collections.length === 0 ? "None so far: make one on the library page." : undefined}
          defaultValue={document.collection ?? ""}
          options={[{ value: "", label: "None" }, ...collections.map((name) => ({ value: name, label: name }))]}
        />
        <Select id="visibility" name="visibility" label="Who reads and searches it" defaultValue={document.visibility} options={visibilityOptions} />
        <Button type="submit" disabled={change.isPending}>
          {change.isPending ? "Saving" : "Save"}
        </Button>
        <span className="meta" role="status">
          {change.isSuccess ? "Saved." : ""}
        </span>
        <FormError>{problem ?? change.error?.message}</FormError>
      </form>
    </Fold>
  );
};
