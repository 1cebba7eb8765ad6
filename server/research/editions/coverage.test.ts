import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { setEnvironment } from "@/server/platform/config";
import type { ProgressEvent } from "@/server/progress/schema";
import { readEvents } from "@/server/progress/watch";
import { type RunEventBody, type RunEventType, runEventBodies } from "../requests/run-events";
import type { Edition } from "./schema";
import { editionsFor } from "./testing";

const test = useTestDatabase();
const editions = editionsFor(test);
const nobody = "http://127.0.0.1:6";
let edition: Edition;
let events: ProgressEvent[];

beforeAll(async () => {
  setEnvironment({ OPENFDA_BASE_URL: nobody });
  const reader = await editions.reader();
  const id = await editions.research.submit(reader.ctx, { providers: ["library", "openfda"] });
  edition = await editions.ended(reader, id);
  events = await readEvents(test.db, `request:${id}`, 0, 500);
});

/** What the log says of a category, by type. */
function logged<T extends RunEventType>(type: T, slug: string): RunEventBody<T>[] {
  const bodies = events.filter((event) => event.type === type).map((event) => runEventBodies[type].parse(event.body) as RunEventBody<T>);
  return bodies.filter((body) => "category" in body && body.category.slug === slug);
}

describe("the coverage of every category", () => {
  it("asks whom the log says was asked, and finds and misses what the log says came", () => {
    for (const { slug, coverage } of edition.categories) {
      const answered = logged("provider.answered", slug);
      const failed = answered.filter(({ status }) => status === "failed" || status === "refused").map(({ provider }) => provider);
      const found = answered.filter(({ sources, provider }) => sources > 0 && !failed.includes(provider));
      expect([slug, coverage?.asked.toSorted()]).toEqual([
        slug,
        logged("provider.asked", slug)
          .map(({ provider }) => provider)
          .sort(),
      ]);
      expect(coverage?.found).toEqual(found.map(({ provider, sources }) => ({ provider, sources })));
      expect(coverage?.blocked.map(({ provider }) => provider)).toEqual(failed);
      expect(coverage?.empty).toEqual(answered.filter(({ sources, status }) => sources === 0 && status === "ok").map(({ provider }) => provider));
    }
  });

  it("has every provider of the request in exactly one of its lists, and no query that nobody asked", () => {
    for (const { coverage } of edition.categories) {
      const { found = [], empty = [], blocked = [], skipped = [], asked = [], queries = [] } = coverage ?? {};
      const all = [...found.map((each) => each.provider), ...empty, ...blocked.map((each) => each.provider), ...skipped.map((each) => each.provider)];
      expect(all.toSorted()).toEqual(edition.request.providers.toSorted());
      expect(asked.length).toBe(found.length + empty.length + blocked.length);
      expect(queries.length > 0).toBe(found.length + empty.length > 0);
    }
  });

  it("ends as the log says it ended, with the sources, sentences and claims that the log counts", () => {
    for (const category of edition.categories) {
      const [end] = logged("category.ended", category.slug);
      expect(end).toMatchObject({ outcome: category.outcome, sources: category.sourceCount, independent: category.independentCount });
      expect(logged("claims.extracted", category.slug)[0]?.claims).toBe(category.claims.length);
      expect(logged("conflict.found", category.slug)).toHaveLength(category.conflicts.length);
      const written = logged("text.written", category.slug)[0];
      expect(written).toMatchObject({ sentences: category.summary.sentences.length, withheld: category.summary.withheld });
    }
    expect(new Set(edition.categories.map(({ outcome }) => outcome))).toEqual(new Set(["found", "nothing_found"]));
  });
});
