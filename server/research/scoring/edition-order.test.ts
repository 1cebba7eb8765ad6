// Who arrives first changes nothing: the same documents added in another order give the same edition, byte for byte, but for ids and times.
import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { editionsFor } from "../editions/testing";
import { witnesses } from "../testing";

const test = useTestDatabase();
const editions = editionsFor(test);

const files: Record<string, string> = {
  ...witnesses,
  "third.md":
    "---\ntitle: Celandrin review\ndate: 2019\ntier: 3\n---\n# Celandrin\n\nThe elimination half-life of celandrin in plasma is about 14 hours.\n\nThe maximum daily dose of celandrin is 60 mg.\n",
};

/** The edition with ids told by what they name, and without times and durations. */
function bytes(edition: Awaited<ReturnType<typeof editions.run>>): string {
  const names = new Map(edition.sources.map((source) => [source.id, source.identity.value]));
  const timed = /^(?:at|.*At|durationMs|waitedMs|ms|seq|requestId|documentId|href|passageId)$/;
  const text = JSON.stringify({ categories: edition.categories, sources: edition.sources, totals: edition.totals }, (key, value: unknown) =>
    timed.test(key) ? undefined : value,
  );
  // What has no name of its own is numbered as it is met.
  const met = new Map<string, string>();
  return text.replace(/\b[0-9A-HJKMNP-TV-Z]{26}\b/g, (id) => {
    const named = names.get(id) ?? met.get(id) ?? `id ${met.size}`;
    met.set(id, named);
    return named;
  });
}

describe("an edition", () => {
  it("is the same whichever document was added first", async () => {
    const inOrder = await editions.run(await editions.reader(files));
    const reversed = await editions.run(await editions.reader(Object.fromEntries(Object.entries(files).reverse())));
    expect(inOrder.categories.flatMap(({ conflicts }) => conflicts).length).toBeGreaterThan(0);
    expect(bytes(reversed)).toBe(bytes(inOrder));
  });
});
