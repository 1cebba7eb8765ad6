import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/pglite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Db, rowsOf } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import * as schema from "@/db/schema";
import { passageVectors } from "@/db/schema/embeddings";
import { users } from "@/db/schema/identity";
import { documents, passages } from "@/db/schema/library";
import { ownerScope } from "@/server/platform/context";
import { newId } from "@/server/platform/ids";
import { packVector } from "./core/vectors";
import { copyMissing, nearnessOf, readNearest } from "./nearness-store";
import { insertVectors } from "./store";

let client: PGlite;
let db: Db;
const model = "test:model";

beforeAll(async () => {
  client = await PGlite.create({ extensions: { vector } });
  db = drizzle(client, { schema });
  await migrateDatabase({ db, kind: "pglite", close: () => client.close() });
});
afterAll(() => client.close());

/** An owner with one document of as many passages as there are directions. */
async function shelf(directions: readonly (readonly [number, number])[]) {
  const [ownerId, documentId] = [newId(), newId()];
  await db.insert(users).values({ id: ownerId, name: "Reader", email: `${ownerId}@example.org`, status: "approved" });
  await db
    .insert(documents)
    .values({ id: documentId, ownerId, hash: newId(), fileName: "a.txt", mediaType: "text/plain", bytes: 1, status: "ready" });
  const rows = directions.map((_, ordinal) => ({ documentId, ordinal, startOffset: 0, endOffset: 1, text: "x" }));
  const ids = await db.insert(passages).values(rows).returning({ id: passages.id });
  const vectors = ids.map(({ id }, i) => ({ passageId: id, dimension: 2, data: packVector(Float32Array.from(directions[i] ?? [0, 0])) }));
  await db.transaction((tx) => insertVectors(tx, ownerScope(ownerId), documentId, model, vectors));
  return { owner: ownerScope(ownerId), documentId, ids: ids.map(({ id }) => id) };
}

const east = Float32Array.of(1, 0);

describe("an index over vectors", () => {
  it("is not there where the database has no pgvector, and is made and filled where it has", async () => {
    const before = await shelf([
      [0, 1],
      [1, 0],
      [0.6, 0.8],
      [-1, 0],
    ]);
    expect(await nearnessOf(db, 2)).toBeNull();
    await db.execute(sql`create extension vector`);
    const again = drizzle(client, { schema });
    const nearness = await nearnessOf(again, 2);
    if (!nearness) throw new Error("The extension is there, and no table was made.");
    const { near: found, spread } = await readNearest(again, nearness, before.owner, model, east, null, 10);
    expect(found.map(({ passageId }) => passageId)).toEqual([before.ids[1], before.ids[2]]);
    expect(spread).toEqual({ count: 4, sum: expect.closeTo(0.6, 5), squares: expect.closeTo(2.36, 5) });
    expect(found[1]?.cosine).toBeCloseTo(0.6, 5);

    const later = await shelf([[1, 0]]);
    expect(await copyMissing(again, nearness)).toBe(1);
    expect((await readNearest(again, nearness, later.owner, model, east, null, 10)).near.map(({ passageId }) => passageId)).toEqual(later.ids);
    expect((await readNearest(again, nearness, before.owner, model, east, new Set([later.documentId]), 10)).near).toEqual([]);
    expect(await nearnessOf(again, 4_000)).toBeNull();

    await db.delete(passageVectors);
    expect(rowsOf(await db.execute(sql`select * from passage_nearness_2`))).toEqual([]);
  });
});
