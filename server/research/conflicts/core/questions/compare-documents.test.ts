import { describe, expect, it } from "vitest";
import { compareDocuments } from "./compare-documents";
import { readQuestion } from "./read-question";

const differ = (question: string, ...texts: string[]) => compareDocuments(question, texts).differing.map((pair) => pair.join());
const best = (question: string, text: string) => {
  const [answer] = compareDocuments(question, [text]).answers[0] ?? [];
  return answer ? text.slice(answer.start, answer.end) : null;
};

describe("a question", () => {
  it.each([
    ["When was Ada Brink born?", "date"],
    ["What year was the hall opened?", "date"],
    ["How many students attend Elm College?", "number"],
    ["What is the population of Elm?", "number"],
    ["Who directed The Glass Orchard?", "person"],
    ["In which country is the Okra Desert?", "place"],
    ["Where was Ada Brink born?", "place"],
    ["Did the mine close before 1950?", "boolean"],
    ["What genre is the band Quiet Engines?", "term"],
  ])("%s asks for a %s", (question, kind) => {
    expect(readQuestion(question).kind).toBe(kind);
  });
});

describe("documents that answer a question", () => {
  it("are looked through once, however many blanks stand in a line", () => {
    const blanks = " ".repeat(500_000);
    expect(best("What is the weight of Elm?", `${blanks}x\nWeight of Elm:${blanks}680 g\n${blanks}`)).toMatch(/680/);
  });

  it("differ when what they answer differs, and only then", () => {
    const question = "What is the population of Elm?";
    expect(
      differ(question, "Elm had a population of 4,210 in 2011.", "Elm is a town with 4210 inhabitants.", "Elm has a population of 6,900."),
    ).toEqual(["0,2", "1,2"]);
  });

  it("agree over units, precision and shorter names", () => {
    expect(differ("How long is the Tarn Railway?", "The Tarn Railway is 24 km long.", "The Tarn Railway has a length of 15 miles.")).toEqual([]);
    expect(differ("When was Ada Brink born?", "Ada Brink was born on 4 May 1902.", "Ada Brink, born in 1902, sang.")).toEqual([]);
    expect(differ("Who wrote Salt Road?", "Salt Road was written by Edda Morrow.", "Morrow wrote Salt Road in winter.")).toEqual([]);
  });

  it("say yes and no by their negation", () => {
    expect(differ("Is the Oren bridge open to cars?", "The Oren bridge is open to cars.", "The Oren bridge is not open to cars.")).toEqual(["0,1"]);
  });

  it("are not those that speak of something else, or of the subject without answering", () => {
    expect(best("When was Ada Brink born?", "The ferry leaves at noon on 4 May 1902.")).toBeNull();
    expect(best("When was Ada Brink born?", "Ada Brink exhibited in 1999.")).toBeNull();
    expect(differ("What is the population of Elm?", "Elm has a population of 4,210.", "The church of Elm has a low tower.")).toEqual([]);
  });

  it("answer with the words that stand nearest to what is asked", () => {
    expect(best("When did Ada Brink die?", "Ada Brink (4 May 1902 – 7 June 1980) was a singer.")).toBe("7 June 1980");
    expect(best("Who is the coach of the Hawks?", "The Hawks play at Kemp Arena; Dale Merrick has been the coach of the Hawks since 2010.")).toBe(
      "Dale Merrick",
    );
    expect(best("What position does Ivo Lenn play?", "Ivo Lenn is a Slovenian footballer who plays as a goalkeeper for Koper.")).toBe("goalkeeper");
  });

  it("answer in labels, tables and rows as well as in sentences", () => {
    expect(best("What is the weight of the Oren P2 camera?", "Oren P2\nSensor | 24 megapixels\nWeight | 612 g with battery")).toBe("612 g");
    expect(best("What was the attendance at the Elm Fair in 2018?", "Elm Fair\nYear | Visitors | Rain\n2017 | 900 | 3 mm\n2018 | 1,450 | none")).toBe(
      "1,450",
    );
    expect(best("Which team won the Elm League in 1987?", "Elm League, winners\n1986 Brod Rovers\n1987 Koper Town")).toBe("Koper Town");
    expect(differ("Who built the organ of Elm?", "The organ of Elm\nBuilder: Ivo Lenn", "In Elm the organ was built by Dale Merrick.")).toEqual([
      "0,1",
    ]);
  });

  it("say one thing in other measures, forms and names", () => {
    expect(differ("How tall is Ivo Lenn?", "Ivo Lenn is 6 ft 4 in tall.", "Ivo Lenn has a height of 193 cm.")).toEqual([]);
    expect(differ("How often is velorin given?", "Velorin is given every 6 months.", "Velorin is given twice a year.")).toEqual([]);
    expect(differ("How often is velorin given?", "Velorin is given every 6 months.", "Velorin is given every 4 weeks.")).toEqual(["0,1"]);
    expect(differ("Who founded Oren Aid?", "Oren Aid was founded by Jean-Henri Brink.", "Henri Brink founded Oren Aid in 1863.")).toEqual([]);
    expect(
      differ("Who succeeded Abbot Lenn?", "After Abbot Lenn they elected Karl Ott, who took the name Benno III.", "Benno III succeeded Abbot Lenn."),
    ).toEqual([]);
  });

  it("are told apart by the kind of thing that is asked for", () => {
    expect(best("Which enzyme does velorin inhibit?", "Velorin acts in the gut by inhibition of oxal reductase, the enzyme of the first step.")).toBe(
      "oxal reductase",
    );
    expect(differ("Which nerve is compressed?", "The median nerve is compressed at the wrist.", "The ulnar nerve is compressed there.")).toEqual([
      "0,1",
    ]);
    expect(best("What does MS stand for?", "The letter gives MS (mitral stenosis) as the cause.")).toBe("mitral stenosis");
    expect(best("Who painted The Salt Girl?", "The Salt Girl was painted in Brod by the Dutch artist Edda Morrow.")).toBe("Edda Morrow");
  });

  it("do not depend on their order", () => {
    const texts = ["Elm has a population of 4,210.", "Elm has 6,900 inhabitants.", "Nothing here."];
    const question = "What is the population of Elm?";
    expect(differ(question, ...texts)).toHaveLength(1);
    expect(differ(question, ...texts.toReversed())).toHaveLength(1);
  });
});
