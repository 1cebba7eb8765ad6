import type { LibraryDocument } from "@/server/library/documents/read-documents";
import { parseIdentity } from "../../../sources/core/identity";
import type { FoundSource, SourceIdentity } from "../../../sources/schema";

type Hit = { start: number; end: number; page: number | null; heading: string | null; score: number };

/** A library document as a source: what its own front matter states, else what stands in the library. */
export function documentSource(document: LibraryDocument, passages: readonly Hit[]): FoundSource {
  const own: SourceIdentity = { scheme: "document", value: document.hash };
  const { metadata } = document;
  const stated = text(metadata.identity);
  const identity = (stated ? parseIdentity(stated) : null) ?? own;
  const tier = Number(metadata.tier);
  return {
    identity,
    aliases: identity === own ? [] : [own],
    title: document.title,
    url: text(metadata.url),
    tier: Number.isInteger(tier) && tier >= 1 && tier <= 10 ? tier : 10,
    date: text(metadata.date),
    jurisdiction: text(metadata.jurisdiction),
    publisher: text(metadata.publisher),
    licence: text(metadata.licence),
    role: "retrieved",
    text: document.text,
    passages: passages.map(({ start, end, page, heading, score }) => ({ start, end, page, heading, score })),
    upstream: upstreamOf(document, text(metadata.copy_of)),
    superseded: text(metadata.superseded_by) !== null,
  };
}

/** `copy_of` names an identity, or a file of the same library by its name. */
function upstreamOf(document: LibraryDocument, copyOf: string | null): SourceIdentity | null {
  if (!copyOf) return null;
  const original = document.siblings.find((sibling) => sibling.fileName === copyOf);
  if (!original) return parseIdentity(copyOf);
  return (original.identity ? parseIdentity(original.identity) : null) ?? { scheme: "document", value: original.hash };
}

function text(value: unknown): string | null {
  const string = typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
  return string === "" ? null : string;
}
