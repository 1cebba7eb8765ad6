import { expect, it } from "vitest";
import { users } from "@/db/schema/identity";
import { documents } from "@/db/schema/library";
import { useTestDatabase } from "@/db/testing";
import { ownerScope } from "@/server/platform/context";
import { newId } from "@/server/platform/ids";
import { findReferences } from "../references/core/find-references";
import { saveReferences } from "../references/save-references";
import { readApparatus } from "./read-apparatus";

const test = useTestDatabase();
type Row = typeof documents.$inferInsert;

async function account(): Promise<string> {
  const id = newId();
  await test.db.insert(users).values({ id, name: "Reader", email: `${id}@example.org`, status: "approved" });
  return id;
}
async function add(ownerId: string, text: string, more: Partial<Row> = {}): Promise<string> {
  const id = newId();
  const file = { fileName: "a.txt", title: "A text", mediaType: "text/plain", bytes: text.length, hash: id.padEnd(64, "0") };
  await test.db.insert(documents).values({ id, ownerId, ...file, status: "ready", text, createdAt: new Date(), ...more });
  return id;
}
const store = (id: string, text: string) => saveReferences({ db: test.db, signal: new AbortController().signal }, id, findReferences(text), []);
const read = (ownerId: string, documentId: string) => readApparatus(test, ownerScope(ownerId), { documentId });
const commentary = "As Rom 8:28 has it, and the trial NCT00000620 (PMID: 9742977).";

it("gives the references that were stored, in the order of the text", async () => {
  const owner = await account();
  const id = await add(owner, commentary);
  await store(id, commentary);
  expect((await read(owner, id)).references.map(({ scheme, canonical, start, end }) => [scheme, canonical, commentary.slice(start, end)])).toEqual([
    ["scripture", "Rom.8.28", "Rom 8:28"],
    ["nct", "NCT00000620", "NCT00000620"],
    ["pmid", "9742977", "PMID: 9742977"],
  ]);
});

it("reads the references of a text that was added before they were kept", async () => {
  const owner = await account();
  const { references } = await read(owner, await add(owner, commentary));
  expect(references.map((reference) => reference.canonical)).toEqual(["Rom.8.28", "NCT00000620", "9742977"]);
});

it("finds the verse in a biblical document of the same library, and in no other", async () => {
  const [owner, other] = [await account(), await account()];
  const bible = "Romans 8:28\nAnd we know that all things work together for good.";
  const id = await add(owner, commentary);
  await store(id, commentary);
  await store(await add(other, bible, { kind: "biblical" }), bible);
  await store(await add(owner, bible, { kind: "theological" }), bible);
  expect((await read(owner, id)).verses).toEqual([]);
  const own = await add(owner, bible, { kind: "biblical", title: "A Bible" });
  await store(own, bible);
  expect((await read(owner, id)).verses).toEqual([{ canonical: "Rom.8.28", documentId: own, title: "A Bible", start: 0, end: 11 }]);
  expect((await read(owner, own)).verses).toEqual([]);
});

it("finds the verse in what others share with everybody, too", async () => {
  const [owner, other] = [await account(), await account()];
  const id = await add(owner, "As Rom 8:29 has it.");
  const bible = "Romans 8:29";
  const shared = await add(other, bible, { kind: "biblical", visibility: "workspace" });
  await store(shared, bible);
  expect((await read(owner, id)).verses.map((verse) => verse.documentId)).toEqual([shared]);
});

it("names the pages that have almost no words", async () => {
  const owner = await account();
  const text = "The first page has words enough.\f12\f\fThe last one has words again.";
  const { sparsePages } = await read(owner, await add(owner, text, { pageStarts: [0, 33, 36, 37] }));
  expect(sparsePages).toEqual([2, 3]);
});

it("is there for everybody where the document is shared, and else for its owner alone", async () => {
  const shared = await add(await account(), commentary, { visibility: "workspace" });
  await store(shared, commentary);
  expect((await read(await account(), shared)).references).toHaveLength(3);
  const id = await add(await account(), commentary);
  await expect(read(await account(), id)).rejects.toMatchObject({ code: "not_found" });
});
