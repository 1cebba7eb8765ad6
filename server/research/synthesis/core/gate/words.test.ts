import { describe, expect, test } from "vitest";
import { monthAt } from "./months";
import { areOpposite, quantifierOf } from "./opposites";
import { tokenise } from "./tokens";
import { differOnlyBySchedule, perUnit, unitOf } from "./units";

describe("directions and quantifiers", () => {
  test("opposites exclude each other, words of one side do not", () => {
    expect(areOpposite("increased", "fell")).toBe(true);
    expect(areOpposite("increased", "rose")).toBe(false);
    expect(areOpposite("agonist", "antagonist")).toBe(true);
    expect(areOpposite("white", "black")).toBe(false);
  });

  test("quantifiers and modals have classes", () => {
    expect(quantifierOf("every")).toBe(quantifierOf("all"));
    expect(quantifierOf("might")).toBe(quantifierOf("may"));
    expect(quantifierOf("tablet")).toBeUndefined();
  });
});

describe("months", () => {
  const months = (text: string): number[] => {
    const tokens = tokenise(text);
    return tokens.flatMap((_, at) => monthAt(tokens, at) || []);
  };
  test("are told from the verb and the noun", () => {
    expect(months("It opened on 4 May 1998 and closed in March.")).toEqual([5, 3]);
    expect(months("May cause sleep. The March family may march.")).toEqual([]);
    expect(months("Sept. 2004 or October")).toEqual([9, 10]);
  });
});

describe("units", () => {
  const unit = (name: string) => {
    const found = unitOf(name);
    if (!found) throw new Error(`${name} is no unit.`);
    return found;
  };
  test("keep the case of symbols and not that of words", () => {
    expect(unit("mM").dimension).toBe("amount/volume");
    expect(unit("mm").dimension).toBe("length");
    expect(unit("Hours").factor).toBe(3600);
    expect(unitOf("patients")).toBeNull();
  });
  test("per day is a schedule, per kilogram another unit", () => {
    expect(differOnlyBySchedule(unit("mg"), perUnit(unit("mg"), unit("day"), "/"))).toBe(true);
    expect(differOnlyBySchedule(unit("mg"), perUnit(unit("mg"), unit("kg"), "/"))).toBe(false);
  });
});
