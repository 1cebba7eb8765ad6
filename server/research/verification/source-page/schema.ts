// One source with everything that is known of it, as its page draws it.
import type { EditionSource } from "../../editions/schema";
import type { Hop, Judgement } from "../../snapshots/schema";
import type { PublicationNotice, SourceRole } from "../../sources/schema";
import type { SnippetState } from "../core/snippet-on-page";
import type { RegisterLook, RungResult, SourceChange } from "../schema";

/** A stored text of the source. */
export type StoredText = {
  readonly hash: string;
  readonly characters: number;
  /** page: read from its address; record: a register's or the library's; shown: what an engine showed of it. */
  readonly kind: "page" | "record" | "shown";
  /** Who brought it; empty for the page. */
  readonly by: readonly string[];
  /** ISO; null where it came with an answer. */
  readonly at: string | null;
};

export type PageLook = {
  readonly id: string;
  readonly at: string;
  readonly url: string;
  readonly status: number | null;
  readonly hops: readonly Hop[];
  readonly judgement: Judgement;
  readonly bodyHash: string | null;
  readonly textHash: string | null;
  readonly title: string | null;
  readonly contentType: string | null;
  readonly bytes: number | null;
  readonly characters: number | null;
  /** The text is another than that of the look before which read one. */
  readonly changed: boolean;
};

/** Words taken from the source. `href` opens them on the web page or in the library; null where that cannot be. */
export type TakenWords = {
  readonly slug: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly textHash: string;
  readonly href: string | null;
};

export type SourcePage = {
  readonly request: { readonly id: string; readonly subject: string; readonly packName: string };
  readonly source: Omit<EditionSource, "providers" | "mentions"> & { readonly notices: readonly PublicationNotice[] };
  /** Numbers of sources that speak with the same voice. */
  readonly twins: readonly number[];
  readonly categories: readonly {
    readonly slug: string;
    readonly name: string;
    readonly broughtBy: readonly { readonly provider: string; readonly name: string; readonly role: SourceRole }[];
    /** quote_anchored and supports, as they stand in this category. */
    readonly rungs: readonly RungResult[];
    readonly shown: readonly { readonly by: string; readonly state: SnippetState; readonly found: number; readonly shown: number }[];
  }[];
  readonly sentences: readonly (TakenWords & { readonly sentence: string })[];
  readonly claims: readonly (TakenWords & { readonly id: string; readonly label: string; readonly raw: string; readonly page: number | null })[];
  readonly register: RegisterLook | null;
  /** Newest first. */
  readonly looks: readonly PageLook[];
  readonly texts: readonly StoredText[];
  readonly changes: readonly SourceChange[];
  /** When it is looked at again; null: there is nothing to look up. */
  readonly nextLookAt: string | null;
};

/** A stored text with where it is from. */
export type SourceText = { readonly number: number; readonly title: string; readonly text: string; readonly origin: StoredText };
