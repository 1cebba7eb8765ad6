import type { EditionSource } from "@/server/research/editions/schema";
import type { Citation } from "@/server/research/synthesis/schema";

/** The very passage in the owner's library; null for sources that lie elsewhere. */
export function passageHrefOf(
  source: Pick<EditionSource, "documentId" | "documentTextHash">,
  { start, end, textHash }: Pick<Citation, "start" | "end" | "textHash">,
): string | null {
  if (!source.documentId) return null;
  // Words of another text of the source have no place in the document.
  return textHash === source.documentTextHash ? `/library/file/${source.documentId}?start=${start}&end=${end}` : null;
}

/** Where a source opens: the owner's document, or a web address that is one. */
export function hrefOf(source: Pick<EditionSource, "documentId" | "url">): string | null {
  if (source.documentId) return `/library/file/${source.documentId}`;
  return source.url && /^https?:\/\//.test(source.url) ? source.url : null;
}
