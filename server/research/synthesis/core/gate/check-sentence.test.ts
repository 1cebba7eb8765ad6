import { describe, expect, test } from "vitest";
import { analyse } from "./analyse";
import { checkSentence } from "./check-sentence";
import { drugContext, drugPassage } from "./fixture";

const passage = analyse(drugPassage, drugContext);
const blocking = (sentence: string): string[] => checkSentence(sentence, [passage]).findings.flatMap((one) => (one.blocking ? [one.rule] : []));

describe("sentences of the passage", () => {
  test.each(passage.lines.map((line) => line.text))("%s", (sentence) => {
    expect(checkSentence(sentence, [passage])).toMatchObject({ publish: true, verbatim: true, findings: [] });
  });
});

describe("sentences written from the passage", () => {
  test.each([
    "In healthy adults, the mean elimination half-life of velorin is 12 hours.",
    "The mean elimination half-life of velorin in healthy adults is 12 h.",
    "In healthy adults velorin has a mean elimination half-life of half a day, 12 hours.",
    "The half-life increases to 31 hours in patients with severe renal impairment.",
    "Velorex was approved in Norway in March 2011 and in Canada in June 2014.",
    "The dose of velorin should not exceed 20 mg per day.",
    "Dizziness was reported by 3% of patients on placebo and by 8% of patients on velorin.",
    "The Harbour trial enrolled about 1,200 patients in Bergstad.",
    "Velorin does not cross the placenta.",
    "The Danish agency rejected velorin in 2013.",
    "Anna Lindqvist of Bergstad University led the study.",
  ])("%s", (sentence) => {
    expect(blocking(sentence)).toEqual([]);
    expect(checkSentence(sentence, [passage]).publish).toBe(true);
  });
});

describe("one edit makes it false", () => {
  test.each([
    ["digit", "The mean elimination half-life of velorin is 13 hours in healthy adults."],
    ["digits swapped", "The mean elimination half-life of velorin is 21 hours in healthy adults."],
    ["other number of the passage", "The mean elimination half-life of velorin is 31 hours in healthy adults."],
    ["numbers exchanged", "Dizziness was reported by 3% of patients on velorin and by 8% of patients on placebo."],
    ["unit", "The mean elimination half-life of velorin is 12 days in healthy adults."],
    ["unit of mass", "The recommended starting dose is 5 g once daily, and the dose should not exceed 20 mg per day."],
    ["year", "Velorin was approved in Norway in March 2012 and in Canada in June 2014."],
    ["other year of the passage", "The agency of Denmark rejected it in 2014."],
    ["month", "Velorin was approved in Norway in May 2011 and in Canada in June 2014."],
    ["months exchanged", "Velorin was approved in Norway in June 2011 and in Canada in March 2014."],
    ["negation inserted", "The mean elimination half-life of velorin is not 12 hours in healthy adults."],
    ["negation inserted elsewhere", "Dizziness was not reported by 8% of patients on velorin and by 3% of patients on placebo."],
    ["negation removed", "It must be given together with tamorol."],
    ["negation removed, rewritten", "Velorin does cross the placenta."],
    ["direction", "In patients with severe renal impairment the half-life decreases to 31 hours."],
    ["direction of approval", "The agency of Denmark approved it in 2013."],
    ["comparator", "Most patients over 65 years need at most 2 weeks of treatment before blood pressure falls."],
    ["comparator added", "The recommended starting dose is at least 5 mg once daily."],
    ["age bound", "Most patients under 65 years need at least 2 weeks of treatment before blood pressure falls."],
    ["quantifier", "All patients over 65 years need at least 2 weeks of treatment before blood pressure falls."],
    ["foreign name", "Velorin was approved in Sweden in March 2011 and in Canada in June 2014."],
    ["foreign name at the start", "Tamiflox was approved in Norway in March 2011 and in Canada in June 2014."],
    ["other name of the passage", "The Harbour trial enrolled 1,234 patients in Osthaven."],
    ["names exchanged", "The Lindqvist trial enrolled 1,234 patients in Bergstad; the Harbour trial enrolled 310 patients in Osthaven."],
    ["foreign first name", "Professor Berta Lindqvist of Bergstad University led the study."],
    ["names mixed", "Professor Anna Helmer of Bergstad University led the study."],
    ["condition cut off", "Velorin was approved in Norway in March 2011, but never in Denmark."],
  ])("%s: %s", (_kind, sentence) => {
    expect(blocking(sentence)).not.toEqual([]);
    expect(checkSentence(sentence, [passage]).publish).toBe(false);
  });
});

describe("reasons", () => {
  test("name what is missing, in words of the page", () => {
    const [one] = checkSentence("The half-life of velorin is 48 h.", [passage]).findings.filter((f) => f.blocking);
    expect(one).toMatchObject({ rule: "number_absent", sentenceWords: "48 h", reason: "“48 h” is not in the cited passage." });
    const two = checkSentence("The half-life of velorin is 48 h.", [passage, { text: "Velorin is white." }]).findings.filter((f) => f.blocking);
    expect(two[0]?.reason).toBe("“48 h” is in none of the cited passages.");
  });

  test("show both sides of a clash", () => {
    const findings = checkSentence("The mean elimination half-life of velorin is 12 days in healthy adults.", [passage]).findings;
    expect(findings.find((f) => f.rule === "unit_clash")).toMatchObject({ sentenceWords: "12 days", passageWords: "12 hours" });
  });

  test("say what was cut off", () => {
    const verdict = checkSentence("Most patients need a dose of 5 mg", [{ text: "Most patients need a dose of 5 mg unless the kidneys fail." }]);
    expect(verdict).toMatchObject({ publish: false, verbatim: false });
    expect(verdict.findings[0]?.rule).toBe("cut");
  });
});

describe("thresholds", () => {
  const loose = "Bergstad scientists gave tablets to adults and looked at kidneys, sleep, appetite and mood.";

  test("withhold a sentence of which too little is in the passage, without any blocking rule", () => {
    const verdict = checkSentence(loose.toLowerCase(), [passage]);
    expect(verdict.findings.filter((one) => one.blocking)).toEqual([]);
    expect(verdict.publish).toBe(false);
    expect(verdict.score).toBeLessThan(0.5);
  });

  test("are higher in the strict profile, where a missing part of a name blocks too", () => {
    const sentence = "The study had support from the Helmer Foundation Trust.";
    const part = (strict: boolean) => checkSentence(sentence, [passage], { strict }).findings.find((one) => one.rule === "name_part_absent");
    expect(part(false)?.blocking).toBe(false);
    expect(part(true)?.blocking).toBe(true);
  });
});

describe("bad input", () => {
  test("no passage, an empty passage and an empty sentence are never published", () => {
    expect(checkSentence("Velorin is white.", []).publish).toBe(false);
    expect(checkSentence("Velorin is white.", [{ text: "" }]).publish).toBe(false);
    expect(checkSentence("", [passage]).publish).toBe(false);
  });

  test("100 kB of sentence or passage end, and a sentence too long to check is not published", () => {
    const long = Array.from({ length: 12_000 }, (_, i) => `word${i % 997} ${i % 89} mg`).join(" ");
    expect(checkSentence(long, [passage]).findings[0]?.rule).toBe("too_long");
    expect(checkSentence("The dose is 5 mg.", [{ text: long }]).publish).toBe(false);
    expect(checkSentence(long, [{ text: long }]).verbatim).toBe(true);
  });
});
