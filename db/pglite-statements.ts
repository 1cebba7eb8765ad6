// PGlite parses and plans a statement each time it is asked. Here each is prepared once and then only bound and executed: about half the time of a small one.
import { type PGlite, protocol, type QueryOptions, type Results, type Transaction } from "@electric-sql/pglite";

const { serialize } = protocol;
type Messages = Awaited<ReturnType<PGlite["execProtocolStream"]>>;
type Field = { readonly name: string; readonly dataTypeID: number };
type Prepared = { readonly name: string; readonly at: number; readonly parameters: readonly number[]; readonly fields: readonly Field[] };

/** Statements kept prepared; the one not asked for longest gives way. */
const mostKept = 250;
/** A plan was made for tables of a size: one made while they were small must not stay when they have grown. */
const longestKeptMs = 30_000;
/** feature_not_supported: "cached plan must not change result type". */
const changedResult = "0A000";
const preparable = /^\s*(?:select|insert|update|delete|with)\b/i;

/** The client, with its `query`, in and out of transactions, going through prepared statements. Results and errors are the same. */
export function withPreparedStatements(client: PGlite, now: () => number = performance.now.bind(performance)): PGlite {
  const kept = new Map<string, Prepared>();
  let named = 0;

  const talk = (...parts: Uint8Array[]): Promise<Messages> => client.execProtocolStream(Buffer.concat(parts), { syncToFs: false });

  async function prepare(text: string): Promise<Prepared> {
    named += 1;
    const name = `kept_${named}`;
    const told = await talk(serialize.parse({ name, text }), serialize.describe({ type: "S", name }), serialize.sync());
    let parameters: readonly number[] = [];
    let fields: readonly Field[] = [];
    for (const message of told) {
      if (message.name === "parameterDescription" && "dataTypeIDs" in message) parameters = message.dataTypeIDs as number[];
      else if (message.name === "rowDescription" && "fields" in message)
        fields = (message.fields as Field[]).map(({ name, dataTypeID }) => ({ name, dataTypeID }));
    }
    const made = { name, at: now(), parameters, fields };
    kept.set(text, made);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) await forget(oldest);
    return made;
  }

  async function forget(text: string): Promise<void> {
    const known = kept.get(text);
    if (!known) return;
    kept.delete(text);
    await talk(serialize.close({ type: "S", name: known.name }), serialize.sync());
  }

  async function prepared(text: string): Promise<Prepared> {
    const known = kept.get(text);
    if (!known) return prepare(text);
    if (now() - known.at > longestKeptMs) {
      await forget(text);
      return prepare(text);
    }
    // The map's order is the order of use.
    kept.delete(text);
    kept.set(text, known);
    return known;
  }

  const run = <T>(text: string, values: readonly unknown[], options: QueryOptions | undefined): Promise<Results<T>> =>
    client._runExclusiveQuery(async () => {
      const statement = await prepared(text);
      const written = values.map((value, index) => asText(client, value, statement.parameters[index]));
      try {
        const told = await talk(serialize.bind({ statement: statement.name, values: written }), serialize.execute({}), serialize.sync());
        return read<T>(client, told, statement.fields, options);
      } catch (error) {
        // A table has changed under it: the next one prepares it anew.
        if (error instanceof Error && "code" in error && error.code === changedResult) await forget(text);
        throw error;
      }
    });

  const query = client.query.bind(client);
  const transaction = client.transaction.bind(client);
  const ordinary = (text: string, options: QueryOptions | undefined) =>
    !preparable.test(text) || (options !== undefined && ("blob" in options || "paramTypes" in options || "serializers" in options));
  const within = (tx: Transaction): Transaction => ({
    query: async <T>(text: string, values: unknown[] = [], options?: QueryOptions) => {
      if (tx.closed) throw new Error("Transaction is closed");
      return ordinary(text, options) ? tx.query<T>(text, values, options) : run<T>(text, values, options);
    },
    sql: tx.sql,
    exec: tx.exec,
    rollback: tx.rollback,
    listen: tx.listen,
    get closed() {
      return tx.closed;
    },
  });
  return Object.assign(client, {
    query: async <T>(text: string, values: unknown[] = [], options?: QueryOptions) => {
      if (ordinary(text, options)) return query<T>(text, values, options);
      await client._checkReady();
      return client._runExclusiveTransaction(() => run<T>(text, values, options));
    },
    transaction: <T>(work: (tx: Transaction) => Promise<T>) => transaction((tx) => work(within(tx))),
  });
}

function asText(client: PGlite, value: unknown, type: number | undefined): string | null {
  if (value === null || value === undefined) return null;
  const serializer = type === undefined ? undefined : client.serializers[type];
  return serializer ? serializer(value) : String(value);
}

function read<T>(client: PGlite, told: Messages, fields: readonly Field[], options: QueryOptions | undefined): Results<T> {
  const readers = fields.map(({ dataTypeID }) => options?.parsers?.[dataTypeID] ?? client.parsers[dataTypeID]);
  const rows: unknown[] = [];
  let affectedRows = 0;
  for (const message of told) {
    if (message.name === "dataRow" && "fields" in message) {
      const values = (message.fields as (string | null)[]).map((text, index) => {
        if (text === null) return null;
        const reader = readers[index];
        return reader ? reader(text, fields[index]?.dataTypeID) : text;
      });
      rows.push(options?.rowMode === "array" ? values : Object.fromEntries(values.map((value, index) => [fields[index]?.name ?? "", value])));
    } else if (message.name === "commandComplete" && "text" in message) {
      affectedRows = /^(?:INSERT|UPDATE|DELETE|MERGE)\b.* (\d+)$/.test(String(message.text)) ? Number(String(message.text).split(" ").at(-1)) : 0;
    }
  }
  return { rows: rows as T[], fields: [...fields], affectedRows };
}
