import type { Ctx, OwnerScope } from "@/server/platform/context";
import { getDocument } from "../documents/get-document";
import { limits } from "../documents/limits";
import { findReferences } from "../references/core/find-references";
import { findVerses, type Verse } from "../references/find-verses";
import { readReferences } from "../references/read-references";
import { readThemes } from "../themes/read-themes";

export type PlacedReference = { readonly scheme: string; readonly canonical: string; readonly start: number; readonly end: number };
export type Apparatus = {
  /** In the order of the text; offsets are its UTF-16 units. */
  readonly references: readonly PlacedReference[];
  /** Places of scripture that a biblical document of the library holds. */
  readonly verses: readonly Verse[];
  /** The most telling first. */
  readonly themes: readonly string[];
  /** Numbers of pages with almost no letters: pictures, or nothing. */
  readonly sparsePages: readonly number[];
};

/** A longer text that was read before references were kept shows none: reading them takes about a second for each of these. */
const mostReadNow = 60_000;

/** What stands beside a document's text: what it points at, what it is about, which of its pages have no words. */
export async function readApparatus(ctx: Pick<Ctx, "db">, scope: OwnerScope, { documentId }: { documentId: string }): Promise<Apparatus> {
  const { text, language, pageStarts } = await getDocument(ctx, scope, { documentId });
  const stored: readonly PlacedReference[] = await readReferences(ctx, scope, { documentId });
  const references = stored.length > 0 ? stored : readNow(text ?? "", language);
  const canonicals = references.flatMap((reference) => (reference.scheme === "scripture" ? [reference.canonical] : []));
  const [verses, themes] = await Promise.all([findVerses(ctx, scope, { besides: documentId, canonicals }), readThemes(ctx, scope, { documentId })]);
  return {
    references: references.map(({ scheme, canonical, start, end }) => ({ scheme, canonical, start, end })),
    verses,
    themes: themes.map((theme) => theme.phrase),
    sparsePages: sparsePages(text ?? "", pageStarts),
  };
}

function readNow(text: string, language: string | null): PlacedReference[] {
  const found = findReferences(text.slice(0, mostReadNow), language ? { language } : {});
  return found.map(({ kind, value, start, end }) => ({ scheme: kind, canonical: value, start, end }));
}

function sparsePages(text: string, pageStarts: readonly number[] | null): number[] {
  return (pageStarts ?? []).flatMap((start, index) => {
    const letters = text.slice(start, pageStarts?.[index + 1] ?? text.length).match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    return letters < limits.sparsePage ? [index + 1] : [];
  });
}
