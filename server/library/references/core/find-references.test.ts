import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { referenceSchema } from "../schema";
import { findReferences } from "./find-references";
import { findPassages } from "./scripture";

const read = (text: string, language?: string) => findReferences(text, language ? { language } : {}).map(({ kind, value }) => `${kind} ${value}`);
const osis = (text: string) => findPassages(text).map((passage) => passage.osis);

describe("references in prose", () => {
  it("give each part of a list its own place, with offsets in the original", () => {
    const text = "Siehe – see Rom. viii. 28-30, 35; ix. 1 on this.";
    expect(findReferences(text).map((one) => [one.value, text.slice(one.start, one.end)])).toEqual([
      ["Rom.8.28-Rom.8.30", "Rom. viii. 28-30"],
      ["Rom.8.35", "35"],
      ["Rom.9.1", "ix. 1"],
    ]);
  });

  it.each([
    "Mark 5 items as read",
    "We have Job 2 openings",
    "Numbers 5 to 10 mg",
    "he is 40 years old",
    "I am 5 minutes late",
    "the ratio is 3:1",
    "so 3 times",
    "acts 2 times",
    "Table 3.5 shows it",
    "Titus 3 years old",
  ])("are not seen in %j", (text) => {
    expect(osis(`On this day ${text}, said the clerk.`)).toEqual([]);
  });

  it.each([
    ["In Mark 5 a man cries out.", "Mark.5"],
    ["Acts 2 tells of it.", "Acts.2"],
    ["There are 12 names in Mark 3 and 5 loaves elsewhere.", "Mark.3"],
    ["It is in Jude 5, they say.", "Jude.1.5"],
    ["as 1QS does, and Tob 4:15 too", "Tob.4.15"],
  ])("are seen in %j", (text, expected) => {
    expect(osis(text)).toEqual([expected]);
  });

  it("continue the reference before them, when it stands near", () => {
    expect(osis("In Rom 8:28 he writes of purpose; in v. 30 of calling, and ch. 9 follows.")).toEqual(["Rom.8.28", "Rom.8.30", "Rom.9"]);
    expect(osis(`Rom 8:28 is cited.\n\nv. 30 stands in another paragraph`)).toEqual(["Rom.8.28"]);
    expect(osis("In v. 5 nothing is named before.")).toEqual([]);
  });

  it("are read as their language writes them", () => {
    expect(read("Vgl. Röm 8,28.30 und Ps 23,1-3.", "de")).toEqual(["scripture Rom.8.28", "scripture Rom.8.30", "scripture Ps.23.1-Ps.23.3"]);
    expect(read("Voir Jn 3,16 et Rm 8,28.", "fr")).toEqual(["scripture John.3.16", "scripture Rom.8.28"]);
  });

  it("name articles, trials and labels by their identifiers, without the punctuation around them", () => {
    const text = "(doi:10.1016/S0140-6736(98)07037-8). PMID: 9742977; PMC1234567, NCT00123456 since 2024-01-05.";
    expect(read(text)).toEqual(["doi 10.1016/s0140-6736(98)07037-8", "pmid 9742977", "pmcid PMC1234567", "nct NCT00123456"]);
  });

  it("name laws in one form", () => {
    expect(read("21 C.F.R. § 314.50(d)(1), 42 U.S.C. 1395w-4, Regulation (EC) No 726/2004, Directive 2001/83/EC, CELEX 32017R0745")).toEqual([
      "law 21 CFR 314.50(d)(1)",
      "law 42 USC 1395w-4",
      "law CELEX 32004R0726",
      "law CELEX 32001L0083",
      "law CELEX 32017R0745",
    ]);
  });

  it("name classical works by author, work and place", () => {
    expect(
      read("Plato, Rep. 514a; Aug. Conf. 8.12 = Augustine, Confessions VIII, 12; ST I, q. 2, a. 3; Josephus, Ant. 18.63-64; Iliad 6.146"),
    ).toEqual([
      "classical Plato, Republic 514a",
      "classical Augustine, Confessions 8.12",
      "classical Augustine, Confessions 8.12",
      "classical Aquinas, Summa Theologiae I, q. 2, a. 3",
      "classical Josephus, Jewish Antiquities 18.63-64",
      "classical Homer, Iliad 6.146",
    ]);
  });

  it("are read from long and hostile texts as from short ones", () => {
    const filler = `${"word ".repeat(900)}. `;
    const text = `${filler}See Rom 8:28.${" more".repeat(900)} and Jude 5.\n\n${"Ps 1 (".repeat(4000)}\n\nLast, John 3:16.`;
    const found = findReferences(text);
    expect(found.map(({ value }) => value)).toEqual(expect.arrayContaining(["Rom.8.28", "Jude.1.5", "John.3.16"]));
    for (const { start, end } of found) expect(text.slice(start, end)).toMatch(/\d$/);
  });

  it("stand in order, do not overlap and lie inside any text", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "Rom 8:28",
        "Ps 22(21)",
        "Rom. viii. 28f.",
        "v. 5",
        "10.1000/a(b)c",
        "Mt 5,3-12",
        "ST I, q. 2",
        "21 CFR 314.50",
        "\u{1d400}",
        "\n\n",
        "; ",
      ),
      fc.string({ unit: "grapheme", maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join(" ");
        let last = 0;
        for (const reference of findReferences(text)) {
          referenceSchema.parse(reference);
          expect(reference.start).toBeGreaterThanOrEqual(last);
          expect(reference.end).toBeGreaterThan(reference.start);
          expect(reference.end).toBeLessThanOrEqual(text.length);
          last = reference.end;
        }
      }),
      { numRuns: 150 },
    );
  });
});
