import { describe, expect, it } from "vitest";
import { factSchema } from "../../categories/schema";
import { extractClaims } from "./extract";
import { concerns, isAbout, isSubjectItself } from "./subject";

const names = ["zelorin", "Zelorex"];
const label = `Zelorin: prescribing information\n\n${"Zelorin is given by mouth. ".repeat(8)}The half-life is 12 hours. Tamoxaban has a half-life of 40 hours.`;
const other = `Tamoxaban: prescribing information\n\n${"Tamoxaban is given by mouth. ".repeat(40)}The half-life is 40 hours. Tamoxaban was compared with zelorin.`;
const facts = [
  factSchema.parse({ name: "half_life", label: "Half-life", kind: "quantity", unit: "h", synonyms: ["half-life"] }),
  factSchema.parse({
    name: "partner",
    label: "Partner",
    kind: "set",
    synonyms: ["coadministration"],
    values: [
      { value: "zelorin", synonyms: [] },
      { value: "aspirin", synonyms: [] },
    ],
  }),
];
const read = (text: string, title?: string): string[] =>
  extractClaims({ text, start: 0, end: text.length, facts, subject: names, ...(title === undefined ? {} : { title }) }).map(({ value }) =>
    value.kind === "quantity" ? `${value.value} ${value.unit}` : value.kind === "term" ? value.value : "",
  );

describe("what a text is about", () => {
  it("is told by its opening, or by a name that returns all through, not by a comparator named here and there", () => {
    expect(isAbout(label, names)).toBe(true);
    expect(isAbout(other, names)).toBe(false);
    expect(isAbout(`${"A long preface without a name. ".repeat(20)}${"Zelorin again and again. ".repeat(20)}`, names)).toBe(true);
  });

  it("takes both things of a question of two for the subject, in any order", () => {
    const topic = ["sleep and gout"];
    expect(concerns("Gout was more frequent after short sleep.", "", topic)).toBe(true);
    expect(concerns("Gout was more frequent in men.", "", topic)).toBe(false);
    expect(concerns("Lomb lenses are made by Bausch.", "", ["Bausch Lomb"])).toBe(false);
  });

  it("lets its sentences speak of the subject without the name, unless they begin with another drug", () => {
    expect(concerns("The half-life is 12 hours.", label, names)).toBe(true);
    expect(concerns("Tamoxaban has a half-life of 40 hours.", label, names)).toBe(false);
    expect(concerns("Coadministration with tamoxaban raised the level of zelorin.", other, names)).toBe(true);
    expect(concerns("The half-life is 40 hours.", other, names)).toBe(false);
    expect(concerns("The half-life is 40 hours.", other, [])).toBe(true);
  });

  it("may be told by the title alone", () => {
    const text = "The half-life is 12 hours.";
    expect(read(text)).toEqual([]);
    expect(read(text, "Zelorin, a review")).toEqual(["12 h"]);
  });
});

describe("claims about a subject", () => {
  it("leave another drug's values out", () => {
    expect(read(label)).toEqual(["12 h"]);
    expect(read(other)).toEqual([]);
  });

  it("never make it a member of its own list", () => {
    expect(isSubjectItself("ZELOREX", names)).toBe(true);
    expect(read("Coadministration of zelorin with aspirin is common.")).toEqual(["aspirin"]);
  });
});
