import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateRange, parseQuery } from "./parse-query";

const known = { kinds: ["general", "label", "paper"] };
const parse = (query: string) => parseQuery(query, known);

describe("a query", () => {
  it("is words, and words only, where it has no other part", () => {
    expect(parse("renal clearance of metformin")).toMatchObject({ words: "renal clearance of metformin", phrases: [], excluded: [], notes: [] });
  });

  it("has phrases in straight, curly and low quotation marks, whose words are ranked by too", () => {
    expect(parse('"lactic acidosis" risk')).toMatchObject({ words: "lactic acidosis risk", phrases: ["lactic acidosis"] });
    expect(parse("„akutes Nierenversagen“")).toMatchObject({ phrases: ["akutes Nierenversagen"] });
    expect(parse("“糖尿病”")).toMatchObject({ phrases: ["糖尿病"], notes: [] });
  });

  it("excludes words and phrases after a minus, but not after a hyphen", () => {
    expect(parse('dose -children -"renal failure"')).toMatchObject({ words: "dose", excluded: ["children", "renal failure"] });
    expect(parse("half-life well-known 5 - 3")).toMatchObject({ words: "half-life well-known 5 - 3", excluded: [] });
  });

  it("has fields, with and without quotation marks, in any case", () => {
    expect(parse('KIND:label kind:paper collection:"My papers" lang:EN dose')).toMatchObject({
      words: "dose",
      kinds: ["label", "paper"],
      collections: ["My papers"],
      languages: ["en"],
      notes: [],
    });
    expect(parse("before:2018 after:2010-04").before).toEqual({ first: "2018-01-01", last: "2018-12-31" });
    expect(parse("before:2018 after:2010-04").after).toEqual({ first: "2010-04-01", last: "2010-04-30" });
  });

  it("has references, of scripture and of other kinds", () => {
    expect(parse('ref:"Rom 8:28-30" hope')).toMatchObject({ words: "hope", references: ["Rom.8.28-Rom.8.30"] });
    expect(parse("ref:NCT01243424").references).toEqual(["NCT01243424"]);
  });

  it("is itself a reference where it is nothing else", () => {
    expect(parse("Rom 8:28").isReference).toEqual(["Rom.8.28"]);
    expect(parse("Romans 8").isReference).toEqual(["Rom.8"]);
    expect(parse("Rom 8:28 and hope").isReference).toEqual([]);
    expect(parse("metformin").isReference).toEqual([]);
  });

  it.each([
    ["kind:novel dose", "kind novel dose", "kind:novel was searched as words: kinds are general, label, paper."],
    ["before:soon", "before soon", "before:soon was searched as words: a date is a year, a month or a day, such as 2018, 2018-04 or 2018-04-30."],
    ["lang:english", "lang english", "lang:english was searched as words: a language is a code such as en or el."],
    ["ref:nowhere", "ref nowhere", "ref:nowhere was searched as words: no reference was recognised in it."],
    ["-kind:label", "kind label", "-kind:label was searched as words: fields cannot be excluded."],
    ['an "open phrase', "an open phrase", "A quotation mark without its second one was passed over."],
    ['dose "?!"', "dose ?!", "Quotation marks with no word between them were passed over."],
  ])("says of %s that a part of it was searched as words", (query, words, note) => {
    expect(parse(query)).toMatchObject({ words, notes: [note] });
  });

  it("leaves alone what merely has a colon", () => {
    expect(parse("doi:10.1000/x https://example.org ratio 3:1")).toMatchObject({ words: "doi:10.1000/x https://example.org ratio 3:1", notes: [] });
  });

  it("is read whatever it is, and loses no word of those that are no field", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 10 }), (words) => {
        expect(parse(words.join(" ")).words).toBe(words.join(" "));
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (query) => {
        expect(typeof parse(query).words).toBe("string");
      }),
    );
  });
});

describe("a date", () => {
  it.each([
    ["2020-02", { first: "2020-02-01", last: "2020-02-29" }],
    ["2021-02-28", { first: "2021-02-28", last: "2021-02-28" }],
    ["2021-02-29", null],
    ["2021-13", null],
    ["21", null],
  ])("%s spans from its first to its last day", (date, range) => expect(dateRange(date)).toEqual(range));
});
