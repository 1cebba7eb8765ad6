import { describe, expect, it } from "vitest";
import { askOpenFda } from "../openfda/ask-openfda";
import { options, question, runningApis, saying, sound } from "../record/testing";
import { askDailyMed } from "./ask-dailymed";
import { chooseSpls, titleNames } from "./choose-spls";
import { labelOfSpl } from "./spl";

const running = await runningApis();
const setId = "5a11d000-0000-4000-8000-000000000001";
const asked = question();

describe("asking DailyMed", () => {
  it("brings the branded label and a copy, cut to the sections asked for", async () => {
    const answer = sound(await askDailyMed(asked, options(running.baseUrl("dailymed"))));
    expect(answer.sources.map((source) => source.identity)).toEqual([
      { scheme: "setid", value: setId },
      { scheme: "setid", value: "5a11d000-0000-4000-8000-000000000002" },
    ]);
    const [source] = answer.sources;
    expect(source).toMatchObject({
      tier: 1,
      date: "2023-05-14",
      jurisdiction: "US",
      publisher: "Stand-in Laboratories",
      licence: "Public domain (DailyMed)",
    });
    expect(source?.passages.map((passage) => passage.heading)).toEqual(["Pharmacokinetics"]);
  });

  it("has the very words openFDA has of the same label", async () => {
    const [one] = (await askDailyMed(asked, options(running.baseUrl("dailymed")))).sources;
    const others = (await askOpenFda(asked, { ...options(running.baseUrl("openfda")), apiKey: null })).sources;
    expect(one?.text).toBe(others.find((source) => source.identity.value === setId)?.text);
  });

  it("asks nothing where no section is asked for, and finds nothing where it has nothing", async () => {
    running.ledger.clear();
    expect(await askDailyMed({ ...asked, labelSections: [] }, options(running.baseUrl("dailymed")))).toMatchObject({ status: "refused" });
    expect(running.ledger.read().calls).toEqual([]);
    expect(await askDailyMed({ ...asked, subject: "celandrin", aliases: [] }, options(running.baseUrl("dailymed")))).toMatchObject({
      status: "ok",
      sources: [],
    });
  });

  it("keeps one label when the other cannot be read", async () => {
    const list = {
      data: [1, 2].map((n) => ({ setid: setId.replace(/1$/, String(n)), title: "METFORMIN TABLET [X]", published_date: "Jan 01, 2024" })),
    };
    const whole = `<document xmlns="urn:hl7-org:v3"><component><section><code code="43682-4"/><title>12.3 PK</title><text><paragraph>The half-life is 6 hours.</paragraph></text></section></component></document>`;
    const other = await saying("dailymed", ({ path }: { path: string }) => ({
      body: path === "/spls.json" ? JSON.stringify(list) : path.includes("0001.xml") ? whole : whole.slice(0, -20),
    }));
    expect(sound(await askDailyMed(asked, options(other.baseUrl("dailymed"))))).toMatchObject({
      status: "partial",
      error: { kind: "truncated" },
      sources: [{ identity: { value: setId } }],
    });
    await other.close();
  });
});

describe("a label in XML", () => {
  it("flattens paragraphs, keeps rows apart, and reads nested sections into the outer and their own", () => {
    const xml = `<?xml version="1.0"?><document xmlns="urn:hl7-org:v3"><effectiveTime value="20240102"/><author><assignedEntity><representedOrganization><name>Maker &amp; Co</name></representedOrganization></assignedEntity></author>
      <component><structuredBody><component><section><code code="34090-1"/><title>12 CLINICAL PHARMACOLOGY</title>
        <component><section><code code="43682-4"/><title>12.3 Pharmacokinetics</title><text><!-- no prose --><paragraph>Half-life <content styleCode="bold">6</content> h.</paragraph>
          <list><item>First point<list><item>inner</item></list></item></list>
          <table><tbody><tr><td>Cmax</td><td>10 ng/mL</td></tr><tr><td>AUC</td><td>&lt;5</td></tr></tbody></table>
          <paragraph>After.</paragraph></text></section></component></section></component></structuredBody></component></document>`;
    const label = labelOfSpl(xml, setId, { brand: "Glucophage", generic: "metformin" });
    const own = "12.3 Pharmacokinetics Half-life 6 h. First point inner\nCmax | 10 ng/mL\nAUC | <5\nAfter.";
    expect(label?.pharmacokinetics).toEqual([own]);
    expect(label?.clinical_pharmacology).toEqual([`12 CLINICAL PHARMACOLOGY ${own}`]);
    expect(label).toMatchObject({ effective_time: "20240102", openfda: { manufacturer_name: ["Maker & Co"] } });
    expect(labelOfSpl("<html/>", setId, { brand: null, generic: null })).toBeNull();
  });
});

describe("a list of labels", () => {
  it("is read by its titles", () => {
    expect(titleNames("ELIQUIS (APIXABAN) TABLET, FILM COATED [MAKER]")).toEqual({ brand: "ELIQUIS", generic: "APIXABAN" });
    expect(titleNames("METFORMIN HYDROCHLORIDE TABLET, FILM COATED, EXTENDED RELEASE [MAKER]")).toEqual({
      brand: null,
      generic: "METFORMIN HYDROCHLORIDE",
    });
  });

  it("leaves mixtures out, and puts brands and then the newest first", () => {
    const listed = [
      ["a", "METFORMIN HYDROCHLORIDE TABLET [ONE]", "Jan 05, 2020"],
      ["b", "JANUMET (SITAGLIPTIN AND METFORMIN HYDROCHLORIDE) TABLET [TWO]", "Jan 05, 2024"],
      ["c", "METFORMIN HYDROCHLORIDE TABLET [THREE]", "Jan 05, 2023"],
      ["d", "GLUCOPHAGE (METFORMIN HYDROCHLORIDE) TABLET [FOUR]", "Jan 05, 2019"],
    ].map(([setid = "", title = "", published_date = ""]) => ({ setid, title, published_date }));
    expect(chooseSpls(listed, ["metformin", "glucophage", "janumet"]).map((entry) => entry.setId)).toEqual(["d", "c"]);
  });
});
