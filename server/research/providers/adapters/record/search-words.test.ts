import { describe, expect, it } from "vitest";
import { searchQuery, searchWords } from "./search-words";
import { question } from "./testing";

const quoted = (text: string) => `"${text}"`;
const query = (subject: string, aliases: string[] = [], terms: string[] = ["half-life"]) => {
  const words = searchWords(question({ subject, aliases, terms }));
  return words ? searchQuery(words, quoted) : null;
};

describe("words of a literature search", () => {
  it("join names and topics", () => {
    expect(query("Metformin", ["Glucophage", "metformin"])).toBe('("metformin" OR "glucophage") AND ("half-life")');
    expect(query("Metformin", [], [])).toBe('("metformin")');
  });

  it("take the telling words of a question, not the question", () => {
    expect(query("Does metformin reduce mortality in type 2 diabetes?", [], [])).toBe(
      '(("metformin" AND "reduce" AND "mortality" AND "type" AND "diabetes"))',
    );
  });

  it("let no operator through", () => {
    expect(query('x"[All Fields] OR (cancer) -', [], [])).toBe('(("all" AND "fields" AND "cancer"))');
    expect(query("?!")).toBeNull();
  });
});
