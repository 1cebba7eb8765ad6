import { describe, expect, test } from "vitest";
import { matchQuantity } from "./match-quantity";
import { normalise } from "./normalise";
import { findQuantities, type Quantity } from "./quantities";
import { tokenise } from "./tokens";

function read(text: string): Quantity[] {
  const plain = normalise(text);
  return findQuantities(plain, tokenise(plain));
}
const brief = (text: string): string[] =>
  read(text).map(
    (q) =>
      `${q.value}${q.unit ? ` ${q.unit.dimension}*${Number(q.unit.factor.toPrecision(6))}` : ""}${q.comparator ? ` [${q.comparator.sign}]` : ""}${q.kind === "plain" ? "" : ` ${q.kind}`}`,
  );
const one = (text: string): Quantity => {
  const [q] = read(text);
  if (!q) throw new Error(`No quantity in "${text}".`);
  return q;
};
const grade = (sentence: string, passage: string): string => {
  const match = matchQuantity(one(sentence), one(passage));
  return match.comparator === "same" || match.grade === "none" ? match.grade : `${match.grade}, ${match.comparator}`;
};

describe("quantities of a sentence", () => {
  test.each([
    ["a dose of 5mg", ["5 mass*0.001"]],
    ["500 µg and 0.5 mg", ["500 mass*0.000001", "0.5 mass*0.001"]],
    ["5, 10 and 20 mg", ["5 mass*0.001", "10 mass*0.001", "20 mass*0.001"]],
    ["between 5–10 million people", ["5000000", "10000000"]],
    ["twenty-five patients", ["25"]],
    ["two hundred thousand euros", ["200000 currency:EUR*1"]],
    ["$5m or £3.2bn", ["5000000 currency:USD*1", "3200000000 currency:GBP*1"]],
    ["10 mg/kg per day", ["10 mass/mass/time*1.15741e-11"]],
    ["45 mL/min/1.73 m²", ["45 volume/time/1.73 area*0.0000166667"]],
    ["25 per cent, 30% and 4 percentage points", ["25 percent*1", "30 percent*1", "4 percent*1"]],
    ["3 × 10⁶ units", ["3000000 activity*1"]],
    ["1,234,567 visitors", ["1234567"]],
    ["at least 5 mg, no more than 20 mg, about 7 h", ["5 mass*0.001 [1]", "20 mass*0.001 [-1]", "7 time*3600 [0]"]],
    ["18 years or older", ["18 time*31557600 [1]"]],
    ["aged ≥65 and <80", ["65 [1]", "80 [-1]"]],
    ["in 1998 and the 1990s", ["1998 year", "1990 decade"]],
    ["from 2018–19", ["2018 year", "2019 year"]],
    ["the 21st and the third", ["21 ordinal", "3 ordinal"]],
    ["GPT-4 and IL-6", ["4 code", "6 code"]],
    ["at −5 °C", ["-5 celsius*1"]],
    ["1 in 10 people", ["1", "10"]],
    ["one of them, no one", []],
  ])("%s", (text, expected) => {
    expect(brief(text)).toEqual(expected);
  });

  test("reads CYP3A4 and B12 as words", () => {
    expect(read("CYP3A4 and B12 matter")).toEqual([]);
  });
});

describe("matching a quantity of the sentence with one of the passage", () => {
  test.each([
    ["24 h", "1 day", "full"],
    ["0.5 g", "500 mg", "full"],
    ["12 h", "12 days", "clash"],
    ["5 mg", "5 mL", "clash"],
    ["5 mg", "5 patients", "bare"],
    ["500 mg/day", "500 mg", "bare"],
    ["10 mg/kg", "10 mg", "clash"],
    ["12 h", "21 h", "none"],
    ["1.2 million", "1,234,567", "full"],
    ["1,234,567", "1.2 million", "none"],
    ["about 50 patients", "52 patients", "full"],
    ["about 2,080 cases", "2,000 cases", "none"],
    ["over 500 ships", "523 ships", "full"],
    ["over 606 ships", "over 609 ships", "none"],
    ["half of them", "50% of them", "full"],
    ["in 1998", "in 1999", "none"],
    ["in the 1990s", "in 1994", "full"],
    ["$5", "£5", "clash"],
    ["at least 5 mg", "at most 5 mg", "full, opposite"],
    ["at least 5 mg", "5 mg", "full, added"],
    ["5 mg", "at least 5 mg", "full, dropped"],
    ["about 5 mg", "5 mg", "full"],
    ["GPT-4", "GPT-3", "none"],
    ["GPT-4", "BERT-4", "none"],
    ["third", "3rd", "full"],
    ["third", "3 mg", "none"],
  ])("%s against %s: %s", (sentence, passage, expected) => {
    expect(grade(sentence, passage)).toBe(expected);
  });
});
