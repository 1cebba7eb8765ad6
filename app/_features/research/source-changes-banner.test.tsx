import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { SourceChange } from "@/server/research/verification/schema";
import { SourceChangesBanner } from "./source-changes-banner";

const change = (given: Partial<SourceChange>): SourceChange => ({
  id: `${given.number}`,
  sourceId: `s${given.number}`,
  number: 1,
  title: "A trial",
  kind: "corrected",
  detail: { before: null, after: null, notice: null, quotes: null },
  statement: "It was corrected.",
  cited: true,
  categories: ["pharmacokinetics"],
  at: "2026-10-03T00:00:00Z",
  ...given,
});
const shown = (...changes: SourceChange[]) =>
  renderToStaticMarkup(<SourceChangesBanner requestId="r" changes={changes} slug="pharmacokinetics" />).replace(/<[^>]+>/g, " ");

test("nothing is said while every cited source is as it was", () => {
  expect(shown()).toBe("");
  expect(shown(change({ cited: false }), change({ kind: "returned" }))).toBe("");
});

test("a retraction comes first and is said in the title", () => {
  const words = shown(
    change({ number: 2 }),
    change({ number: 7, kind: "retracted", title: "The withdrawn one", statement: "It was retracted on 3 October." }),
  );
  expect(words).toContain("A source that this edition cites was retracted.");
  expect(words.indexOf("The withdrawn one")).toBeLessThan(words.indexOf("A trial"));
  expect(words).toContain("The text is kept as it was.");
});

test("of many the gravest are named and the rest counted", () => {
  const words = shown(...[1, 2, 3, 4, 5].map((number) => change({ number, kind: "changed" })));
  expect(words).toContain("5 sources that this edition cites are not as they were.");
  expect(words).toContain("2 more stand with the sources.");
});
