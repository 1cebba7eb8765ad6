import { type LibraryDocument, readDocuments } from "@/server/library/documents/read-documents";
import { readPassages } from "@/server/library/passages/read-passages";
import type { FoundPassage, SearchMode } from "@/server/library/search/schema";
import { search } from "@/server/library/search/search";
import { wordFrequencies } from "@/server/library/search/word-frequencies";
import type { Ctx, OwnerScope } from "@/server/platform/context";
import type { ChatScope } from "../conversations/schema";
import { type Found as Measured, measure } from "./core/answerable";
import { aboutness, conceptsOf, type Frequencies, lexemesAsked, type Weighed, weigh } from "./core/concepts";
import { lexemesOf } from "./core/question";
import { carriedWords, type Earlier, leansOpenly, subjectsOf, titleLexemes } from "./core/read-as";
import { contextOf, joinNeighbours, type StoredRetrieval, type Stretch } from "./core/stretch";
import { editionStretches } from "./edition-stretches";
import { type AskedIn, resolveScope } from "./resolve-scope";

const asked = 48;
const perDocument = 10;
/** The best are read with what stands beside them. */
const withNeighbours = 8;
const kept = 16;
/** Of those, the places of what is near in meaning, whatever its words are. */
const keptNear = 4;
/** A near passage that names little of the question's subject is about another. */
const leastAbout = 0.7;
const longestStretch = 4_000;
/** A passage has at most 180 words: the neighbours of one begin and end within this. */
const reach = 2_400;

export type Retrieval = StoredRetrieval & {
  /** Words taken over from earlier questions. */
  readonly carried: readonly string[];
  readonly searched: {
    readonly documents: number;
    readonly passages: number;
    readonly editions: number;
    readonly mode: SearchMode;
    readonly notes: string[];
  };
};

/** What a scope means now: its documents, its editions, and what the library is about. */
export type SearchedIn = {
  readonly within: AskedIn;
  readonly editions: Awaited<ReturnType<typeof editionStretches>>;
  /** Lexemes of titles. */
  readonly titles: ReadonlySet<string>;
};

/** `words` are those of the question and of what it may lean on. */
export async function searchedIn(ctx: Ctx, owner: OwnerScope, scope: ChatScope, words: readonly string[]): Promise<SearchedIn> {
  const within = await resolveScope(ctx, owner, scope, words);
  const editions = await editionStretches(ctx, within.editionIds);
  return { within, editions, titles: titleLexemes([...within.titles, ...new Set(editions.stretches.map(({ title }) => title))]) };
}

/** The passages of a scope that have most of what a question asks, best first, those near in meaning among them. `ctx.actor` is the owner. */
export async function retrievePassages(
  ctx: Ctx,
  owner: OwnerScope,
  { text, earlier, from }: { text: string; earlier: readonly Earlier[]; from: SearchedIn },
): Promise<Retrieval> {
  const { within, editions, titles } = from;
  const read = (carried: readonly string[]) => readAs(ctx, owner, text, carried, titles, within.documentIds);
  let carried = carriedWords(text, earlier, titles);
  let { documents, weighed, mode, notes } = await read(carried);
  // What names something that the library has never heard of asks something else than the question before.
  if (carried.length > 0 && !leansOpenly(text) && weighed.some((concept) => concept.unknown && !concept.soft && !concept.carried)) {
    carried = [];
    ({ documents, weighed, mode, notes } = await read(carried));
  }
  const found = measure(withIds([...documents.map(({ stretch }) => stretch), ...editions.stretches]), weighed);
  const nearAt = new Set(documents.flatMap(({ stretch, near }) => (near ? [placeOf(stretch)] : [])));
  const near = found.filter((one) => nearAt.has(placeOf(one.stretch)) && isAbout(one, weighed)).slice(0, keptNear);
  const others = found.filter((one) => one.covers > 0 && !near.includes(one)).slice(0, kept - near.length);
  const stretches = withIds(found.filter((one) => near.includes(one) || others.includes(one)).map(({ stretch }) => stretch));
  const nearPlaces = new Set(near.map(({ stretch }) => placeOf(stretch)));
  return {
    stretches,
    concepts: weighed,
    carried,
    searched: { documents: within.documents, passages: within.passages, editions: editions.read, mode, notes: [...notes] },
    conflicts: editions.conflicts,
    ...(near.length > 0 ? { near: stretches.flatMap((stretch) => (nearPlaces.has(placeOf(stretch)) ? [stretch.id] : [])) } : {}),
  };
}

const placeOf = ({ key, start }: Pick<Stretch, "key" | "start">): string => `${key} ${start}`;

function isAbout({ stretch }: Measured, concepts: readonly Weighed[]): boolean {
  const words = new Set(lexemesOf(`${contextOf(stretch)} ${stretch.text}`));
  return aboutness(concepts, (lexeme) => words.has(lexeme)) >= leastAbout;
}

type Found = { readonly stretch: Omit<Stretch, "id">; readonly near: boolean };
type Retrieved = { readonly documents: Found[]; readonly mode: SearchMode; readonly notes: readonly string[] };

async function readAs(
  ctx: Ctx,
  owner: OwnerScope,
  text: string,
  carried: readonly string[],
  titles: ReadonlySet<string>,
  documentIds: readonly string[] | null,
): Promise<Retrieved & { weighed: Weighed[] }> {
  const query = [text, ...carried].join(" ");
  const subjects = subjectsOf(query, titles).flatMap(({ lexemes }) => lexemes);
  const wanted = conceptsOf(text, carried, new Set(subjects));
  const wordings = wanted.flatMap(({ ways }) => ways.slice(1).flat()).join(" ");
  const retrieved = await documentStretches(ctx, owner, query, wordings, documentIds);
  const lexemes = lexemesAsked(wanted);
  const own = await wordFrequencies(ctx, owner, lexemes);
  const found = retrieved.documents.map(({ stretch }) => stretch);
  return { ...retrieved, weighed: weigh(wanted, withFound(own, lexemes, found)) };
}

/** What others share is searched, but only what was found of it is counted: how often a word stands in their own documents is theirs to know. */
function withFound(own: Frequencies, lexemes: readonly string[], found: readonly Omit<Stretch, "id">[]): Frequencies {
  const held = found.map((stretch) => new Set(lexemesOf(`${contextOf(stretch)} ${stretch.text}`)));
  const count = (lexeme: string) => Math.max(own.of.get(lexeme) ?? 0, held.filter((words) => words.has(lexeme)).length);
  return { passages: Math.max(own.passages, found.length), of: new Map(lexemes.map((lexeme) => [lexeme, count(lexeme)])) };
}

const withIds = (stretches: readonly Omit<Stretch, "id">[]): Stretch[] => stretches.map((stretch, index) => ({ ...stretch, id: `p${index + 1}` }));

async function documentStretches(
  ctx: Ctx,
  owner: OwnerScope,
  query: string,
  wordings: string,
  documentIds: readonly string[] | null,
): Promise<Retrieved> {
  if (documentIds?.length === 0) return { documents: [], mode: "lexical", notes: [] };
  const queries = wordings === "" ? [query] : [query, `${query} ${wordings}`];
  const among = documentIds ? { documentIds: [...documentIds] } : {};
  const { passages: hits, mode, notes } = await search(ctx, owner, { queries, limit: asked, perDocument, ...among });
  const ranked = hits.map((hit, rank) => ({ ...hit, rank }));
  const neighbours = await neighboursOf(ctx, owner, ranked.slice(0, withNeighbours));
  const known = new Set(hits.map((hit) => hit.passageId));
  const spans = joinNeighbours([...ranked, ...neighbours.filter((one) => !known.has(one.passageId))], longestStretch);
  const documents = new Map((await readDocuments(ctx, owner, [...new Set(spans.map((span) => span.documentId))])).map((one) => [one.id, one]));
  const found = spans.flatMap((span): Found[] => {
    const document = documents.get(span.documentId);
    const holds = (hit: FoundPassage) => hit.documentId === span.documentId && hit.start >= span.start && hit.end <= span.end;
    return document ? [{ stretch: stretchOf(document, span), near: hits.some((hit) => hit.near && holds(hit)) }] : [];
  });
  return { documents: found, mode, notes };
}

async function neighboursOf(ctx: Ctx, owner: OwnerScope, hits: readonly (FoundPassage & { rank: number })[]) {
  const found = new Map<number, Omit<FoundPassage, "documentTitle" | "score"> & { rank: number }>();
  for (const hit of hits) {
    const range = { start: Math.max(0, hit.start - reach), end: hit.end + reach };
    for (const one of await readPassages(ctx, owner, { documentId: hit.documentId, range }))
      if (Math.abs(one.ordinal - hit.ordinal) === 1 && one.heading === hit.heading && !found.has(one.passageId))
        found.set(one.passageId, { ...one, documentId: hit.documentId, rank: hit.rank });
  }
  return [...found.values()];
}

function stretchOf(
  document: LibraryDocument,
  span: { start: number; end: number; page: number | null; heading: string | null },
): Omit<Stretch, "id"> {
  const { metadata } = document;
  return {
    key: `document:${document.hash}`,
    title: document.title,
    documentId: document.id,
    requestId: null,
    slug: null,
    sentence: null,
    start: span.start,
    page: span.page,
    heading: span.heading,
    text: document.text.slice(span.start, span.end),
    tier: metadata.tier,
    date: metadata.date ?? null,
    publisher: metadata.author ?? metadata.publisher ?? null,
    licence: metadata.licence ?? null,
    voice: metadata.copy_of ?? metadata.identity ?? document.hash,
    superseded: metadata.superseded_by !== undefined,
  };
}
