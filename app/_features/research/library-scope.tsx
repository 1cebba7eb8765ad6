"use client";
import { trpc } from "@/app/_client/trpc";
import { Select } from "@/app/_ui/controls/select";

/** Of the library: name of a collection and how many documents stand on it. */
export type Shelf = { readonly name: string; readonly documents: number };
/** `ids`: null while they are not known; none means every document. */
export type LibraryScope = { readonly ids: readonly string[] | null /** Nothing on the shelf can be asked. */; readonly empty: boolean };

const mostDocuments = 200;

/** The documents that a run is kept to by the chosen collection; "" keeps it to none. */
export function useLibraryScope(collection: string): LibraryScope {
  const { data } = trpc.documents.list.useQuery({ collection, limit: mostDocuments }, { enabled: collection !== "" });
  if (collection === "") return { ids: [], empty: false };
  const ready = data?.documents.filter(({ status }) => status === "ready").map(({ id }) => id) ?? [];
  return { ids: ready.length === 0 ? null : ready, empty: data !== undefined && ready.length === 0 };
}

type ScopeChoiceProps = { shelves: readonly Shelf[]; collection: string; onChange: (collection: string) => void };

/** Which of the reader's documents are asked. */
export const ScopeChoice = ({ shelves, collection, onChange }: ScopeChoiceProps) => (
  <Select
    id="documents-asked"
    label="Documents of my library"
    help={collection === "" ? undefined : "Only those that have been read already."}
    value={collection}
    onChange={(event) => onChange(event.currentTarget.value)}
    options={[
      { value: "", label: "All of them" },
      ...shelves.map(({ name, documents }) => ({
        value: name,
        label: `Collection ${name}, ${documents}`,
        // None would be all, and more than a request can name would be cut off.
        disabled: documents === 0 || documents > mostDocuments,
      })),
    ]}
  />
);
