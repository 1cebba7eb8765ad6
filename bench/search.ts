// Bench "search": quality and latency of passage search over a retrieval collection, or latency alone over generated text (`--corpus 50000`: passages).
import { searchPassages } from "@/server/library/search/search-passages";
import { setEnvironment } from "@/server/platform/config";
import { openBenchLibrary } from "./lib/bench-library";
import { generateCollection } from "./lib/generated-corpus";
import { type Measures, mean, measure, percentile } from "./lib/ranking-measures";
import { type Collection, readCollection } from "./lib/retrieval-corpus";

const generatedPassages = 5_000;
/** trec_eval's depth. */
const judgedDepth = 1_000;
const shownResults = 10;

type Library = Awaited<ReturnType<typeof openBenchLibrary>>;

export async function run(args: { corpus?: string; database?: string }): Promise<Record<string, unknown>> {
  setEnvironment({ LOG_LEVEL: "silent" });
  const passages = args.corpus === undefined ? generatedPassages : /^\d+$/.test(args.corpus) ? Number(args.corpus) : null;
  const collection = passages === null ? await readCollection(args.corpus ?? "") : generateCollection(passages);
  const library = await openBenchLibrary(args.database);
  try {
    const { names, seconds } = await ingest(library, collection);
    const sizes = await library.sizes();
    const latencies = await time(library, collection);
    return {
      documents: collection.documents.length,
      passages: sizes.passages,
      queries: collection.queries.size,
      ...(await judge(library, collection, names)),
      p50Ms: round(percentile(latencies, 0.5), 2),
      p95Ms: round(percentile(latencies, 0.95), 2),
      indexBytesPerTextByte: round(sizes.index / sizes.text, 3),
      documentsPerSecond: round(collection.documents.length / seconds, 1),
    };
  } finally {
    await library.close();
  }
}

async function ingest(library: Library, { documents }: Collection): Promise<{ names: Map<string, string>; seconds: number }> {
  const names = new Map<string, string>();
  const started = performance.now();
  for (const [index, { id, title, text }] of documents.entries()) {
    // The first line is the title of a plain text; a collection whose texts repeat it gets it once.
    const body = title === "" || text.startsWith(title) ? text : `${title}\n\n${text}`;
    const { documentId } = await library.add(`${id.replaceAll(/[^\w.-]/g, "_")}.txt`, new TextEncoder().encode(body));
    names.set(documentId, id);
    if ((index + 1) % 500 === 0) process.stderr.write(`${index + 1} of ${documents.length} documents\n`);
  }
  return { names, seconds: (performance.now() - started) / 1000 };
}

async function time(library: Library, { queries }: Collection): Promise<number[]> {
  const latencies: number[] = [];
  // Twice, and only the second time counts: the first fills caches that a running server has filled.
  for (const counts of [false, true]) {
    for (const query of queries.values()) {
      const started = performance.now();
      await searchPassages(library.ctx, library.scope, { queries: [query], limit: shownResults });
      if (counts) latencies.push(performance.now() - started);
    }
  }
  return latencies;
}

async function judge(library: Library, { queries, judgements }: Collection, names: ReadonlyMap<string, string>) {
  const rows: Measures[] = [];
  for (const [id, grades] of judgements) {
    const query = queries.get(id);
    if (query === undefined) continue;
    const found = await searchPassages(library.ctx, library.scope, { queries: [query], limit: judgedDepth, perDocument: 1 });
    rows.push(
      measure(
        found.map((passage) => names.get(passage.documentId) ?? ""),
        grades,
      ),
    );
  }
  const average = (pick: (row: (typeof rows)[number]) => number) => (rows.length === 0 ? null : round(mean(rows.map(pick)), 4));
  return {
    ndcg10: average((row) => row.ndcg10),
    recall100: average((row) => row.recall100),
    map: average((row) => row.map),
    p30: average((row) => row.p30),
  };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
