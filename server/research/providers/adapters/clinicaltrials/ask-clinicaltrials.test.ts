import { describe, expect, it } from "vitest";
import { fact, options, question, runningApis, saying, sound, stated } from "../record/testing";
import { askClinicalTrials } from "./ask-clinicaltrials";
import { phaseOf, statusWords } from "./study-lines";

const running = await runningApis();
const asked = question({
  terms: ["phase", "diabetes"],
  facts: [
    fact("nct", "identifier"),
    fact("phase", "set"),
    fact("trial_status", "set"),
    fact("sample_size", "quantity"),
    fact("completion_date", "date"),
    fact("hazard_ratio", "quantity"),
  ],
});
const ask = (more = {}) => askClinicalTrials({ ...asked, ...more }, options(running.baseUrl("clinicaltrials")));

describe("asking ClinicalTrials.gov", () => {
  it("states what the registry holds of each study, every study once", async () => {
    const answer = sound(await ask());
    expect(answer.sources.map((source) => source.identity)).toEqual([
      { scheme: "nct", value: "NCT99000001" },
      { scheme: "nct", value: "NCT99000002" },
    ]);
    expect(stated(answer)).toEqual([
      "nct=NCT99000001",
      "phase=phase 3",
      "trial_status=completed",
      "sample_size=2155",
      "completion_date=2019-06-30",
      "hazard_ratio=0.69",
      "nct=NCT99000002",
      "phase=phase 2/3",
      "trial_status=recruiting",
      "completion_date=2029-12",
    ]);
    const ratio = answer.claims.find(({ claim }) => claim.attribute === "hazard_ratio")?.claim;
    expect(ratio).toMatchObject({
      value: { value: 0.69, unit: "1" },
      qualifiers: { study: "NCT99000001", endpoint: "incident type 2 diabetes mellitus" },
    });
    expect(answer.sources[0]?.text).toContain("Adverse event in NCT99000001: Diarrhoea in 38.5% of patients in the group metformin (412 of 1070).");
  });

  it("does not take a planned number for a sample", async () => {
    const answer = await ask();
    expect(answer.sources[1]?.text).toContain("Enrolment of NCT99000002: 3000 participants planned.");
    expect(stated(answer)).not.toContain("sample_size=3000");
  });

  it("reads a bare record with hostile words, and leaves out what has no number", async () => {
    const bare = {
      protocolSection: { identificationModule: { nctId: "NCT99000009", briefTitle: "<b>Metformin</b>\u0000 <script>alert(1)</script>phase trial" } },
      unknown: { deep: [1] },
    };
    const other = await saying("clinicaltrials", { studies: [bare, { protocolSection: { identificationModule: { nctId: "no number" } } }] });
    const answer = sound(await askClinicalTrials(asked, options(other.baseUrl("clinicaltrials"))));
    expect(answer).toMatchObject({ status: "ok", sources: [{ title: "Metformin phase trial", date: null }] });
    await other.close();
  });

  it("names phases and states as people do", () => {
    expect([phaseOf(["PHASE2", "PHASE3"]), phaseOf(["EARLY_PHASE1"]), phaseOf(["NA"]), phaseOf([])]).toEqual(["phase 2/3", "phase 1", null, null]);
    expect([statusWords("ACTIVE_NOT_RECRUITING"), statusWords("UNKNOWN")]).toEqual(["active, not recruiting", "unknown status"]);
  });
});
