// The parts of an index that searches read, kept between searches: lists taken apart and where documents lie. Everything is kept under the index's
// version, so that a change makes it unfindable; what is not asked for any more gives way.
import { LRUCache } from "lru-cache";
import type { Db } from "@/db/client";
import { type Layout, layoutOf } from "./core/layout";
import { type PostingList, unpack } from "./core/posting-list";
import { readStretches } from "./found-store";
import { readLists, type SearchScope, type Shelf } from "./store";

/** A list is read whole up to here, however small the library: only in larger ones are words of every second passage left out. */
const alwaysRead = 4_000;
/** Bytes of lists and layouts of one database that are kept in this process. */
const mostKept = 96 * 1024 * 1024;
const bytesPerPosting = 7;
const bytesPerDocument = 40;
const perEntry = 200;

/** "common": too many passages hold it to tell them apart; null: none does. */
type KnownList = PostingList | "common" | null;
type Kept = { readonly lists: LRUCache<string, { readonly list: KnownList }>; readonly layouts: LRUCache<string, Layout> };

const keptBy = new WeakMap<Db, Kept>();

function keptFor(db: Db): Kept {
  const known = keptBy.get(db);
  if (known) return known;
  const kept: Kept = {
    lists: new LRUCache({
      maxSize: mostKept,
      sizeCalculation: ({ list }) => perEntry + (list === null || list === "common" ? 0 : list.passages.length * bytesPerPosting),
    }),
    layouts: new LRUCache({ maxSize: mostKept, sizeCalculation: ({ firsts }) => perEntry + firsts.length * bytesPerDocument }),
  };
  keptBy.set(db, kept);
  return kept;
}

/** Where the owner's documents lie. */
export async function readLayout(db: Db, { owner, searched, state }: Shelf): Promise<Layout> {
  const { layouts } = keptFor(db);
  const key = `${searched.id}:${state}`;
  const known = layouts.get(key);
  if (known) return known;
  const layout = layoutOf(await readStretches(db, owner));
  layouts.set(key, layout);
  return layout;
}

export async function readLayouts(db: Db, shelves: readonly Shelf[]): Promise<Layout[]> {
  const layouts: Layout[] = [];
  for (const shelf of shelves) layouts.push(await readLayout(db, shelf));
  return layouts;
}

export type Lists = ReadonlyMap<string, PostingList>;

/** The lists of lexemes. Words of more than half of a large library are left out, unless `all`: they tell passages apart too little for their cost. */
export async function readIndex(db: Db, searched: SearchScope, lexemes: readonly string[], all = false): Promise<Lists> {
  const { lists } = keptFor(db);
  const keyOf = (lexeme: string) => `${searched.id}:${searched.version}:${lexeme}`;
  const known = new Map<string, KnownList>();
  const missing: string[] = [];
  for (const lexeme of lexemes) {
    const kept = lists.get(keyOf(lexeme));
    if (!kept || (all && kept.list === "common")) missing.push(lexeme);
    else known.set(lexeme, kept.list);
  }
  if (missing.length > 0) {
    const most = all ? searched.passageCount * 2 : Math.max(alwaysRead, Math.floor(searched.passageCount / 2));
    const read = new Map((await readLists(db, searched.id, missing, most)).map(({ lexeme, packed }) => [lexeme, packed]));
    for (const lexeme of missing) {
      const packed = read.get(lexeme);
      const list: KnownList = packed === undefined ? null : packed === null ? "common" : unpack(packed);
      known.set(lexeme, list);
      lists.set(keyOf(lexeme), { list });
    }
  }
  const found = new Map<string, PostingList>();
  for (const [lexeme, list] of known) if (list !== null && list !== "common") found.set(lexeme, list);
  return found;
}
