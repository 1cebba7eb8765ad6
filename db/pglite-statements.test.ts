import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withPreparedStatements } from "./pglite-statements";

let own: PGlite;
let plain: PGlite;
let moment = 0;

const table = `create table thing (
  id integer primary key, name text not null, body jsonb, tags text[], weight numeric(6, 2), big bigint, seen timestamptz, bytes bytea, yes boolean)`;

beforeAll(async () => {
  [own, plain] = [withPreparedStatements(await PGlite.create(), () => moment), await PGlite.create()];
  for (const client of [own, plain]) await client.exec(table);
});
afterAll(async () => {
  await Promise.all([own.close(), plain.close()]);
});

const insert = "insert into thing values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning *";
const one = [
  1,
  "Ärger '\u{1f600}'",
  { a: [1, null], b: "x" },
  ["a,b", '"', ""],
  12.5,
  9_007_199_254_740_993n,
  new Date("2026-03-01T10:00:00.123Z"),
  new Uint8Array([0, 255, 10]),
  false,
];
const bare = [2, "", null, null, null, null, undefined, null, null];

/** What both say to the same, and that it is the same. */
async function same(text: string, values: unknown[] = [], options?: Parameters<PGlite["query"]>[2]) {
  const [mine, theirs] = [await own.query(text, values, options), await plain.query(text, values, options)];
  expect({ rows: mine.rows, fields: mine.fields, affectedRows: mine.affectedRows }).toEqual({
    rows: theirs.rows,
    fields: theirs.fields,
    affectedRows: theirs.affectedRows,
  });
  return mine;
}
const codeOf = async (client: PGlite, text: string, values: unknown[] = []) =>
  client.query(text, values).then(
    () => "none",
    (error: unknown) => (error instanceof Error && "code" in error ? `${String(error.code)} ${error.message}` : String(error)),
  );

describe("prepared statements", () => {
  it("give what PGlite itself gives, the first time and every other", async () => {
    await same(insert, one);
    await same(insert, bare);
    for (let time = 0; time < 8; time++) {
      expect((await same("select * from thing order by id")).rows).toHaveLength(2);
      await same("select id, tags, body->'a' as list from thing where id = any($1::int[])", [[1, 2]], { rowMode: "array" });
      await same("select seen, weight from thing where name = $1", [one[1]], { parsers: { 1184: (text) => `at ${text}` } });
      await same("with lighter as (update thing set weight = weight + $1 where id = $2 returning id) select count(*) from lighter", [1, 1]);
      await same("update thing set yes = $1 where id > $2", [true, 0]);
      await same("delete from thing where id = $1", [99]);
    }
  });

  it("fail as PGlite itself fails, and go on afterwards", async () => {
    for (const [text, values] of [
      [insert, one],
      ["select * from nothing", []],
      ["select 1/$1::int", [0]],
      ["select $1::int", ["x"]],
      ["selec", []],
    ] as const) {
      const mine = await codeOf(own, text, [...values]);
      expect(mine).not.toBe("none");
      expect(mine).toBe(await codeOf(plain, text, [...values]));
    }
    await same("select count(*) from thing");
  });

  it("serve transactions: what is rolled back is gone, an aborted one says so, a closed one takes nothing more", async () => {
    const failed = own.transaction(async (tx) => {
      await tx.query("update thing set name = $1 where id = $2", ["changed", 1]);
      await tx.query("select 1/$1::int", [0]).catch(() => undefined);
      await tx.query("select 1");
    });
    await expect(failed).rejects.toMatchObject({ code: "25P02" });
    let kept: Parameters<Parameters<PGlite["transaction"]>[0]>[0] | undefined;
    const [name] = await own.transaction(async (tx) => {
      kept = tx;
      await tx.query("insert into thing (id, name) values ($1, $2)", [3, "third"]);
      return (await tx.query<{ name: string }>("select name from thing where id = $1", [1])).rows;
    });
    expect(name).toEqual({ name: one[1] });
    await expect(kept?.query("select 1")).rejects.toThrow("Transaction is closed");
    expect((await own.query("select id from thing where id = 3")).rows).toHaveLength(1);
  });

  it("notice that a table has changed", async () => {
    const text = "select * from thing where id = $1";
    expect(Object.keys((await own.query<object>(text, [1])).rows[0] ?? {})).toHaveLength(9);
    await own.exec("alter table thing add column later text default 'x'");
    // The one that meets the change fails, as PostgreSQL has it; none after it does.
    await own.query(text, [1]).catch(() => undefined);
    expect((await own.query<{ later: string }>(text, [1])).rows[0]?.later).toBe("x");
  });

  it("are kept in bounds, and planned anew after a while", async () => {
    const count = async () => Number((await own.query<{ n: string }>("select count(*) as n from pg_prepared_statements")).rows[0]?.n);
    for (let n = 0; n < 300; n++) await own.query(`select ${n} as n`);
    expect(await count()).toBeLessThanOrEqual(250);
    const madeAt = async () =>
      (await own.query("select name from pg_prepared_statements where statement = $1", ["select 299 as n"], { rowMode: "array" })).rows;
    const before = await madeAt();
    await own.query("select 299 as n");
    expect(await madeAt()).toEqual(before);
    moment += 60_000;
    await own.query("select 299 as n");
    expect(await madeAt()).not.toEqual(before);
  });
});
