import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { readPassages } from "../passages/read-passages";
import { search } from "../search/search";
import { libraryFor } from "../testing";
import { deleteDocument } from "./delete-document";
import { getDocument } from "./get-document";
import { listDocuments } from "./list-documents";
import { processDocument } from "./process-document";
import { readDocuments } from "./read-documents";

const database = useTestDatabase();
const library = libraryFor(database);

const label = `---
title: Metformin tablets, prescribing information
publisher: Example agency
date: 2018-04
tier: 1
shelf: left
---
# Metformin

## Pharmacokinetics

The elimination half-life in plasma is about 6.2 hours. In whole blood it is about 17.6 hours.

## Dosage

| Form | Maximum a day |
| --- | --- |
| immediate release | 2550 mg |
`;

describe("processing a document", () => {
  it("keeps every offset of the file, byte order mark, line ends and front matter included, and cuts exact passages", async () => {
    const user = await library.reader();
    const file = `\uFEFF${label.replaceAll("\n", "\r\n")}`;
    const { documentId, result } = await library.read(user, "metformin.md", file);
    expect(result.status).toBe("ready");
    const detail = await getDocument(user.ctx, user.scope, { documentId });
    expect(detail.text).toBe(file.replace("\uFEFF", " "));
    expect(detail.title).toBe("Metformin tablets, prescribing information");
    expect(detail.metadata).toMatchObject({ publisher: "Example agency", date: "2018-04", tier: 1, other: { shelf: "left" }, detected: [] });
    const passages = await readPassages(user.ctx, user.scope, { documentId });
    expect(passages.map((passage) => passage.heading)).toEqual(["Pharmacokinetics", "Dosage"]);
    for (const passage of passages) {
      expect(file.slice(passage.start, passage.end)).toBe(passage.text);
      expect(passage.text).not.toContain("publisher");
    }
  });

  it("is found by its words, its heading and its title, and by no other owner", async () => {
    const user = await library.reader();
    const other = await library.reader();
    await library.read(user, "metformin.md", label);
    const { passages: found } = await search(user.ctx, user.scope, { queries: ["half-life of metformin"], limit: 5 });
    expect(found[0]?.text).toContain("6.2 hours");
    expect((await search(user.ctx, user.scope, { queries: ["prescribing"], limit: 5 })).passages.length).toBe(2);
    expect((await search(other.ctx, other.scope, { queries: ["half-life of metformin"], limit: 5 })).passages).toEqual([]);
  });

  it("run twice equals once", async () => {
    const user = await library.reader();
    const { documentId, result } = await library.read(user, "metformin.md", label);
    const again = await processDocument(user.ctx, { documentId, ownerId: user.id }, library.storage);
    expect(again).toEqual(result);
    expect(await readPassages(user.ctx, user.scope, { documentId })).toHaveLength(2);
  });

  it("deleting it leaves nothing behind that a search or its statistics would see", async () => {
    const user = await library.reader();
    const { documentId } = await library.read(user, "metformin.md", label);
    const kept = await library.read(user, "warfarin.txt", "Warfarin\n\nThe half-life of warfarin is about 40 hours.");
    const deleted = await deleteDocument(user.ctx, user.scope, { documentId }, library.storage);
    expect(deleted).toMatchObject({ passages: 2 });
    const { passages: found } = await search(user.ctx, user.scope, { queries: ["half-life"], limit: 5 });
    expect(found.map((passage) => passage.documentId)).toEqual([kept.documentId]);
    expect((await search(user.ctx, user.scope, { queries: ["metformin"], limit: 5 })).passages).toEqual([]);
    const { totals } = await listDocuments(user.ctx, user.scope, { limit: 10 });
    expect(totals).toEqual({ documents: 1, passages: 1, waiting: 0, failed: 0, examples: 0 });
  });

  it("gives a provider the text with its siblings' names", async () => {
    const user = await library.reader();
    const { documentId } = await library.read(user, "metformin.md", label);
    const [document] = await readDocuments(user.ctx, user.scope, [documentId]);
    expect(document).toMatchObject({ id: documentId, title: "Metformin tablets, prescribing information", siblings: [{ fileName: "metformin.md" }] });
  });
});
