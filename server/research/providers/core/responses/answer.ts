// From a response to Variorum's answer: text, sources by role, spans, and what was counted on the way.
import type { Answer, ProviderError } from "../../schema";
import { blankAnswer, failedAnswer, storable } from "../engine-answer";
import { makeSourceList, type SourceList } from "../engine-sources";
import { numberedMarkers } from "../markers";
import { visibleText } from "../visible-text";
import { linksIn, placesOf } from "./citations";
import { type ReadItems, readItems } from "./read-items";
import type { ResponseObject, SearchResult } from "./wire";

export type Dialect = {
  readonly provider: string;
  readonly name: string;
  /** Whether "[2]" in the text points at a result by its id. */
  readonly numbered: boolean;
  readonly cost: (response: ResponseObject, searches: number) => Answer["cost"];
};
type Span = Answer["spans"][number];
type Counts = { danglingMarkers: number; ambiguousMarkers: number };

/** An answer to one question has a few thousand characters and a few dozen citations; more is a fault or an attack. */
const longestText = 200_000;
const mostQueries = 50;

/** An answer of status ok, partial (cut by length, without sources) or refused; failed when the response says nothing. */
export function answerOfResponse(
  dialect: Dialect,
  asked: { readonly model: string; readonly raw: string; readonly requestId: string | null },
  response: ResponseObject,
): Answer {
  const { provider, name } = dialect;
  const items = readItems(response.output);
  const list = makeSourceList();
  const counts: Counts = { danglingMarkers: 0, ambiguousMarkers: 0 };
  addRetrieved(list, items, response.citations);
  const length = items.texts.reduce((sum, part) => sum + part.text.length, 0);
  const { text, spans } = length > longestText ? { text: "", spans: [] } : readTexts(list, items, dialect.numbered, counts);
  const known = {
    provider,
    model: asked.model,
    servedModel: response.model ?? null,
    queries: items.queries.slice(0, mostQueries).map((query) => query.slice(0, 500)),
    usage: usageOf(response, items, list, counts),
    cost: dialect.cost(response, items.searches),
    requestId: asked.requestId,
    raw: storable(asked.raw),
  };
  if (length > longestText) return failedAnswer(known, tooLong(name, length));
  if (text.trim() === "" && items.refusals.length > 0)
    return blankAnswer({ ...known, status: "refused", text: storable(items.refusals.join("\n")), error: refused(name) });
  const sources = list.sources();
  const cut = cutReason(name, response);
  if (text.trim() === "" && sources.length === 0) return failedAnswer(known, cut ?? empty(name));
  const error = cut ?? (text.trim() === "" ? empty(name) : sources.length === 0 ? ungrounded(name) : null);
  return blankAnswer({ ...known, status: error ? "partial" : "ok", text, sources, spans, error });
}

function addRetrieved(list: SourceList, items: ReadItems, citations: readonly unknown[]): void {
  for (const result of items.results) {
    const { url, title, snippet } = result;
    list.add({ url, role: "retrieved", title: title ?? null, snippet: snippet ?? null, date: result.date ?? result.last_updated ?? null });
  }
  for (const { url, title } of items.retrieved) list.add({ url, role: "retrieved", title });
  for (const url of citations) if (typeof url === "string") list.add({ url, role: "retrieved" });
  for (const url of items.opened) list.add({ url, role: "opened" });
}

function readTexts(list: SourceList, items: ReadItems, numbered: boolean, counts: Counts): { text: string; spans: Span[] } {
  let text = "";
  const spans: Span[] = [];
  for (const part of items.texts) {
    if (text !== "") text += "\n\n";
    const base = text.length;
    const visible = visibleText(part.text);
    const links = part.annotations.length > 0 ? linksIn(part.text) : [];
    for (const annotation of part.annotations) {
      const source = list.add({ url: annotation.url, role: "cited", title: annotation.title ?? null });
      if (source === null) continue;
      for (const { start, end, covers } of placesOf(part.text, annotation, links, visible.move))
        spans.push({ start: base + start, end: base + end, sources: [source], covers });
    }
    text += visible.text;
  }
  if (numbered) spans.push(...numberedSpans(list, text, items.results, counts));
  return { text, spans: joined(spans) };
}

/** "[n]" points at the result with that id. An id given to two pages points at neither; a number without a result points nowhere. */
function numberedSpans(list: SourceList, text: string, results: readonly SearchResult[], counts: Counts): Span[] {
  const byId = new Map<number, Map<number, SearchResult>>();
  for (const result of results) {
    const source = list.indexOf(result.url);
    if (result.id === null || result.id === undefined || source === null) continue;
    byId.set(result.id, (byId.get(result.id) ?? new Map()).set(source, result));
  }
  return numberedMarkers(text).flatMap(({ start, end, numbers }) => {
    const sources = numbers.flatMap((number) => {
      const named = [...(byId.get(number) ?? [])];
      const [only] = named;
      if (named.length > 1) counts.ambiguousMarkers += 1;
      else if (!only) counts.danglingMarkers += 1;
      else {
        list.add({ url: only[1].url, role: "cited" });
        return [only[0]];
      }
      return [];
    });
    return sources.length > 0 ? [{ start, end, sources: [...new Set(sources)], covers: "marker" as const }] : [];
  });
}

/** One span for one place, in the order of the text. */
function joined(spans: readonly Span[]): Span[] {
  const byPlace = new Map<string, Span>();
  for (const span of spans) {
    const key = `${span.start}-${span.end}-${span.covers}`;
    const known = byPlace.get(key);
    byPlace.set(key, known ? { ...known, sources: [...new Set([...known.sources, ...span.sources])] } : span);
  }
  return [...byPlace.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

function usageOf({ usage }: ResponseObject, items: ReadItems, list: SourceList, counts: Counts): Record<string, number> {
  const all: Record<string, number | null | undefined> = {
    inputTokens: usage?.input_tokens,
    cachedInputTokens: usage?.input_tokens_details?.cached_tokens || null,
    outputTokens: usage?.output_tokens,
    reasoningTokens: usage?.output_tokens_details?.reasoning_tokens || null,
    searches: usage?.tool_calls_details?.search_web?.invocation ?? usage?.num_server_side_tools_used ?? items.searches,
    unknownItems: items.unknown || null,
    unusableAddresses: list.unusable() || null,
    danglingMarkers: counts.danglingMarkers || null,
    ambiguousMarkers: counts.ambiguousMarkers || null,
  };
  return Object.fromEntries(Object.entries(all).flatMap(([key, value]) => (typeof value === "number" ? [[key, value] as const] : [])));
}

function cutReason(name: string, { status, incomplete_details: details }: ResponseObject): ProviderError | null {
  if (status === null || status === undefined || status === "completed") return null;
  if (status !== "incomplete") return { kind: "truncated", retryable: true, message: `${name} handed over an answer that it was still working on.` };
  if (/content_?filter/i.test(details?.reason ?? ""))
    return { kind: "blocked", retryable: false, message: `${name} stopped its answer by its content filter; what came before is kept.` };
  return { kind: "truncated", retryable: false, message: `${name} stopped at its limit of length; what came before is kept.` };
}

function tooLong(name: string, length: number): ProviderError {
  return { kind: "schema", retryable: false, message: `${name} sent an answer of ${length} characters; nothing of it was used.` };
}

function refused(name: string): ProviderError {
  return { kind: "blocked", retryable: false, message: `${name} declined to answer.` };
}

function empty(name: string): ProviderError {
  return { kind: "schema", retryable: false, message: `${name} sent an answer without text.` };
}

function ungrounded(name: string): ProviderError {
  return { kind: "schema", retryable: false, message: `${name} answered without naming a source; nothing of it can be checked or cited.` };
}
