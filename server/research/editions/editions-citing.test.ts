import { expect, it } from "vitest";
import { documents } from "@/db/schema/library";
import { useTestDatabase } from "@/db/testing";
import { ownerScope } from "@/server/platform/context";
import { editionsCiting } from "./editions-citing";
import { editionsFor } from "./testing";

const test = useTestDatabase();
const editions = editionsFor(test);

it("the sentences that cite a file are listed with their numbers, for their owner alone", async () => {
  const reader = await editions.reader();
  const edition = await editions.run(reader);
  const printed = edition.categories.flatMap((category) =>
    category.summary.sentences.map((sentence, index) => ({
      slug: category.slug,
      number: index + 1,
      text: sentence.text,
      citations: sentence.citations,
    })),
  );
  const sources = new Map(edition.sources.map((source) => [source.id, source.documentId]));
  const files = await test.db.select({ hash: documents.hash, ownerId: documents.ownerId }).from(documents);
  const own = files.filter((file) => file.ownerId === reader.id);
  let cited = 0;
  for (const { hash } of own) {
    const expected = printed.filter((sentence) => sentence.citations.some((citation) => sources.get(citation.sourceId) === hash));
    const { editions: citing, more } = await editionsCiting(reader.ctx, ownerScope(reader.id), { hash });
    expect(citing.flatMap((one) => one.sentences.map(({ slug, sentence, text }) => ({ slug, number: sentence, text })))).toEqual(
      expected.map(({ slug, number, text }) => ({ slug, number, text })),
    );
    expect({ ids: citing.map((one) => one.requestId), more }).toEqual({ ids: expected.length > 0 ? [edition.request.id] : [], more: false });
    cited += expected.length;
    const other = await editions.research.account();
    expect((await editionsCiting(reader.ctx, ownerScope(other.id), { hash })).editions).toEqual([]);
  }
  expect(cited).toBeGreaterThan(0);
});
