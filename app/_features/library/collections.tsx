"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { trpc } from "@/app/_client/trpc";
import { Button } from "@/app/_ui/controls/button";
import { FormError } from "@/app/_ui/controls/form-error";
import { TextInput } from "@/app/_ui/controls/text-input";
import type { Collection } from "@/server/library/collections/list-collections";
import { counted } from "./document-words";

/** The owner's collections: made, renamed and deleted here; each leads to its documents. */
export const Collections = ({ initial }: { initial: readonly Collection[] }) => {
  const router = useRouter();
  const utils = trpc.useUtils();
  const { data } = trpc.collections.list.useQuery(undefined, { initialData: [...initial] });
  const [editing, setEditing] = useState<string | null>(null);
  const [deleting, setDeleting] = useState<string | null>(null);
  const changed = async () => {
    setEditing(null);
    setDeleting(null);
    await Promise.all([utils.collections.invalidate(), utils.documents.invalidate(), utils.search.invalidate()]);
    router.refresh();
  };
  const create = trpc.collections.create.useMutation({ onSuccess: changed });
  const rename = trpc.collections.rename.useMutation({ onSuccess: changed });
  const remove = trpc.collections.delete.useMutation({ onSuccess: changed });
  const nameOf = (event: FormEvent<HTMLFormElement>) => String(new FormData(event.currentTarget).get("name") ?? "");
  const submitNew = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    create.mutate({ name: nameOf(event) }, { onSuccess: () => form.reset() });
  };
  return (
    <section className="shelves" aria-labelledby="collections">
      <h2 className="aside-title" id="collections">
        Collections
      </h2>
      {data.length === 0 ? <p className="meta">None so far. A collection is a shelf: search, research and chat can be kept to it.</p> : null}
      <ul>
        {data.map(({ id, name, documents }) => (
          <li key={id}>
            {editing === id ? (
              <form
                onSubmit={(event) => {
                  event.preventDefault();
                  rename.mutate({ collectionId: id, name: nameOf(event) });
                }}
              >
                <TextInput
                  id={`name-${id}`}
                  name="name"
                  label={`New name of ${name}`}
                  defaultValue={name}
                  maxLength={80}
                  required
                  error={rename.error?.message}
                />
                <div className="row">
                  <Button type="submit" size="small" disabled={rename.isPending}>
                    Rename
                  </Button>
                  <Button size="small" kind="ghost" onClick={() => setEditing(null)}>
                    Leave it
                  </Button>
                </div>
              </form>
            ) : (
              <>
                <Link href={`/library?collection=${encodeURIComponent(name)}`}>{name}</Link>{" "}
                <span className="meta">{counted(documents, "document")}</span>
                <div className="row">
                  <Button size="small" kind="ghost" aria-label={`Rename ${name}`} onClick={() => setEditing(id)}>
                    Rename
                  </Button>
                  <Button
                    size="small"
                    kind="ghost"
                    aria-label={deleting === id ? `Delete ${name}; its documents stay` : `Delete ${name}`}
                    disabled={remove.isPending}
                    onClick={() => (deleting === id ? remove.mutate({ collectionId: id }) : setDeleting(id))}
                  >
                    {deleting === id ? "Delete it; its documents stay" : "Delete"}
                  </Button>
                </div>
              </>
            )}
          </li>
        ))}
      </ul>
      <FormError>{remove.error?.message}</FormError>
      <form onSubmit={submitNew}>
        <TextInput id="new-collection" name="name" label="New collection" maxLength={80} required autoComplete="off" error={create.error?.message} />
        <Button type="submit" size="small" disabled={create.isPending}>
          Make it
        </Button>
      </form>
    </section>
  );
};
