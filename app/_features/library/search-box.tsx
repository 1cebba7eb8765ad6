import { Button } from "@/app/_ui/controls/button";
import { TextInput } from "@/app/_ui/controls/text-input";
import { searchQueryUnits } from "./search-words";

/** Searches the passages; a form that works without scripts, so that a search has an address. */
export const SearchBox = ({ query }: { query: string }) => (
  <search>
    <form action="/library" className="search-box">
      <TextInput
        id="q"
        name="q"
        type="search"
        label="Search the passages"
        defaultValue={query}
        maxLength={searchQueryUnits}
        autoComplete="off"
        placeholder="Words that stand in the text"
        help={'"a phrase", -without, kind:paper, lang:en, after:2018, before:2020-06, collection:"My notes", ref:"Rom 8"'}
      />
      <Button type="submit">Search</Button>
    </form>
  </search>
);
