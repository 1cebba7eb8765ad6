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
