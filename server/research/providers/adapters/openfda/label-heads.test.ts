import { describe, expect, it } from "vitest";
import { splitSentences } from "../../../claims/core/sentences";
import { layHeads } from "./label-heads";

const lines = (text: string, names: readonly string[] = ["Exampline hydrochloride", "EXAMPLA"]): string[] => layHeads(text, names).split("\n\n");

describe("heads that run into a sentence of a label", () => {
  it.each([
    ["11 DESCRIPTION Exampline hydrochloride is white.", ["11 DESCRIPTION", "Exampline hydrochloride is white."]],
    ["1 INDICATIONS AND USAGE EXAMPLA is indicated for examples.", ["1 INDICATIONS AND USAGE", "EXAMPLA is indicated for examples."]],
    ["12.3 Pharmacokinetics The absolute bioavailability is 50%.", ["12.3 Pharmacokinetics", "The absolute bioavailability is 50%."]],
    ["8.1 Pregnancy Published data show no risk.", ["8.1 Pregnancy", "Published data show no risk."]],
    ["8.1 Pregnancy Risk Summary Limited data are known.", ["8.1 Pregnancy", "Risk Summary", "Limited data are known."]],
    [
      "12 CLINICAL PHARMACOLOGY 12.3 Pharmacokinetics Absorption The absolute bioavailability is 50%. Distribution Exampline binds little.",
      [
        "12 CLINICAL PHARMACOLOGY",
        "12.3 Pharmacokinetics",
        "Absorption",
        "The absolute bioavailability is 50%.",
        "Distribution",
        "Exampline binds little.",
      ],
    ],
    ["WARNING: LACTIC ACIDOSIS Postmarketing cases have been fatal.", ["WARNING: LACTIC ACIDOSIS", "Postmarketing cases have been fatal."]],
    ["5.1 Lactic Acidosis There have been cases.", ["5.1 Lactic Acidosis", "There have been cases."]],
    ["5.2 Vitamin B12 Deficiency In trials it fell.", ["5.2 Vitamin B12 Deficiency", "In trials it fell."]],
    [
      "7.1 Carbonic Anhydrase Inhibitors Topiramate or other inhibitors lower bicarbonate.",
      ["7.1 Carbonic Anhydrase Inhibitors", "Topiramate or other inhibitors lower bicarbonate."],
    ],
    ["2.1 Recommended Dose of EXAMPLA The dose is 5 mg.", ["2.1 Recommended Dose of EXAMPLA", "The dose is 5 mg."]],
    ["5.3 Severe Bleeding EXAMPLA increases the risk.", ["5.3 Severe Bleeding", "EXAMPLA increases the risk."]],
    ["Metabolism: Exampline is not metabolised.", ["Metabolism", "Exampline is not metabolised."]],
    ["CONTRAINDICATIONS Exampline must not be given.", ["CONTRAINDICATIONS", "Exampline must not be given."]],
  ])("%s", (text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  it.each([
    "Absorption of exampline is 50 to 60%.",
    "EXAMPLA Tablets are round.",
    "Data from trials show little.",
    "The half-life is 6.2 hours. 12 healthy volunteers took part.",
    "Metabolism and transport are slow. Age does not matter.",
    "See Warnings and Precautions (5.1). Patients should be told.",
    "12.3 Pharmacokinetics",
    "FDA Approved Drug Products are listed.",
  ])("%s has none", (text) => {
    expect(layHeads(text, ["EXAMPLA"])).toBe(text);
  });

  it("stand by themselves when the text is cut into sentences, and no word is lost", () => {
    const text =
      "WARNING: (A) EARLY STOPPING OF EXAMPLA INCREASES THE RISK OF EVENTS, (B) SPINAL HAEMATOMA Early stopping raises the risk. 5.1 Bleeding Risk EXAMPLA can cause bleeding.";
    const laid = layHeads(text, ["EXAMPLA"]);
    expect(splitSentences(laid).map((sentence) => sentence.text)).toContain("Early stopping raises the risk.");
    expect(splitSentences(laid).map((sentence) => sentence.text)).toContain("EXAMPLA can cause bleeding.");
    expect(laid.replace(/\s+/g, " ")).toBe(text);
  });

  it("are laid out in a part as in the whole", () => {
    const own = "12.3 Pharmacokinetics Absorption The bioavailability is 50%.";
    expect(layHeads(`12 CLINICAL PHARMACOLOGY 12.1 Mechanism of Action It acts. ${own} It binds.`)).toContain(layHeads(own));
  });
});
