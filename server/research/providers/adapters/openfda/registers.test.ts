import { describe, expect, it } from "vitest";
import { fact, options, question, runningApis, saying, sound, stated } from "../record/testing";
import { askOpenFda } from "./ask-openfda";

const running = await runningApis();
const ask = (facts: ReturnType<typeof fact>[], more = {}, baseUrl = running.baseUrl("openfda")) =>
  askOpenFda(question({ labelSections: [], facts, ...more }), { ...options(baseUrl), apiKey: "sesame-key" });
const paths = () => running.ledger.read().calls.map((call) => call.path);

describe("the registers of openFDA", () => {
  it("state recalls with class, date and number, newest first, apart by recall", async () => {
    const recallClass = fact("recall_class", "set", {
      values: [
        { value: "class II", synonyms: [] },
        { value: "class III", synonyms: [] },
      ],
    });
    const answer = sound(await ask([recallClass, fact("recall_date", "date"), fact("recall_number", "identifier")]));
    expect(stated(answer)).toEqual([
      "recall_number=D-9002-2022",
      "recall_class=Class III",
      "recall_date=2022-01-11",
      "recall_number=D-9001-2020",
      "recall_class=Class II",
      "recall_date=2020-05-29",
    ]);
    expect(answer.claims[1]?.claim).toMatchObject({
      value: { value: "class III" },
      qualifiers: { jurisdiction: "US", study: "D-9002-2022", as_of: "2022-01-11" },
    });
    expect(answer.sources).toMatchObject([{ tier: 1, date: "2022-01-11" }]);
    expect(answer.sources[0]?.url).toMatch(/^https:\/\/api\.fda\.gov\/drug\/enforcement\.json\?/);
    expect(answer.sources[0]?.url).not.toContain("sesame-key");
  });

  it("leaves recalls of mixtures and of other drugs out", async () => {
    const recall = (product: string, openfda = {}) => ({ recall_number: "D-1-2020", product_description: product, openfda });
    const other = await saying("openfda", {
      results: [
        recall("Glipizide and metformin Tablets, 5 mg"),
        recall("Sitagliptin/metformin Tablets"),
        recall("Tablets", { generic_name: ["ALOGLIPTIN AND METFORMIN"], substance_name: ["ALOGLIPTIN", "METFORMIN HYDROCHLORIDE"] }),
        recall("Warfarin Tablets"),
        recall("Metformin\u0000<b>Tablets</b>, 500 mg"),
      ],
    });
    const answer = sound(await ask([fact("recall_number", "identifier")], {}, other.baseUrl("openfda")));
    expect(answer.sources[0]?.text).toBe("Recall D-1-2020.\nProduct of recall D-1-2020: Metformin Tablets, 500 mg.");
    await other.close();
  });

  it("state a shortage in the category's words", async () => {
    const status = fact("shortage_status", "enumeration", { values: [{ value: "resolved", synonyms: [] }] });
    const answer = sound(await ask([status, fact("shortage_date", "date")], { subject: "warfarin", aliases: [] }));
    expect(stated(answer)).toEqual(["shortage_status=resolved", "shortage_date=2019-02-10"]);
    expect(answer.sources[0]).toMatchObject({ date: "2020-06-30", upstream: { scheme: "url" } });
  });

  it("state patents and exclusivities, each with its own expiry", async () => {
    const facts = [
      fact("patent_number", "identifier"),
      fact("patent_expiry", "date"),
      fact("exclusivity_code", "set"),
      fact("exclusivity_expiry", "date"),
    ];
    const answer = sound(await ask(facts, { subject: "apixaban", aliases: [] }));
    expect(stated(answer)).toEqual([
      "patent_number=6967208",
      "patent_expiry=2026-11-21",
      "patent_number=9326945",
      "patent_expiry=2031-02-24",
      "exclusivity_code=NCE",
      "exclusivity_expiry=2017-12-28",
    ]);
    expect(answer.claims[1]?.claim.qualifiers).toMatchObject({ definition: "patent 6967208" });
    // A listing without patents says nothing about protection.
    expect(await ask(facts)).toMatchObject({ status: "ok", sources: [], claims: [] });
  });

  it("count reports and never make incidence of them", async () => {
    const answer = sound(await ask([fact("report_count", "quantity")]));
    expect(answer.claims[0]?.claim).toMatchObject({
      value: { kind: "quantity", value: 14231, unit: "1" },
      qualifiers: { term: "lactic acidosis", as_of: "2026-10-01" },
    });
    const text = answer.sources[0]?.text ?? "";
    expect(text).toContain("They are no incidence");
    expect(text).not.toContain("%");
    expect(answer.sources[0]?.title).toContain("not incidence");
  });

  it("are asked only where the category looks for what they state", async () => {
    running.ledger.clear();
    expect(await ask([fact("incidence", "incidence"), fact("half_life", "quantity")])).toMatchObject({
      status: "refused",
      error: { notAsked: true },
    });
    expect(paths()).toEqual([]);
    await ask([fact("shortage_status", "enumeration")]);
    expect(paths()).toEqual(["/drug/shortages.json"]);
  });

  it("say which date is the drug's approval, and take an agency for no date", async () => {
    const answer = sound(await ask([fact("approving_agency", "set"), fact("approval_date", "date"), fact("us_application", "identifier")]));
    expect(stated(answer)).toEqual(["approval_date=1995-03-03", "us_application=NDA020357"]);
    expect(await ask([fact("approval_date", "date", { label: "Approval of the indication" })])).toMatchObject({ status: "refused" });
  });
});
