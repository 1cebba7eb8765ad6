// Sources and spans of a grounded answer. Its addresses are redirects that may not be followed: they name a source and are never opened or shown as links.
import { identityFrom } from "../../../sources/core/identity";
import type { FoundSource } from "../../../sources/schema";
import { fromUtf8 } from "../../core/offsets";
import { standingOfHost } from "../../core/source-standing";
import type { Answer } from "../../schema";
import { type Found, nothingFound } from "./found";
import { chunkSchema, type GeminiBody, supportSchema } from "./wire";

type Grounding = NonNullable<NonNullable<NonNullable<GeminiBody["candidates"]>[number]>["groundingMetadata"]>;
export type Part = { readonly text: string; readonly base: number };
/** `parts` are the text parts by their index in the answer, with where each begins in the text shown. */
export function readGrounding(grounding: Grounding, parts: readonly (Part | null)[], text: string): Found {
  let unknown = 0;
  let misplaced = 0;
  const cited = new Set<number>();
  const spans: Answer["spans"] = [];
  const chunks = grounding.groundingChunks.map((chunk) => {
    const parsed = chunkSchema.safeParse(chunk);
    return parsed.success ? sourceOf(parsed.data.web) : null;
  });
  const kept = chunks.flatMap((source) => source ?? []);
  const indexOf = (chunk: number) => {
    const source = chunks[chunk];
    return source ? kept.findIndex((other) => other.identity.value === source.identity.value) : -1;
  };
  for (const item of grounding.groundingSupports) {
    const support = supportSchema.safeParse(item);
    if (!support.success) unknown += 1;
    else {
      const { segment, groundingChunkIndices } = support.data;
      const place = placeOf(segment, parts, text);
      const sources = [...new Set(groundingChunkIndices.map(indexOf).filter((index) => index >= 0))];
      for (const index of sources) cited.add(index);
      if (!place) misplaced += 1;
      else if (sources.length > 0) spans.push({ ...place, sources, covers: "claim" });
    }
  }
  unknown += chunks.filter((source) => source === null).length;
  const sources = kept.map((source, index) => (cited.has(index) ? { ...source, role: "cited" as const } : source));
  const queries = grounding.webSearchQueries.filter((query) => typeof query === "string");
  return { ...nothingFound, sources, spans, queries, unknownItems: unknown, misplacedSpans: misplaced };
}

type Segment = { partIndex?: number | null; startIndex?: number | null; endIndex: number; text?: string | null };

/** Bytes of a part to UTF-16 places of the text; where the segment's own words stand elsewhere, and only once, they decide. */
function placeOf(segment: Segment, parts: readonly (Part | null)[], text: string): { start: number; end: number } | null {
  const part = parts[segment.partIndex ?? 0];
  if (part) {
    const start = fromUtf8(part.text, segment.startIndex ?? 0);
    const end = fromUtf8(part.text, segment.endIndex);
    const fits = start !== null && end !== null && start < end && (!segment.text || part.text.slice(start, end) === segment.text);
    if (fits) return { start: part.base + start, end: part.base + end };
  }
  const words = segment.text ?? "";
  const at = words === "" ? -1 : text.indexOf(words);
  return at >= 0 && text.indexOf(words, at + 1) < 0 ? { start: at, end: at + words.length } : null;
}

/** The title of a chunk is the host of the page. Pages of one host behind different redirects are one voice: they cannot be told apart. */
function sourceOf(web: { uri: string; title?: string | null }): FoundSource | null {
  const identity = identityFrom("url", web.uri);
  if (!identity) return null;
  const host = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(web.title ?? "") ? (web.title ?? "").toLowerCase() : null;
  const { tier, jurisdiction } = standingOfHost(host ?? "");
  return {
    identity,
    aliases: [],
    title: (host ?? web.title?.replace(/\s+/g, " ").trim().slice(0, 600)) || "A page found by Google Search",
    url: null,
    tier,
    date: null,
    jurisdiction,
    publisher: host,
    licence: "Google Search grounding: not to be fetched or analysed",
    role: "retrieved",
    text: "",
    passages: [],
    upstream: host === null ? null : identityFrom("url", `https://${host}/`),
    superseded: false,
  };
}
