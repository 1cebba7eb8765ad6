import { expect, test } from "vitest";
import { documentBlocks, leafAt, leavesOf } from "./document-blocks";
import { tableRows } from "./document-table";

const set = (text: string, pageStarts: readonly number[] | null = null) =>
  documentBlocks(text, { pageStarts }).map((block) => [block.kind, text.slice(block.start, block.end)]);

test("paragraphs stand between empty lines, headings lose their marks and keep their place", () => {
  expect(set("## Absorption\n\nThe bioavailability\nis 50%.\n\n\nSecond.")).toEqual([
    ["heading", "Absorption"],
    ["paragraph", "The bioavailability\nis 50%."],
    ["paragraph", "Second."],
  ]);
});

test("a short line in capitals is a heading, a sentence in capitals is none", () => {
  expect(set("4.1 THERAPEUTIC INDICATIONS\n\nDO NOT CRUSH.")).toEqual([
    ["heading", "4.1 THERAPEUTIC INDICATIONS"],
    ["paragraph", "DO NOT CRUSH."],
  ]);
});

test("a line that its file makes a heading is one, however it is written", () => {
  const text = "Of the half-life\n\nIt is long.";
  expect(documentBlocks(text, { pageStarts: null, headings: [0] }).map((block) => block.kind)).toEqual(["heading", "paragraph"]);
});

test("points and verses keep their lines", () => {
  expect(set("- one\n- two\n\n1. first\n2. second").map(([kind]) => kind)).toEqual(["lines", "lines"]);
});

test("a table is told by its bars, and each cell by its place", () => {
  const text = "Before.\n\n| form | strengths |\n|---|---|\n| tablet | 500 mg, 850 mg |\n";
  const table = documentBlocks(text, { pageStarts: null })[1];
  expect(table?.kind).toBe("table");
  expect(table && tableRows(text, table).map((row) => row.map((cell) => text.slice(cell.start, cell.end)))).toEqual([
    ["form", "strengths"],
    ["tablet", "500 mg, 850 mg"],
  ]);
});

test("what a file states about itself is a block of its own", () => {
  expect(set("---\ntitle: A\n---\n\nText.")).toEqual([
    ["front", "title: A"],
    ["paragraph", "Text."],
  ]);
});

test("a page begins at its offset, in the middle of a line too, and is told by its first block", () => {
  const text = "First page ends here second page.\n\nMore.";
  const blocks = documentBlocks(text, { pageStarts: [0, 21] });
  expect(blocks.map((block) => [block.page, text.slice(block.start, block.end)])).toEqual([
    [1, "First page ends here"],
    [2, "second page."],
    [undefined, "More."],
  ]);
});

test("no character but white space and markup is lost, whatever the line ends are", () => {
  const text = "# Title\r\n\r\nOne two.\r\n\r\n\r\n  Three.  \r\n";
  const shown = documentBlocks(text, { pageStarts: null }).map((block) => text.slice(block.start, block.end));
  expect(shown.join(" ")).toBe("Title One two. Three.");
});

test("a long text is cut between blocks, and every offset has its leaf", () => {
  const text = Array.from({ length: 500 }, (_, index) => `${index} ${"word ".repeat(60)}`).join("\n\n");
  const leaves = leavesOf(documentBlocks(text, { pageStarts: null }));
  expect(leaves.length).toBeGreaterThan(2);
  expect(leaves.flatMap((leaf) => leaf.blocks)).toHaveLength(500);
  const offset = text.indexOf("\n\n300 ") + 2;
  expect(leafAt(leaves, offset)?.blocks.some((block) => block.start <= offset && offset < block.end)).toBe(true);
});

test("a text without empty lines is cut at blanks, and nothing of it is lost", () => {
  const text = "word ".repeat(20_000).trim();
  const blocks = documentBlocks(text, { pageStarts: null });
  expect(blocks.length).toBeGreaterThan(4);
  expect(blocks.map((block) => text.slice(block.start, block.end)).join("")).toBe(text);
  expect(blocks.slice(0, -1).every((block) => text.charAt(block.end - 1) === " ")).toBe(true);
  expect(documentBlocks("x".repeat(50_000), { pageStarts: null }).map((block) => block.end - block.start)).toEqual([20_000, 20_000, 10_000]);
});

test("a million blanks without a line end are looked through once, and stand in no block", () => {
  const text = `One.${" ".repeat(1_000_000)}Two.\n \n${"\t".repeat(1_000_000)}`;
  expect(documentBlocks(text, { pageStarts: null }).at(-1)).toMatchObject({ kind: "paragraph", end: text.indexOf("\n") });
});
