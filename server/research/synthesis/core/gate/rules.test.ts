// Every rule alone, in both directions: what it must find, and the nearest thing it must let pass.
import { describe, expect, test } from "vitest";
import { analyse } from "./analyse";
import { type Case, makeCase } from "./case";
import type { Finding } from "./finding";
import { makeLine } from "./line";
import { normalise } from "./normalise";
import { checkBinding } from "./rule-binding";
import { checkClasses } from "./rule-classes";
import { checkClauses } from "./rule-clause";
import { checkCompany } from "./rule-company";
import { checkCrossing } from "./rule-crossing";
import { checkDirections } from "./rule-direction";
import { checkExchange } from "./rule-exchange";
import { checkFigures } from "./rule-figure";
import { checkLoss } from "./rule-loss";
import { checkNames } from "./rule-names";
import { checkNegationAdded, checkNegationDropped, checkNegationMoved } from "./rule-negation";
import { checkMonths, checkNumbers } from "./rule-numbers";
import { checkOwnership } from "./rule-ownership";
import { checkPairs } from "./rule-pairs";
import { checkSkips } from "./rule-skip";
import { checkSlots } from "./rule-slots";
import { checkSwaps } from "./rule-swaps";
import { checkWords } from "./rule-words";

const caseOf = (sentence: string, passage: string, context = ""): Case => makeCase(makeLine(normalise(sentence)), analyse(passage, context));

type Row = [rule: (c: Case) => Finding[], name: string, passage: string, bad: string, good: string];

const doses = "The maximum dose of the plain tablet is 2550 mg per day. The maximum dose of the slow tablet is 2000 mg per day.";
const trial = "The Harbour trial enrolled 1,234 patients in Bergstad; the Lindqvist trial enrolled 310 patients in Osthaven.";
const groups = "Sleepiness occurred in 53% of 141 patients on velorin and in 12% of 145 patients on placebo.";

const maps = "The museum of Bergstad shows old maps, iron tools, painted sails, carved masts and broken bells in its northern hall. It has 40 rooms.";

const young = "The half-life was 7.4 hours in young men and 11.2 hours in elderly women.";

const superior = "Warfarin was superior to aspirin for the prevention of stroke in atrial fibrillation.";

const rows: Row[] = [
  [
    checkSwaps,
    "swap",
    "The enzyme turns the inactive prodrug into the active acid.",
    "The enzyme turns the active prodrug into the inactive acid.",
    "The enzyme turns the inactive prodrug into the active acid of the liver.",
  ],
  [checkSwaps, "swap", superior, "Aspirin was superior to warfarin for the prevention of stroke.", "Warfarin was superior to aspirin for stroke."],
  [
    checkWords,
    "word",
    "Juice should be avoided during treatment with simvastatin. Pravastatin can be taken with juice.",
    "Juice should be avoided during treatment with pravastatin.",
    "During treatment with simvastatin, juice should be avoided.",
  ],
  [
    checkWords,
    "word",
    "Deaths were fewer with dexamethasone than with usual care.",
    "Deaths were fewer with hydrocortisone than with usual care.",
    "With dexamethasone deaths were fewer than with usual care.",
  ],
  [
    checkSkips,
    "skip",
    "Velorin is contraindicated in pregnancy and should be used with caution during lactation.",
    "Velorin is contraindicated during lactation.",
    "Velorin should be used with caution during lactation.",
  ],
  [
    checkNegationMoved,
    "negation_moved",
    "It found no link between coffee and cancer, but a link between smoking and cancer.",
    "It found no link between smoking and cancer.",
    "It found no link between coffee and cancer.",
  ],
  [checkCompany, "company", young, "The half-life was 7.4 hours in elderly women.", "The half-life was 11.2 hours in elderly women."],
  [
    checkCompany,
    "company",
    "Oral bioavailability is 64%; after subcutaneous injection it is 92%.",
    "Oral bioavailability is 92%.",
    "After subcutaneous injection bioavailability is 92%.",
  ],
  [checkNumbers, "number_absent", "Take it twice daily.", "Take it every 8 hours.", "Take it every 12 hours."],
  [checkNumbers, "number_absent", "One third of them stopped.", "Half of them stopped.", "About 33% of them stopped."],
  [
    checkSlots,
    "slot_negation",
    "No dose adjustment is needed in mild renal impairment.",
    "Dose adjustment is needed in mild renal impairment.",
    "Dose adjustment is not needed in mild renal impairment.",
  ],
  [checkClasses, "kind_absent", "The dose is 5 mg in adults.", "The dose is 5 mg in children.", "The dose in adults is 5 mg."],
  [checkClasses, "kind_absent", "Give 5 mg of velorin by mouth.", "Give 5 mg of velorin intravenously.", "Give 5 mg of velorin orally."],
  [checkSlots, "slot_direction", "The bones were affected by it.", "The bones were unaffected by it.", "The bones were affected."],
  [checkNumbers, "number_absent", "The half-life is 12 h.", "A half-life of 13 h.", "A half-life of 12 hours."],
  [checkNumbers, "unit_clash", "The half-life is 12 h.", "A half-life of 12 days.", "A half-life of half a day, 12 hours."],
  [checkNumbers, "unit_absent", "The dose of velorin is 12.", "The dose of velorin is 12 mg.", "The dose of velorin is 12."],
  [checkNumbers, "year_absent", "Velorin was approved in 2011.", "It was approved in 2012.", "It was approved in 2011."],
  [checkNumbers, "comparator_opposite", "Give at least 5 mg.", "Give at most 5 mg.", "Give no less than 5 mg."],
  [checkNumbers, "comparator_added", "Give 5 mg.", "Give more than 5 mg.", "Give about 5 mg."],
  [checkMonths, "month_absent", "It opened on 4 May 1998.", "It opened in June 1998.", "It opened in May 1998."],
  [checkMonths, "month_absent", "It opened on 1998-05-04.", "It opened in June 1998.", "It opened in May 1998."],
  [checkNames, "name_absent", "The trial ran in Bergstad.", "The trial ran in Osthaven.", "A trial in Bergstad was run."],
  [checkNames, "name_other", "Anna Lindqvist led the trial.", "Anna Halvorsen led the trial.", "Lindqvist led the trial."],
  [checkNames, "name_mixed", "Anna Lindqvist and Erik Halvorsen led the trial.", "Anna Halvorsen led the trial.", "Erik Halvorsen led the trial."],
  [
    checkNegationAdded,
    "negation_absent",
    "Velorin crosses the placenta.",
    "Velorin does not cross the placenta.",
    "Velorin does cross the placenta.",
  ],
  [
    checkNegationAdded,
    "negation_scope",
    "Velorin crosses the placenta. It is not white.",
    "Velorin does not cross the placenta.",
    "Velorin is not white.",
  ],
  [
    checkNegationAdded,
    "negation_absent",
    "Velorin was ineffective in children.",
    "Velorin was not safe in children.",
    "Velorin was not effective in children.",
  ],
  [
    checkNegationDropped,
    "negation_dropped",
    "Velorin does not cross the human placenta quickly.",
    "Velorin does cross the human placenta quickly.",
    "Velorin never crosses the human placenta quickly.",
  ],
  [
    checkDirections,
    "direction_opposite",
    "Cimetidine increased exposure to velorin by a third.",
    "Exposure to velorin decreased by a third with cimetidine.",
    "Exposure to velorin rose by a third with cimetidine.",
  ],
  [checkDirections, "trend_absent", "Exposure to velorin was measured.", "Exposure to velorin increased.", "Exposure to velorin was measured."],
  [
    checkSlots,
    "slot_number",
    "The usual starting dose of velorin is 5 mg in older adults.",
    "The usual starting dose of velorin is 10 mg in older adults.",
    "The usual starting dose of velorin is 5 mg in older adults.",
  ],
  [
    checkSlots,
    "slot_name",
    "The council of Bergstad rejected the plan of Osthaven.",
    "The council of Osthaven rejected the plan.",
    "The council of Bergstad rejected the plan.",
  ],
  [
    checkSlots,
    "slot_quantifier",
    "Most patients recovered within a week.",
    "All patients recovered within a week.",
    "Most patients recovered within one week.",
  ],
  [
    checkSlots,
    "slot_direction",
    "Patients over 65 years recovered.",
    "Patients under 65 years recovered.",
    "Patients over 65 years of age recovered.",
  ],
  [checkSlots, "slot_negation", "Give velorin to children.", "Do not give velorin to children.", "Give velorin to the children."],
  [
    checkOwnership,
    "number_elsewhere",
    maps,
    "The museum of Bergstad shows 40 old maps, iron tools, painted sails, carved masts and broken bells in its northern hall.",
    "The museum of Bergstad shows old maps, iron tools, painted sails, carved masts and broken bells in its northern hall.",
  ],
  [
    checkOwnership,
    "unit_elsewhere",
    "Velorin was given to older patients for 6 days. Bells rang for 6 hours.",
    "Velorin was given to older patients for 6 hours.",
    "Velorin was given to older patients for 6 days.",
  ],
  [checkFigures, "figure", "The dose is 5 mg in adults and 10 mg in children.", "The dose is 10 mg in adults.", "The dose is 10 mg in children."],
  [
    checkFigures,
    "figure",
    "The dose is 5 mg in adults. The dose is 10 mg in children.",
    "The dose is 10 mg in adults.",
    "The dose is 10 mg in children.",
  ],
  [
    checkExchange,
    "exchange",
    groups,
    "Sleepiness occurred in 12% of 141 patients on velorin and in 53% of 145 patients on placebo.",
    "Sleepiness occurred in 12% of 145 patients on placebo and in 53% of 141 patients on velorin.",
  ],
  [checkPairs, "pair", groups, "On velorin 12% were sleepy, on placebo 53%.", "On velorin 53% were sleepy, on placebo 12%."],
  [
    checkPairs,
    "pair",
    doses,
    "At most 2000 mg of the plain and 2550 mg of the slow tablet are given.",
    "At most 2550 mg of the plain and 2000 mg of the slow tablet are given.",
  ],
  [checkClauses, "clause", trial, "The Harbour trial enrolled 1,234 patients in Osthaven.", "The Lindqvist trial enrolled 310 patients in Osthaven."],
  [
    checkLoss,
    "hedge_lost",
    "Velorin may cause deep sleep in older adults.",
    "Velorin cause deep sleep in older adults.",
    "Velorin might cause deep sleep in older adults.",
  ],
  [
    checkLoss,
    "condition_lost",
    "Give 5 mg of velorin each morning unless the kidneys fail.",
    "Give velorin each morning, 5 mg of velorin each morning.",
    "Give 5 mg of velorin each morning unless kidneys fail.",
  ],
  [
    checkCrossing,
    "crossing",
    "Bergstad sent iron ships north, while Osthaven bought cheap salt abroad.",
    "Osthaven sent iron ships north, while Bergstad bought cheap salt abroad.",
    "Bergstad sent iron ships north and Osthaven bought salt abroad.",
  ],
  [
    checkBinding,
    "binding",
    "Bergstad sells iron and ships. The harbour museum keeps rare salt lamps from Osthaven.",
    "The harbour museum keeps rare salt lamps from Bergstad.",
    "The harbour museum keeps salt lamps from Osthaven.",
  ],
];

const rulesOf = (check: (c: Case) => Finding[], sentence: string, passage: string): string[] =>
  check(caseOf(sentence, passage)).map((one) => one.rule);

describe("each rule", () => {
  test.each(rows)("%o finds %s in “%s”", (check, name, passage, bad, good) => {
    expect(rulesOf(check, bad, passage)).toContain(name);
    expect(rulesOf(check, good, passage)).not.toContain(name);
  });

  test("small counts in words are the writer's own unless the sentence is close to the passage", () => {
    const passage = "Velorin is avoided in pregnancy. It is avoided in gout.";
    const blocks = (sentence: string) => checkNumbers(caseOf(sentence, passage)).some((one) => one.blocking);
    expect(blocks("For two reasons doctors dislike the drug.")).toBe(false);
    expect(blocks("Velorin is avoided in two pregnancy.")).toBe(true);
  });

  test("binding only warns in a long passage", () => {
    const filler = Array.from({ length: 14 }, (_, i) => `Room ${i + 20} holds old maps.`).join(" ");
    const passage = `Bergstad sells iron and ships. The harbour museum keeps rare salt lamps from Osthaven. ${filler}`;
    const [one] = checkBinding(caseOf("The harbour museum keeps rare salt lamps from Bergstad.", passage));
    expect(one).toMatchObject({ rule: "binding", blocking: false });
  });
});
