import type { Db } from "@/db/client";
import type { OwnerScope } from "@/server/platform/context";
import { documentAt, type Layout } from "./core/layout";
import { phrasePlaces } from "./core/matching";
import type { Ranked } from "./core/ranking";
import { type FoundRow, readPassages } from "./found-store";
import type { Ranking } from "./rank-passages";

export type Wanted = {
  readonly limit: number;
  readonly perDocument: number | null;
  /** Sequences that must stand in the text word for word, and sequences that must not. */
  readonly phrases: readonly string[];
  readonly without: readonly string[];
};

/** With phrases texts have to be read to know; beyond this many the search gives up and says so. */
const mostRead = 5_000;
const readAtATime = 200;

export type Collected = { readonly rows: readonly (FoundRow & { readonly score: number })[]; readonly gaveUp: boolean };

/** Rows of the best passages that are wanted, best first: looks further down until there are enough. */
export async function collectPassages(db: Db, owner: OwnerScope, layouts: readonly Layout[], ranking: Ranking, wanted: Wanted): Promise<Collected> {
  return wanted.phrases.length + wanted.without.length === 0
    ? { rows: await rowsOf(db, owner, capped(layouts, ranking, wanted)), gaveUp: false }
    : checked(db, owner, layouts, ranking, wanted);
}

function capped(layouts: readonly Layout[], ranking: Ranking, { limit, perDocument }: Wanted): readonly Ranked[] {
  if (perDocument === null) return ranking(limit);
  for (let depth = limit * 4; ; depth *= 4) {
    const candidates = ranking(depth);
    const room = counter(layouts, perDocument);
    const chosen = candidates.filter(({ passageId }) => room(passageId));
    if (chosen.length >= limit || candidates.length < depth) return chosen.slice(0, limit);
  }
}

/** Whether a document has room for one more of its passages. */
function counter(layouts: readonly Layout[], perDocument: number): (passageId: number) => boolean {
  const taken = new Map<string, number>();
  return (passageId) => {
    const document = documentOf(layouts, passageId);
    const now = taken.get(document) ?? 0;
    if (now >= perDocument) return false;
    taken.set(document, now + 1);
    return true;
  };
}

function documentOf(layouts: readonly Layout[], passageId: number): string {
  for (const layout of layouts) {
    const at = documentAt(layout, passageId);
    if (at >= 0) return layout.documentIds[at] ?? "";
  }
  return "";
}

async function checked(db: Db, owner: OwnerScope, layouts: readonly Layout[], ranking: Ranking, wanted: Wanted): Promise<Collected> {
  const candidates = ranking(mostRead + 1);
  const room = counter(layouts, wanted.perDocument ?? Number.POSITIVE_INFINITY);
  const rows: Collected["rows"][number][] = [];
  for (let at = 0; at < Math.min(candidates.length, mostRead) && rows.length < wanted.limit; at += readAtATime) {
    for (const row of await rowsOf(db, owner, candidates.slice(at, at + readAtATime))) {
      if (rows.length < wanted.limit && holds(row.text, wanted) && room(row.passageId)) rows.push(row);
    }
  }
  return { rows, gaveUp: rows.length < wanted.limit && candidates.length > mostRead };
}

function holds(text: string, { phrases, without }: Wanted): boolean {
  return phrases.every((phrase) => phrasePlaces(text, phrase).length > 0) && without.every((phrase) => phrasePlaces(text, phrase).length === 0);
}

/** Rows of an order that was kept; those that may not be seen any more are left out. */
export async function readRanked(db: Db, reader: OwnerScope, ranked: readonly (readonly [number, number])[]): Promise<Collected["rows"]> {
  return rowsOf(
    db,
    reader,
    ranked.map(([passageId, score]) => ({ passageId, score })),
  );
}

async function rowsOf(db: Db, owner: OwnerScope, ranked: readonly Ranked[]): Promise<Collected["rows"][number][]> {
  const rows = await readPassages(
    db,
    owner,
    ranked.map(({ passageId }) => passageId),
  );
  const byId = new Map(rows.map((row) => [row.passageId, row]));
  return ranked.flatMap(({ passageId, score }) => {
    const row = byId.get(passageId);
    return row ? [{ ...row, score }] : [];
  });
}
