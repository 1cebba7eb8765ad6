import { describe, expect, it } from "vitest";
import { excerpt, neighbour, nothingFound, optionGroups } from "./search-options";

const labels = (query: string, role: "user" | "admin" = "user") =>
  optionGroups(query, nothingFound, role).flatMap(({ options }) => options.map(({ title }) => title));

describe("what is offered", () => {
  it("are the pages that may be entered, and of those the ones that a query names", () => {
    expect(labels("")).toEqual(["Research", "New request", "Library", "Chat"]);
    expect(labels("", "admin")).toContain("Admin");
    expect(labels("admin")).toEqual([]);
    expect(labels("LIBR")).toEqual(["Library"]);
  });

  it("are groups in one order, without the empty ones, each option with its way", () => {
    const found = {
      documents: [{ documentId: "d1", title: "A label", fileName: "label.pdf" }],
      passages: [
        {
          passageId: 7,
          documentId: "d1",
          documentTitle: "A label",
          page: 3,
          start: 10,
          end: 40,
          text: "The dose is halved.",
          marks: [{ start: 4, end: 8 }],
        },
      ],
      requests: [
        { id: "r1", subject: "metformin", packName: "Pharma", isEnded: true },
        { id: "r2", subject: "metformin", packName: "Pharma", isEnded: false },
      ],
      conversations: [{ id: "c1", title: "Doses", questions: 1 }],
    };
    const groups = optionGroups("dose", found, "user");
    expect(groups.map(({ label }) => label)).toEqual(["Documents", "Passages", "Editions", "Conversations"]);
    expect(groups.flatMap(({ options }) => options.map(({ href }) => href))).toEqual([
      "/library/d1",
      "/library/d1?start=10&end=40#passage",
      "/research/r1",
      "/research/r2",
      "/chat/c1",
    ]);
    expect(groups[1]?.options[0]).toMatchObject({ title: "The dose is halved.", detail: "A label, page 3" });
  });
});

describe("an excerpt", () => {
  it("begins a little before its place, between words, and says where it is cut", () => {
    const text = `${"word ".repeat(40)}target ${"more ".repeat(40)}`;
    expect(excerpt(text, text.indexOf("target"))).toMatch(/^… word .*target.* more …$/);
    expect(excerpt("Short\ntext.", 0)).toBe("Short text.");
    expect(excerpt("薬".repeat(300), 200)).toContain("薬");
  });
});

describe("the neighbour of an option", () => {
  it("goes round the ends, and begins at the end that is gone towards", () => {
    const ids = ["a", "b", "c"];
    expect([neighbour(ids, null, 1), neighbour(ids, null, -1), neighbour(ids, "c", 1), neighbour(ids, "a", -1), neighbour(ids, "gone", 1)]).toEqual([
      "a",
      "c",
      "a",
      "c",
      "a",
    ]);
    expect(neighbour([], null, 1)).toBeNull();
  });
});
