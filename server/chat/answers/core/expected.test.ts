import { describe, expect, it } from "vitest";
import { candidatesOf } from "./candidates";
import { conceptsOf } from "./concepts";
import { canAnswer, expectedBy } from "./expected";
import { isOnlyModifier } from "./head-noun";
import { foreignLanguage } from "./language";
import { wordsOf } from "./question";
import type { Stretch } from "./stretch";

describe("the kind of answer a question waits for", () => {
  it.each([
    ["When was celandrin approved?", "Celandrin was approved on 3 March 1995.", true],
    ["When was celandrin approved?", "Celandrin was approved in adults.", false],
    ["When should the dose be reduced?", "The dose is reduced in renal impairment.", true],
    ["How many patients took part?", "In all 753 patients were assigned.", true],
    ["How many patients took part?", "Patients were assigned to celandrin or placebo.", false],
    ["How many patients took part?", "Nausea was reported with CYP3A4 inhibitors in chapter 8:28.", false],
    ["How many deaths did the trial count?", "The 537 patients given celandrin were at a higher risk of death.", false],
    ["How many deaths did the trial count?", "Of the patients, 14 died; 12 deaths were of old age.", true],
    ["How many deaths did the trial count?", "The number of deaths was 14 in the first year.", true],
    ["How many women took part?", "In all 753 patients were assigned.", false],
    ["How old is the manuscript?", "In 8:28 the manuscript P46 reads otherwise.", false],
    ["How old is the manuscript?", "The manuscript is of the fourth century.", true],
    ["How old must a child be?", "It is given to children from 10 years of age.", true],
    ["Who wrote the letter?", "The letter was written by Tertius.", true],
    ["Who wrote the letter?", "The letter was written in winter.", false],
    ["Who should not take celandrin?", "It is not for patients with asthma.", true],
    ["What colour is celandrin?", "Celandrin is a white powder.", true],
    ["What colour is celandrin?", "Purple toes have been reported.", false],
    ["At what temperature is it kept?", "Store at 20 °C to 25 °C.", true],
  ])("%s may be answered by “%s”: %s", (question, text, expected) => {
    expect(canAnswer(text, question)).toBe(expected);
  });
  it("is not met by a word that only says what another noun is about", () => {
    expect(isOnlyModifier("Taste disturbance is common.", "What is the taste of celandrin?")).toBe(true);
    expect(isOnlyModifier("The taste of celandrin is bitter.", "What is the taste of celandrin?")).toBe(false);
    expect(expectedBy("What is celandrin?")).toBe("definition");
  });
});

describe("a question in another language", () => {
  it("is told by its words of grammar, and asks in the wordings of English", () => {
    expect(foreignLanguage("Wie lange ist die Halbwertszeit von Celandrin?")).toBe("de");
    expect(foreignLanguage("Quelle est la demi-vie de la celandrine ?")).toBe("fr");
    expect(foreignLanguage("¿Cuál es la dosis máxima de celandrina?")).toBe("es");
    expect(foreignLanguage("Qual è il volume di distribuzione?")).toBe("it");
    expect(foreignLanguage("What is the half-life of celandrin?")).toBeNull();
    expect(wordsOf("Wie lange ist die Halbwertszeit von Celandrin?").map(({ word }) => word)).toEqual(["Halbwertszeit", "Celandrin"]);
    const [concept] = conceptsOf("Wie lange ist die Halbwertszeit von Celandrin?");
    expect(concept?.ways).toContainEqual(["half", "life"]);
  });
});

describe("sentences that may answer", () => {
  const texts = (text: string, heading: string | null = null) => {
    const stretch: Stretch = {
      ...{ id: "p1", key: "document:a", title: "Notes", documentId: "d", requestId: null, slug: null, sentence: null, start: 0, page: null },
      ...{ heading, text, tier: 10, date: null, publisher: null, licence: null, voice: "a", superseded: false },
    };
    return candidatesOf(stretch).map((one) => one.text);
  };
  it("stand with the sentence that they lean on, where it stands before them", () => {
    expect(texts("In this trial, 753 patients were assigned to celandrin or placebo. Of these, 342 patients were given celandrin.")).toEqual([
      "In this trial, 753 patients were assigned to celandrin or placebo.",
      "In this trial, 753 patients were assigned to celandrin or placebo. Of these, 342 patients were given celandrin.",
    ]);
    expect(texts("Of these, 342 patients were given celandrin for ten weeks.")).toEqual([]);
  });
  it("give a change of mind whole", () => {
    expect(
      texts("Augustine changed his mind. At first he taught that it rests on faith. Later he taught that it does not rest on faith.")[0],
    ).toMatch(/^Augustine changed his mind\. .*does not rest on faith\.$/);
  });
  it("are not those of a list of sources, save what is said of the matter", () => {
    const list = "Label of Celand, NDA 123. Smith J, et al. Celandrin in adults. J Med 2010; 12: 3-9. Celandrin was first approved on 8 June 1954.";
    expect(texts(list, "Reference")).toEqual(["Celandrin was first approved on 8 June 1954."]);
  });
});
