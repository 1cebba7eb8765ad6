import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { plainBm25 } from "./plain-bm25";
import { readCollection, readQrels } from "./retrieval-corpus";

const folder = mkdtempSync(path.join(tmpdir(), "beir-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("judgements are read with a head line or without, in three columns or four, with their grades", () => {
  const read = [
    ["1", "d/1", "2"],
    ["q 2", "d:2", "0"],
  ];
  expect(readQrels("query-id\tcorpus-id\tscore\n1\td/1\t2\nq 2\td:2\t0\n")).toEqual(read);
  expect(readQrels("1\td/1\t2\r\nq 2\td:2\t0")).toEqual(read);
  expect(readQrels("1 0 d1 2\n1 0 d2 1\n")).toEqual([
    ["1", "d1", "2"],
    ["1", "d2", "1"],
  ]);
});

test("a folder is read whose ids are numbers or odd, whose titles are empty or missing, and whose texts are empty", async () => {
  mkdirSync(path.join(folder, "qrels"));
  const corpus = [
    { _id: 7, title: "", text: "Seven dwarfs." },
    { _id: "a/b?c", text: "Odd name." },
    { _id: "empty", title: null, text: "" },
  ];
  writeFileSync(path.join(folder, "corpus.jsonl"), corpus.map((line) => JSON.stringify(line)).join("\n"));
  writeFileSync(path.join(folder, "queries.jsonl"), `${JSON.stringify({ _id: 1, text: "dwarfs", metadata: {} })}\n\n`);
  writeFileSync(path.join(folder, "qrels/test.tsv"), "1\t7\t2\n1\ta/b?c\t0\n");
  const { documents, queries, judgements } = await readCollection(folder);
  expect(documents.map(({ id, title }) => [id, title])).toEqual([
    ["7", ""],
    ["a/b?c", ""],
    ["empty", ""],
  ]);
  expect([queries.get("1"), judgements.get("1")]).toEqual(["dwarfs", new Map([["7", 2]])]);
  expect(plainBm25(documents, "en")("dwarf", 10, { k1: 1.2, b: 0.75 })).toEqual(["7"]);
});

/** A folder of a collection, each file by its path. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const made = mkdtempSync(path.join(folder, "set-"));
  mkdirSync(path.join(made, "qrels"));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(made, name), text);
  return made;
}

const files = {
  "corpus.jsonl":
    '{"_id": "d 1", "title": "One\\ntwo", "text": "Dwarfs.", "metadata": {"url": "x"}}\r\n\r\n{"_id": "d2", "text": "Old."}\r\n{"_id": "d2", "text": "New."}\r\n',
  "queries.jsonl": '\uFEFF{"_id": "q 1", "text": "dwarfs"}\r\n{"_id": "q9", "text": "never judged"}\r\n',
  "qrels/test.tsv": "\uFEFFquery-id\tcorpus-id\tscore\r\nq 1\td 1\t1.0\r\nq 1\td2\t0\r\nq 1\tgone\t-1\r\nunasked\td2\t2\r\n",
};

test("lines may end as they do elsewhere, ids may hold blanks or come twice, queries may be unjudged and judgements unasked", async () => {
  const { documents, queries, judgements } = await readCollection(folderOf(files));
  expect(documents).toEqual([
    { id: "d 1", title: "One two", text: "Dwarfs." },
    { id: "d2", title: "", text: "New." },
  ]);
  expect([...queries.keys()]).toEqual(["q 1", "q9"]);
  expect(judgements.get("q 1")).toEqual(new Map([["d 1", 1]]));
});

test.each([
  [{ "corpus.jsonl": '{"_id": "a", "text": "A."}\n{"_id": "b", "text": ' }, "corpus.jsonl, line 2: this is no JSON object with an _id."],
  [{ "corpus.jsonl": '{"text": "A."}' }, "corpus.jsonl, line 1: this is no JSON object with an _id."],
  [{ "queries.jsonl": '\n{"_id": "q"}' }, "queries.jsonl, line 2: this is no JSON object with an _id and a text."],
  [{ "qrels/test.tsv": "query-id\tcorpus-id\tscore\n" }, /judges no document above 0 for any query of queries\.jsonl\.$/],
])("%j is refused with one sentence", async (bad, sentence) => {
  await expect(readCollection(folderOf({ ...files, ...bad }))).rejects.toThrow(sentence);
});

test("what is not there is named", async () => {
  await expect(readCollection(path.join(folder, "nowhere"))).rejects.toThrow(/^There is no folder .*nowhere\.$/);
  await expect(readCollection(folderOf({}))).rejects.toThrow(/holds neither corpus\.jsonl/);
  const { "queries.jsonl": _queries, ...without } = files;
  await expect(readCollection(folderOf(without))).rejects.toThrow(/has no queries\.jsonl\.$/);
});
