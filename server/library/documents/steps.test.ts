import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { rowsOf } from "@/db/client";
import { useTestDatabase } from "@/db/testing";
import { readPassages } from "../passages/read-passages";
import { readReferences } from "../references/read-references";
import { libraryFor, type Reader } from "../testing";
import { readThemes } from "../themes/read-themes";
import { deleteDocument } from "./delete-document";
import { embedDocument } from "./embed-document";
import { findDocumentReferences } from "./find-document-references";
import { findDocumentThemes } from "./find-document-themes";
import { getDocument } from "./get-document";
import { listSteps } from "./list-steps";
import { recordDetails, type WorkLook } from "./record-details";
import { retryDocument } from "./retry-document";
import { giveUpStep, runStep } from "./run-step";
import { documentAdded } from "./schema";

const database = useTestDatabase();
const library = libraryFor(database);
const refOf = (reader: Reader, documentId: string) => ({ documentId, ownerId: reader.id });
const stepsOf = async (reader: Reader, documentId: string) => (await listSteps(reader.ctx, reader.scope, [documentId])).get(documentId) ?? [];
const sermon = `# On grace\n\nPaul writes in Rom 8:28 of grace. Grace upon grace is the gift of faith.\n\n# Further\n\nThe trial NCT01234567 says nothing of grace.`;
const look: WorkLook = { register: "Crossref", state: "found", title: "The title", author: "Adams", year: 2001, reason: null };
const paper = "A study of things\n\nhttps://doi.org/10.1000/abc\n\nText that goes on.";

describe("what is found in a ready document", () => {
  it("keeps each reference at its place and passage", async () => {
    const reader = await library.reader();
    const { documentId } = await library.read(reader, "sermon.md", sermon);
    expect(await findDocumentReferences(reader.ctx, refOf(reader, documentId))).toEqual({ status: "done", detail: "2 places" });
    const [first, second] = await readReferences(reader.ctx, reader.scope, { documentId });
    const passages = await readPassages(reader.ctx, reader.scope, { documentId });
    expect(first).toMatchObject({ scheme: "scripture", canonical: "Rom.8.28", passageId: passages[0]?.passageId });
    expect(sermon.slice(first?.start, first?.end)).toBe("Rom 8:28");
    expect(second).toMatchObject({ scheme: "nct", canonical: "NCT01234567", passageId: passages[1]?.passageId });
  });

  it("tells its themes, and says that no model of meanings is set", async () => {
    const reader = await library.reader();
    const { documentId } = await library.read(reader, "sermon.md", sermon);
    await findDocumentThemes(reader.ctx, refOf(reader, documentId));
    await embedDocument(reader.ctx, refOf(reader, documentId));
    expect((await readThemes(reader.ctx, reader.scope, { documentId }))[0]).toEqual({ phrase: "grace", score: 1 });
    const steps = await stepsOf(reader, documentId);
    expect(steps.map(({ step, status }) => `${step} ${status}`)).toEqual([
      "read done",
      "index done",
      "references waiting",
      "themes done",
      "meanings skipped",
      "record waiting",
    ]);
  });

  it("fills in what a register lists of its DOI and the document does not state", async () => {
    const reader = await library.reader();
    const { documentId } = await library.read(reader, "paper.txt", paper);
    const asked: string[] = [];
    await recordDetails(reader.ctx, refOf(reader, documentId), async (doi) => {
      asked.push(doi);
      return look;
    });
    expect(asked).toEqual(["10.1000/abc"]);
    const { metadata } = await getDocument(reader.ctx, reader.scope, { documentId });
    expect(metadata).toMatchObject({ author: "Adams", date: "2001", registered: { register: "Crossref", title: "The title" } });
    expect(metadata.detected).toEqual(expect.arrayContaining(["author", "date"]));
  });

  it.each([
    ["has no DOI", "No identifier at all.", look, "no DOI of its own stands in it"],
    [
      "cannot ask the register",
      paper,
      { ...look, state: "unknown" as const, reason: "Crossref could not be reached." },
      "Crossref could not be reached.",
    ],
  ])("passes the register over when it %s, and says so", async (_what, text, answer, detail) => {
    const reader = await library.reader();
    const { documentId } = await library.read(reader, "a.txt", text);
    expect(await recordDetails(reader.ctx, refOf(reader, documentId), async () => answer)).toEqual({ status: "skipped", detail });
  });

  it("is of no other owner", async () => {
    const [reader, other] = [await library.reader(), await library.reader()];
    const { documentId } = await library.read(reader, "sermon.md", sermon);
    await findDocumentReferences(reader.ctx, refOf(reader, documentId));
    expect(await readReferences(other.ctx, other.scope, { documentId })).toEqual([]);
    expect(await findDocumentThemes(other.ctx, refOf(other, documentId))).toEqual({ status: "gone" });
    expect((await stepsOf(other, documentId)).every(({ status }) => status === "waiting")).toBe(true);
  });

  it("goes with the document", async () => {
    const reader = await library.reader();
    const { documentId } = await library.read(reader, "sermon.md", sermon);
    await findDocumentReferences(reader.ctx, refOf(reader, documentId));
    await findDocumentThemes(reader.ctx, refOf(reader, documentId));
    await deleteDocument(reader.ctx, reader.scope, { documentId }, library.storage);
    const left = await database.db.execute(sql`
      select 1 from document_reference where document_id = ${documentId} union all select 1 from document_theme where document_id = ${documentId}
      union all select 1 from document_step where document_id = ${documentId}`);
    expect(rowsOf(left)).toEqual([]);
  });
});

describe("trying again", () => {
  it("asks anew for a ready document of which a part failed, and is refused when nothing did", async () => {
    const reader = await library.reader();
    const { documentId } = await library.read(reader, "a.txt", "Some text.");
    await expect(retryDocument(reader.ctx, reader.scope, { documentId })).rejects.toThrow(/Nothing/);
    const ref = refOf(reader, documentId);
    await runStep(reader.ctx, ref, "themes", async () => async () => ({ status: "failed", detail: "A reason." }));
    reader.sent.length = 0;
    await retryDocument(reader.ctx, reader.scope, { documentId });
    expect(reader.sent).toEqual([{ name: documentAdded.name, data: ref }]);
    expect(await findDocumentThemes(reader.ctx, ref)).toMatchObject({ status: "done" });
  });
});

describe("a step", () => {
  it("is not run again once it has ended well, and is when it was given up or broke off", async () => {
    const reader = await library.reader();
    const { documentId } = await library.read(reader, "a.txt", "Some text.");
    const ref = refOf(reader, documentId);
    let runs = 0;
    const work = async () => {
      runs += 1;
      return async () => ({ status: "done" as const, detail: `run ${runs}` });
    };
    const breaking = () => Promise.reject(new Error("killed"));
    await expect(runStep(reader.ctx, ref, "themes", breaking)).rejects.toThrow("killed");
    await giveUpStep(reader.ctx, ref, "themes", "It broke off several times.");
    expect((await stepsOf(reader, documentId)).find(({ step }) => step === "themes")).toMatchObject({ status: "failed" });
    expect(await runStep(reader.ctx, ref, "themes", work)).toEqual({ status: "done", detail: "run 1" });
    expect(await runStep(reader.ctx, ref, "themes", work)).toEqual({ status: "done", detail: "run 1" });
    expect(runs).toBe(1);
  });

  it("that was cut off is told as begun once, and its end once", async () => {
    const reader = await library.reader();
    const { documentId } = await library.read(reader, "a.txt", "Some text.");
    const ref = refOf(reader, documentId);
    for (const _kill of [1, 2]) await expect(runStep(reader.ctx, ref, "themes", () => Promise.reject(new Error("killed")))).rejects.toThrow("killed");
    await runStep(reader.ctx, ref, "themes", async () => async () => ({ status: "done", detail: "" }));
    const told = rowsOf<{ status: string }>(
      await database.db.execute(sql`
        select body->>'status' as status from stream_event
        where type = 'document.step' and body->>'documentId' = ${documentId} and body->>'step' = 'themes' order by seq`),
    );
    expect(told.map(({ status }) => status)).toEqual(["running", "done"]);
  });
});
