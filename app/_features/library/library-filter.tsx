import { Button } from "@/app/_ui/controls/button";
import { Select } from "@/app/_ui/controls/select";
import { kindOptions } from "./document-words";
import type { LibraryFilter } from "./use-library";

type LibraryFilterProps = { filter: LibraryFilter; collections: readonly string[] };

/** Which documents the list shows; works without scripts. */
export const LibraryFilterForm = ({ filter, collections }: LibraryFilterProps) => (
  <form className="library-filter" action="/library">
    <Select id="only-kind" name="kind" label="Kind" defaultValue={filter.kind ?? ""} options={[{ value: "", label: "All kinds" }, ...kindOptions]} />
    {collections.length > 0 ? (
      <Select
        id="only-collection"
        name="collection"
        label="Collection"
        defaultValue={filter.collection ?? ""}
        options={[{ value: "", label: "All" }, ...collections.map((name) => ({ value: name, label: name }))]}
      />
    ) : null}
    <Button type="submit">Show</Button>
  </form>
);
