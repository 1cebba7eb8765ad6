import { describe, expect, it } from "vitest";
import { factNamed, termOf } from "./asked-facts";
import { layLines, termValue } from "./lay-lines";
import { fact, question } from "./testing";

describe("lines of a record", () => {
  it("carry claims whose words stand in them, and no others", () => {
    const phase = fact("phase", "set");
    const laid = layLines(
      [
        { text: " First\u0000 line. " },
        { text: "" },
        {
          text: "The trial is a phase 3 trial.",
          states: [
            { fact: phase, value: termValue("phase 3"), raw: "phase 3", qualifiers: { study: "NCT1" } },
            { fact: phase, value: termValue("phase 4"), raw: "phase 4" },
            { fact: null, value: termValue("phase 3"), raw: "phase 3" },
            { fact: phase, value: termValue(null), raw: "phase 3" },
          ],
        },
      ],
      { jurisdiction: "US" },
    );
    expect(laid.text).toBe("First line.\nThe trial is a phase 3 trial.");
    expect(laid.claims).toHaveLength(1);
    const [claim] = laid.claims;
    expect(claim).toMatchObject({ attribute: "phase", raw: "phase 3", qualifiers: { jurisdiction: "US", study: "NCT1" }, extractor: "api" });
    expect(laid.text.slice(claim?.start, claim?.end)).toBe(claim?.quote);
  });
});

describe("facts asked", () => {
  const status = fact("trial_status", "set", { values: [{ value: "recruiting", synonyms: ["enrolling", "currently recruiting"] }] });

  it("are found by name and label, and by kind where it is stated", () => {
    const asked = question({ facts: [fact("approving_agency", "set"), fact("approval_date", "date"), fact("old_fact")] });
    expect(factNamed(asked, /\bapproval\b|\bapproving\b/, "date")?.name).toBe("approval_date");
    expect(factNamed(asked, /\bold fact\b/, "date")?.name).toBe("old_fact");
    expect(factNamed(asked, /\bpatent\b/)).toBeNull();
  });

  it("take values of their own vocabulary only", () => {
    expect(termOf(status, "RECRUITING")).toBe("recruiting");
    expect(termOf(status, "unheard of", "Enrolling")).toBe("recruiting");
    expect(termOf(status, "completed")).toBeNull();
    expect(termOf(fact("free"), "As written")).toBe("As written");
  });
});
