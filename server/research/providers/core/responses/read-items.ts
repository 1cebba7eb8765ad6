// Sorts the items of a response: prose, searches, results. Everything that is not known is counted.
import type { z } from "zod";
import { type Annotation, actionSourceSchema, annotationSchema, itemSchemas, partSchemas, resultSchema, type SearchResult } from "./wire";

export type ReadItems = {
  /** Prose in order, each with the citations that point into it. */
  readonly texts: { text: string; annotations: Annotation[] }[];
  readonly refusals: string[];
  readonly queries: string[];
  readonly retrieved: { url: string; title: string | null }[];
  readonly opened: string[];
  readonly results: SearchResult[];
  readonly searches: number;
  readonly unknown: number;
};

export function readItems(output: readonly unknown[]): ReadItems {
  const read = { texts: [], refusals: [], queries: [], retrieved: [], opened: [], results: [], searches: 0, unknown: 0 } as Writable<ReadItems>;
  for (const item of output) {
    const message = itemSchemas.message.safeParse(item);
    const search = itemSchemas.search.safeParse(item);
    const results = itemSchemas.results.safeParse(item);
    if (message.success) readMessage(read, message.data.content);
    else if (search.success) readSearch(read, search.data);
    else if (results.success) {
      read.searches += 1;
      read.queries.push(...strings(results.data.queries));
      readEach(read, results.data.results, resultSchema, (result) => read.results.push(result));
    } else if (!itemSchemas.reasoning.safeParse(item).success) read.unknown += 1;
  }
  return { ...read, queries: [...new Set(read.queries)] };
}

/** Citations of one text beyond this are counted as unknown. */
const mostAnnotations = 1000;

type Writable<T> = { -readonly [K in keyof T]: T[K] };

function readMessage(read: Writable<ReadItems>, content: readonly unknown[]): void {
  for (const part of content) {
    const text = partSchemas.text.safeParse(part);
    const refusal = partSchemas.refusal.safeParse(part);
    if (text.success) {
      const annotations: Annotation[] = [];
      readEach(read, text.data.annotations.slice(0, mostAnnotations), annotationSchema, (annotation) => annotations.push(annotation));
      read.unknown += Math.max(0, text.data.annotations.length - mostAnnotations);
      read.texts.push({ text: text.data.text, annotations });
    } else if (refusal.success) read.refusals.push(refusal.data.refusal);
    else read.unknown += 1;
  }
}

function readSearch(read: Writable<ReadItems>, { action }: z.infer<typeof itemSchemas.search>): void {
  if (!action) return;
  if (action.type === "search" || action.query || action.queries.length > 0) {
    read.searches += 1;
    read.queries.push(...(action.query ? [action.query] : []), ...strings(action.queries));
  }
  if (action.type !== "search" && action.url) read.opened.push(action.url);
  readEach(read, action.sources, actionSourceSchema, (source) => read.retrieved.push({ url: source.url, title: source.title ?? null }));
}

function readEach<T>(read: Writable<ReadItems>, items: readonly unknown[], schema: z.ZodType<T>, keep: (item: T) => void): void {
  for (const item of items) {
    const parsed = schema.safeParse(item);
    if (parsed.success) keep(parsed.data);
    else read.unknown += 1;
  }
}

function strings(items: readonly unknown[]): string[] {
  return items.filter((item) => typeof item === "string");
}
