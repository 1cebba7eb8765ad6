// Reads a retrieval collection: a BEIR folder, or a folder of a TREC kind with a tar of pages, topics.txt and qrels.txt.
import { createReadStream, existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { BadCorpus } from "./bad-corpus";

export type CorpusDocument = { readonly id: string; readonly title: string; readonly text: string };
export type Collection = {
  readonly documents: readonly CorpusDocument[];
  readonly queries: ReadonlyMap<string, string>;
  /** Grades above 0 by query and document. */
  readonly judgements: ReadonlyMap<string, ReadonlyMap<string, number>>;
};

/** An id that is a number is its digits. */
const id = z.union([z.string(), z.number()]).transform(String);
const documentLine = z.object({ _id: id, title: z.unknown().optional(), text: z.unknown().optional() });
const queryLine = z.object({ _id: id, text: z.string() });

/** Reads a folder. What cannot be read as such is said in one sentence that names the file and the line. */
export async function readCollection(folder: string): Promise<Collection> {
  if (!existsSync(folder)) throw new BadCorpus(`There is no folder ${folder}.`);
  if (existsSync(path.join(folder, "corpus.jsonl"))) return readBeir(folder);
  const tar = readdirSync(folder).find((name) => name.endsWith(".tar.gz"));
  if (tar && existsSync(path.join(folder, "topics.txt"))) return readTrec(folder, tar);
  throw new BadCorpus(`${folder} holds neither corpus.jsonl with queries.jsonl and qrels/test.tsv, nor a .tar.gz with topics.txt and qrels.txt.`);
}

async function readBeir(folder: string): Promise<Collection> {
  const documents = new Map<string, CorpusDocument>();
  for await (const { _id, title, text } of objects(folder, "corpus.jsonl", documentLine, "an _id"))
    documents.set(_id, { id: _id, title: textOf(title).replace(/\s+/g, " "), text: textOf(text) });
  const queries = new Map<string, string>();
  for await (const { _id, text } of objects(folder, "queries.jsonl", queryLine, "an _id and a text")) queries.set(_id, text);
  const file = qrelsFile(folder);
  const judgements = judge(readQrels(readFileSync(path.join(folder, file), "utf8")));
  if (![...judgements.keys()].some((query) => queries.has(query)))
    throw new BadCorpus(`${file} in ${folder} judges no document above 0 for any query of queries.jsonl.`);
  return { documents: [...documents.values()], queries, judgements };
}

/** What is no text is none. */
const textOf = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

/** The test judgements, or the only ones there are; from the folder. */
function qrelsFile(folder: string): string {
  const test = path.join("qrels", "test.tsv");
  if (existsSync(path.join(folder, test))) return test;
  const others = existsSync(path.join(folder, "qrels")) ? readdirSync(path.join(folder, "qrels")).filter((name) => name.endsWith(".tsv")) : [];
  const [only] = others;
  if (only === undefined || others.length > 1) throw new BadCorpus(`${folder} has no qrels/test.tsv.`);
  return path.join("qrels", only);
}

/** Query, document and grade of each line; with a head line or without, in three columns or in the four of TREC. */
export function readQrels(text: string): [string, string, string][] {
  return text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .flatMap((line): [string, string, string][] => {
      const tabbed = line.split("\t");
      const cells = (tabbed.length >= 3 ? tabbed : line.split(/\s+/)).map((cell) => cell.trim());
      const [query = "", second = "", third = "", fourth] = cells;
      const [document, grade] = fourth === undefined ? [second, third] : [third, fourth];
      return query !== "" && grade !== "" && Number.isFinite(Number(grade)) ? [[query, document, grade]] : [];
    });
}

/** The objects of a file of JSON lines, empty lines passed over; `what` says in a refusal what each must have. */
async function* objects<T>(folder: string, name: string, schema: z.ZodType<T>, what: string): AsyncGenerator<T> {
  const file = path.join(folder, name);
  if (!existsSync(file)) throw new BadCorpus(`${folder} has no ${name}.`);
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    const json = line.replace(/^\uFEFF/, "").trim();
    if (json === "") continue;
    const read = schema.safeParse(parse(json));
    if (!read.success) throw new BadCorpus(`${name}, line ${number}: this is no JSON object with ${what}.`);
    yield read.data;
  }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Whoever reads the object says on which line it is missing.
    return undefined;
  }
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
  return { documents, queries, judgements: judge(readQrels(readFileSync(path.join(folder, "qrels.txt"), "utf8"))) };
}

function judge(rows: readonly (readonly [string, string, string])[]): Map<string, Map<string, number>> {
  const judgements = new Map<string, Map<string, number>>();
  for (const [query, document, grade] of rows) {
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
