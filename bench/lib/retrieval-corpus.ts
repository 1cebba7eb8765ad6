// Reads a retrieval collection: a BEIR folder, or a folder of a TREC kind with a tar of pages, topics.txt and qrels.txt.
import { createReadStream, existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { gunzipSync } from "node:zlib";
import { z } from "zod";

export type CorpusDocument = { readonly id: string; readonly title: string; readonly text: string };
export type Collection = {
  readonly documents: readonly CorpusDocument[];
  readonly queries: ReadonlyMap<string, string>;
  /** Grades above 0 by query and document. */
  readonly judgements: ReadonlyMap<string, ReadonlyMap<string, number>>;
};

const documentLine = z.object({ _id: z.coerce.string(), title: z.string().nullish(), text: z.string() });
const queryLine = z.object({ _id: z.coerce.string(), text: z.string() });

export async function readCollection(folder: string): Promise<Collection> {
  if (existsSync(path.join(folder, "corpus.jsonl"))) return readBeir(folder);
  const tar = readdirSync(folder).find((name) => name.endsWith(".tar.gz"));
  if (tar && existsSync(path.join(folder, "topics.txt"))) return readTrec(folder, tar);
  throw new Error(`${folder} holds neither corpus.jsonl with queries.jsonl and qrels/test.tsv, nor a .tar.gz with topics.txt and qrels.txt.`);
}

async function readBeir(folder: string): Promise<Collection> {
  const documents: CorpusDocument[] = [];
  for await (const line of lines(path.join(folder, "corpus.jsonl"))) {
    const { _id, title, text } = documentLine.parse(JSON.parse(line));
    documents.push({ id: _id, title: title ?? "", text });
  }
  const queries = new Map<string, string>();
  for await (const line of lines(path.join(folder, "queries.jsonl"))) {
    const { _id, text } = queryLine.parse(JSON.parse(line));
    queries.set(_id, text);
  }
  const rows = readFileSync(path.join(folder, "qrels/test.tsv"), "utf8").trim().split("\n").slice(1);
  return { documents, queries, judgements: judge(rows.map((row) => row.split("\t")).map(([query, document, grade]) => [query, document, grade])) };
}

async function* lines(file: string): AsyncGenerator<string> {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY }))
    if (line.trim() !== "") yield line;
}

function readTrec(folder: string, tar: string): Collection {
  const documents = untar(gunzipSync(readFileSync(path.join(folder, tar)))).map(({ name, bytes }) => {
    const text = bytes
      .toString("latin1")
      .replace(/<[^>]*>/g, "")
      .trim();
    return { id: path.basename(name).replace(/\.\w+$/, ""), title: text.split("\n")[0]?.trim() ?? "", text };
  });
  const topics = readFileSync(path.join(folder, "topics.txt"), "utf8").matchAll(/<DOCNO>\s*(\S+)\s*<\/DOCNO>([\s\S]*?)<\/DOC>/g);
  const queries = new Map([...topics].map((match) => [match[1] ?? "", (match[2] ?? "").trim()]));
  const rows = readFileSync(path.join(folder, "qrels.txt"), "utf8").trim().split("\n");
  return { documents, queries, judgements: judge(rows.map((row) => row.split(/\s+/)).map(([query, , document, grade]) => [query, document, grade])) };
}

function judge(rows: readonly (readonly (string | undefined)[])[]): Map<string, Map<string, number>> {
  const judgements = new Map<string, Map<string, number>>();
  for (const [query = "", document = "", grade] of rows) {
    if (!(Number(grade) > 0)) continue;
    const known = judgements.get(query) ?? new Map<string, number>();
    judgements.set(query, known.set(document, Number(grade)));
  }
  return judgements;
}

const block = 512;

/** Regular files of a tar archive (ustar). */
function untar(archive: Buffer): { name: string; bytes: Buffer }[] {
  const files: { name: string; bytes: Buffer }[] = [];
  for (let at = 0; at + block <= archive.length; ) {
    const header = archive.subarray(at, at + block);
    const name = header.subarray(0, 100).toString("latin1").replace(/\0.*$/s, "");
    if (name === "") break;
    const size = Number.parseInt(header.subarray(124, 136).toString("latin1").replaceAll("\0", "").trim() || "0", 8);
    const kind = header.toString("latin1", 156, 157);
    if (kind === "0" || kind === "\0") files.push({ name, bytes: archive.subarray(at + block, at + block + size) });
    at += block + Math.ceil(size / block) * block;
  }
  return files;
}
