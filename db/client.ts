// One Db type over PGlite, node-postgres and Neon's WebSocket pool. Everything above it is the same code on all three.
import { PGlite } from "@electric-sql/pglite";
import { Pool as NeonPool, neonConfig } from "@neondatabase/serverless";
import { drizzle as drizzleNeon } from "drizzle-orm/neon-serverless";
import { drizzle as drizzlePg } from "drizzle-orm/node-postgres";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import { drizzle as drizzlePglite } from "drizzle-orm/pglite";
import pg from "pg";
import { withPreparedStatements } from "./pglite-statements";
import * as schema from "./schema";

export type Schema = typeof schema;
export type Db = PgDatabase<PgQueryResultHKT, Schema>;
/** What `db.transaction` hands out. The outer `db` must never be used inside a transaction: on PGlite it waits for ever. */
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];
/** For functions that run on their own or inside a caller's transaction. */
export type Queryable = Db | Tx;

export type DatabaseOptions =
  | { readonly kind: "pglite"; readonly folder: string | null; readonly dump?: Blob }
  | { readonly kind: "pg"; readonly url: string; readonly poolSize?: number }
  | { readonly kind: "neon"; readonly url: string; readonly wsProxy: string | null; readonly poolSize?: number };

export type Database = { readonly db: Db; readonly kind: DatabaseOptions["kind"]; readonly close: () => Promise<void> };

/** Opens a database. PGlite: `folder` null is in memory, `dump` a tar of a data folder to start from. Rejects when it cannot be reached. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  switch (options.kind) {
    case "pglite": {
      const client = await PGlite.create({
        ...(options.folder ? { dataDir: options.folder } : {}),
        ...(options.dump ? { loadDataDir: options.dump } : {}),
      });
      return { db: drizzlePglite(breathing(withPreparedStatements(client)), { schema }), kind: "pglite", close: () => client.close() };
    }
    case "pg": {
      const pool = new pg.Pool({ connectionString: options.url, max: options.poolSize ?? 10, connectionTimeoutMillis: 10_000 });
      pool.on("error", () => {}); // an idle connection that breaks is replaced by the pool; the next query reports what matters
      await reach(
        () => pool.query("select 1"),
        () => pool.end(),
      );
      return { db: drizzlePg(pool, { schema }), kind: "pg", close: () => pool.end() };
    }
    case "neon": {
      if (options.wsProxy) {
        const proxy = options.wsProxy;
        neonConfig.wsProxy = () => proxy;
        neonConfig.useSecureWebSocket = false;
        neonConfig.pipelineTLS = false;
        neonConfig.pipelineConnect = false;
      }
      const pool = new NeonPool({ connectionString: options.url, max: options.poolSize ?? 10 });
      pool.on("error", () => {}); // as above
      await reach(
        () => pool.query("select 1"),
        () => pool.end(),
      );
      return { db: drizzleNeon(pool, { schema }), kind: "neon", close: () => pool.end() };
    }
  }
}

/** Milliseconds of statements after which timers and sockets get their turn. */
const breathMs = 5;

/**
 * PGlite answers within the same turn of the event loop: work that goes from statement to statement would let no request
 * in and no frame out until it is done. So every now and then a statement waits for the next turn.
 */
function breathing(client: PGlite): PGlite {
  let last = performance.now();
  const turn = async () => {
    if (performance.now() - last < breathMs) return;
    await new Promise((resolve) => setImmediate(resolve));
    last = performance.now();
  };
  const query = client.query.bind(client);
  const transaction = client.transaction.bind(client);
  return Object.assign(client, {
    query: async (...call: Parameters<typeof query>) => {
      await turn();
      return query(...call);
    },
    transaction: async (...call: Parameters<typeof transaction>) => {
      await turn();
      return transaction(...call);
    },
  });
}

async function reach(probe: () => Promise<unknown>, giveUp: () => Promise<unknown>): Promise<void> {
  try {
    await probe();
  } catch (error) {
    await giveUp();
    throw error;
  }
}

/** Rows of `db.execute(...)`, which every driver wraps in an object of its own. Dates come as the driver gives them. */
export function rowsOf<T extends Record<string, unknown>>(result: unknown): T[] {
  if (typeof result === "object" && result !== null && "rows" in result && Array.isArray(result.rows)) return result.rows;
  throw new TypeError("The driver returned a result without rows.");
}
