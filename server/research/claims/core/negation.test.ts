import { describe, expect, it } from "vitest";
import { isHedged, isNameNegated, isNegated } from "./negation";

const negated = (sentence: string, words: string): boolean => {
  const start = sentence.indexOf(words);
  return isNegated(sentence, start, start + words.length);
};

describe("negation", () => {
  it.each([
    ["The label carries no boxed warning.", "boxed warning"],
    ["The boxed warning is no longer required.", "boxed warning"],
    ["It does not inhibit the enzyme.", "inhibit"],
    ["It is eliminated without metabolism.", "metabolism"],
    ["Accumulation was not observed.", "Accumulation"],
    ["It lacks activity.", "activity"],
    ["Neither nausea nor rash occurred.", "rash"],
    ["The count (no proof of a cause) is not a rate.", "rate"],
    ["Patients who do not tolerate tablets should take the solution.", "tablets"],
    ["Reports (not of rash) were counted.", "rash"],
  ])("denies in: %s", (sentence, words) => {
    expect(negated(sentence, words)).toBe(true);
  });
  it.each([
    ["The boxed warning is not only about liver injury.", "boxed warning"],
    ["It is not absorbed, but the metabolite is active.", "active"],
    ["There is no effect on QT; inhibition was strong.", "inhibition"],
    ["Fasting had no effect, and the exposure was doubled.", "exposure"],
    ["He holds that the cause is not foresight.", "He"],
    ["No. 5 is a substrate.", "substrate"],
    ["It holds 14 reports (not incidence) on rash.", "rash"],
    ["Reports [none of them confirmed] name rash.", "rash"],
    ["Patients who do not tolerate tablets should take the solution.", "solution"],
    ["It may be taken with or without food.", "food"],
    ["It is not uncommon to see rash.", "rash"],
    ["There is no equivalent of the boxed warning.", "boxed warning"],
  ])("leaves alone: %s", (sentence, words) => {
    expect(negated(sentence, words)).toBe(false);
  });
  it("does not take the denial of a verb for the denial of its object", () => {
    const sentence = "It is not recommended in children.";
    const start = sentence.indexOf("children");
    expect(isNameNegated(sentence, start, start + 8)).toBe(false);
  });
  it("counts the words that a fact itself calls a denial", () => {
    const sentence = "The warning was removed in 2016.";
    expect(isNegated(sentence, 4, 11)).toBe(false);
    expect(isNegated(sentence, 4, 11, ["removed"])).toBe(true);
  });
  it("hears a hedge before a value, not the month of May", () => {
    expect(isHedged("The half-life may be 6 h.", 21)).toBe(true);
    expect(isHedged("In May 2019 the half-life was 6 h.", 30)).toBe(false);
    expect(isHedged("The half-life was 6 h, suggesting storage.", 18)).toBe(false);
  });
});
