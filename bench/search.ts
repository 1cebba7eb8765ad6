// Bench "search": quality and latency of passage search over a retrieval collection, or latency alone over generated text (`--corpus 50000`: passages).
// Quality stands beside that of plain BM25 over the same documents in the same run.
import { search } from "@/server/library/search/search";
import { setEnvironment } from "@/server/platform/config";
import { openBenchLibrary } from "./lib/bench-library";
import { generateCollection } from "./lib/generated-corpus";
import { plainBm25, usualParameters } from "./lib/plain-bm25";
import { type Measures, mean, measure, percentile } from "./lib/ranking-measures";
import { type Collection, readCollection } from "./lib/retrieval-corpus";
import { watchMemory } from "./lib/watch-memory";

const generatedPassages = 5_000;
/** trec_eval's depth. */
const judgedDepth = 1_000;
const shownResults = 10;

/** As many characters as a question may have. */
const longQuestion = 2_000;
const longQuestions = 40;
/** Questions that are timed, at most. */
const timed = 500;
/** Of so many repetitions the best counts: what else the machine does is no property of the search. */
const repetitions = 3;

/** Answers are not to come from a memory of answers. */
const nothingKept = null;

type Library = Awaited<ReturnType<typeof openBenchLibrary>>;

export async function run(args: { corpus?: string; database?: string }): Promise<Record<string, unknown>> {
  setEnvironment({ LOG_LEVEL: "silent", EMBEDDING_PROVIDER: "" });
  const passages = args.corpus === undefined ? generatedPassages : /^\d+$/.test(args.corpus) ? Number(args.corpus) : null;
  const collection = passages === null ? await readCollection(args.corpus ?? "") : generateCollection(passages);
  const memory = watchMemory();
  const library = await openBenchLibrary(args.database);
  try {
    const { names, seconds, refused } = await ingest(library, collection);
    const sizes = await library.sizes();
    const judged = [...collection.judgements.keys()].flatMap((id) => collection.queries.get(id) ?? []);
    const questions = (judged.length > 0 ? judged : [...collection.queries.values()]).slice(0, timed);
    const first = await time(library, questions, 1);
    const usual = await time(library, questions, repetitions);
    const long = await time(library, longOnes(collection), repetitions + 1);
    return {
      documents: collection.documents.length,
      refused,
      passages: sizes.passages,
      queries: collection.queries.size,
      ...(await judge(library, collection, names)),
      p50Ms: round(percentile(usual, 0.5), 2),
      p95Ms: round(percentile(usual, 0.95), 2),
      firstP50Ms: round(percentile(first, 0.5), 2),
      firstP95Ms: round(percentile(first, 0.95), 2),
      longP95Ms: round(percentile(long, 0.95), 2),
      indexBytesPerTextByte: round(sizes.index / sizes.text, 3),
      documentsPerSecond: round(collection.documents.length / seconds, 1),
      passagesPerSecond: round(sizes.passages / seconds, 1),
      peakRssMb: memory.stop().peakRssMb,
    };
  } finally {
    await library.close();
  }
}

type Names = ReadonlyMap<string, readonly string[]>;

/** `names`: the collection's ids of each document; texts that are the same are one document of the library. */
async function ingest(library: Library, { documents }: Collection): Promise<{ names: Names; seconds: number; refused: number }> {
  const names = new Map<string, string[]>();
  let refused = 0;
  const started = performance.now();
  for (const [index, { id, title, text }] of documents.entries()) {
    // The first line is the title of a plain text; a collection whose texts repeat it gets it once.
    const body = title === "" || text.startsWith(title) ? text : `${title}\n\n${text}`;
    if (body.trim() === "") refused += 1;
    else {
      const { documentId, result } = await library.add(`${nameOf(index)}.txt`, new TextEncoder().encode(body));
      if (result.status !== "ready") refused += 1;
      names.set(documentId, [...(names.get(documentId) ?? []), id]);
    }
    if ((index + 1) % 500 === 0) process.stderr.write(`${index + 1} of ${documents.length} documents\n`);
  }
  return { names, seconds: (performance.now() - started) / 1000, refused };
}

/** A file's name without a word or a number: a text without a title is found by its file's name, which here says nothing. */
function nameOf(index: number): string {
  return [...String(index)].map((digit) => "qxzjkvwyfb".charAt(Number(digit))).join("");
}

/** Milliseconds of each question, the best of its repetitions. */
async function time(library: Library, questions: readonly string[], times: number): Promise<number[]> {
  const latencies: number[] = questions.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < times; round += 1) {
    for (const [i, question] of questions.entries()) {
      const started = performance.now();
      await search(library.ctx, library.scope, { queries: [question], limit: shownResults }, nothingKept);
      latencies[i] = Math.min(latencies[i] ?? Number.POSITIVE_INFINITY, performance.now() - started);
    }
  }
  return latencies;
}

/** Questions of the greatest length, cut from the collection's own texts. */
function longOnes({ documents }: Collection): string[] {
  const every = Math.max(1, Math.floor(documents.length / longQuestions));
  const all = documents.filter((_, i) => i % every === 0).slice(0, longQuestions);
  return all.map((_, i) => {
    const from = i * every;
    let text = "";
    for (let at = from; text.length < longQuestion && at < documents.length; at += 1) text += ` ${documents[at]?.text ?? ""}`;
    return text.slice(0, longQuestion);
  });
}

async function judge(library: Library, { documents, queries, judgements }: Collection, names: Names) {
  if (judgements.size === 0) return averages([], "");
  const plain = plainBm25(documents, "en");
  const own: Measures[] = [];
  const others = usualParameters.map((): Measures[] => []);
  for (const [id, grades] of judgements) {
    const query = queries.get(id);
    if (query === undefined) continue;
    const { passages: found } = await search(library.ctx, library.scope, { queries: [query], limit: judgedDepth, perDocument: 1 }, nothingKept);
    own.push(
      measure(
        found.flatMap((passage) => names.get(passage.documentId) ?? []),
        grades,
      ),
    );
    for (const [i, parameters] of usualParameters.entries()) others[i]?.push(measure(plain(query, judgedDepth, parameters), grades));
  }
  const best = others.reduce((left, right) => (mean(right.map((row) => row.ndcg10)) > mean(left.map((row) => row.ndcg10)) ? right : left));
  return { ...averages(own, ""), ...averages(best, "plain") };
}

function averages(rows: readonly Measures[], prefix: string): Record<string, number | null> {
  const average = (pick: (row: Measures) => number) => (rows.length === 0 ? null : round(mean(rows.map(pick)), 4));
  const named = (name: string) => (prefix === "" ? name : `${prefix}${name.charAt(0).toUpperCase()}${name.slice(1)}`);
  return {
    [named("ndcg10")]: average((row) => row.ndcg10),
    [named("recall100")]: average((row) => row.recall100),
    [named("map")]: average((row) => row.map),
    [named("p30")]: average((row) => row.p30),
  };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
