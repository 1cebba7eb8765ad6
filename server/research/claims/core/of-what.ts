// Whose value it is where a sentence speaks of two: that of the other arm of a trial, or that of a salt and not of its base.
import type { Fact } from "../../categories/schema";
import type { Qualifiers } from "../schema";

const arm =
  /^,? ?(?:\(|(?:with|on|for|under|in|among) (?:the |those (?:given|on|receiving) |patients (?:given|on|receiving|treated with) )?)(placebo|vehicle|sham|control)s?(?! (?:of|the|and)\b)(?: group| arm| patients| treatment)?\b/i;
const salts =
  "hydrochloride|hcl|dihydrochloride|hydrobromide|sodium|disodium|potassium|calcium|magnesium|sul(?:f|ph)ate|maleate|mesylate|mesilate|besylate|besilate|tosylate|fumarate|succinate|tartrate|citrate|phosphate|acetate|malate|lactate|gluconate|nitrate|bromide|chloride|pamoate|embonate|hemihydrate|monohydrate|dihydrate|clathrate|base";

/** "0.4% with placebo": the value that ends at `end` is that of the other arm. */
export function armAfter(sentence: string, end: number): Qualifiers {
  const named = arm.exec(sentence.slice(end, end + 60))?.[1];
  return named === undefined ? {} : { arm: named.toLowerCase() };
}

/** What is counted per mole differs between a salt and its base. */
export const weighsSubstance = ({ unit, comparability }: Pick<Fact, "unit" | "comparability">): boolean =>
  (unit?.endsWith("/mol") ?? false) && comparability.includes("analyte");

/** The substance by its name in the sentence, salt included; the last one named before the value, else the first after it. */
export function substanceOf(sentence: string, names: readonly string[], at: number): Qualifiers {
  const known = names.filter((name) => name.length > 3).map((name) => name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
  if (known.length === 0) return {};
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${known.sort((a, b) => b.length - a.length).join("|")})(?:[ -](?:${salts}))*(?![\\p{L}\\p{N}])`,
    "giu",
  );
  const found = [...sentence.matchAll(pattern)];
  const named = found.findLast((match) => match.index < at) ?? found[0];
  return named ? { analyte: named[0].toLowerCase() } : {};
}
