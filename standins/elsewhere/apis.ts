// The evidence APIs of the pharmaceutical pack as their documentation has them, each with one record of one drug.
import type { Said, Vendor } from "./wire";

const setId = "0f3c1a2b-1111-4222-8333-444455556666";
const halfLife = "The elimination half-life of metformin in plasma is approximately 6.2 hours.";
const mechanism = "Metformin decreases hepatic glucose production and improves insulin sensitivity.";
const trialText = "In adults with type 2 diabetes mellitus metformin reduced the rate of myocardial infarction.";
const missing: Said = { status: 404, json: { error: { code: "NOT_FOUND", message: "No matches found!" } } };

const rxNorm: Vendor = ({ path, query }) => {
  const own = { rxcui: "6809", name: "metformin", tty: "IN", synonym: "", language: "ENG", suppress: "N" };
  const groups = [
    { tty: "IN", conceptProperties: [own] },
    { tty: "BN", conceptProperties: [{ rxcui: "151827", name: "Glucophage", tty: "BN" }] },
    { tty: "DF" },
  ];
  if (path === "/REST/rxcui.json") return { json: { idGroup: /^metformin$/i.test(query.get("name") ?? "") ? { rxnormId: ["6809"] } : {} } };
  if (path === "/REST/rxcui/6809/properties.json") return { json: { properties: own } };
  // The documentation names this one; the whole of it is another address.
  if (path === "/REST/rxcui/6809/related.json") return { json: { relatedGroup: { rxcui: null, conceptGroup: groups } } };
  if (path === "/REST/approximateTerm.json") return { json: { approximateGroup: { inputTerm: null } } };
  return { status: 404, text: "Not found" };
};

const openFda: Vendor = ({ path, query }) => {
  if (!/metformin/i.test(query.get("search") ?? "")) return missing;
  const meta = { disclaimer: "Do not rely on openFDA", last_updated: "2026-10-01", results: { skip: 0, limit: 10, total: 1 } };
  if (path === "/drug/label.json") {
    const label = {
      set_id: setId,
      id: "x",
      version: "7",
      effective_time: "20250115",
      mechanism_of_action: [`12.1 Mechanism of Action ${mechanism}`],
    };
    const more = {
      pharmacokinetics: [halfLife],
      openfda: { generic_name: ["METFORMIN HYDROCHLORIDE"], substance_name: ["METFORMIN HYDROCHLORIDE"] },
    };
    return { json: { meta, results: [{ ...label, ...more }] } };
  }
  if (path === "/drug/event.json") return { json: { meta, results: [{ term: "NAUSEA", count: 1200 }] } };
  return missing;
};

const crossref: Vendor = ({ path }) => {
  const work = {
    DOI: "10.5555/elsewhere.1",
    title: ["Metformin and hepatic glucose production"],
    abstract: `<jats:p>${mechanism}</jats:p>`,
    type: "journal-article",
  };
  if (path === "/v1/works") return { json: { status: "ok", message: { items: [{ ...work, published: { "date-parts": [[2024, 2]] } }] } } };
  return path.startsWith("/v1/works/") ? { json: { status: "ok", message: work } } : { status: 404, text: "Resource not found." };
};

const article = `<PubmedArticle><MedlineCitation Status="MEDLINE"><PMID Version="1">39000001</PMID><Article><Journal><JournalIssue><PubDate><Year>2024</Year></PubDate></JournalIssue>
<Title>J Elsewhere</Title></Journal><ArticleTitle>Metformin &amp; its <i>mechanism</i></ArticleTitle><Abstract><AbstractText>${mechanism} ${halfLife} ${trialText}</AbstractText></Abstract>
</Article></MedlineCitation><PubmedData><ArticleIdList><ArticleId IdType="pubmed">39000001</ArticleId></ArticleIdList></PubmedData></PubmedArticle>`;
const pubMed: Vendor = ({ path }) => {
  if (path === "/entrez/eutils/esearch.fcgi") return { json: { header: { type: "esearch" }, esearchresult: { count: "1", idlist: ["39000001"] } } };
  if (path === "/entrez/eutils/efetch.fcgi")
    return {
      text: `<?xml version="1.0" ?>\n<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD" "x.dtd">\n<PubmedArticleSet>${article}</PubmedArticleSet>`,
    };
  return { status: 400, text: "unknown utility" };
};

const clinicalTrials: Vendor = ({ path }) => {
  const identificationModule = { nctId: "NCT09999991", briefTitle: "Metformin and myocardial infarction" };
  const armsInterventionsModule = { interventions: [{ name: "Metformin", type: "DRUG" }] };
  const outcomesModule = { primaryOutcomes: [{ measure: "Rate of myocardial infarction", timeFrame: "5 years" }] };
  const designModule = { studyType: "INTERVENTIONAL", phases: ["PHASE3"], enrollmentInfo: { count: 300 } };
  const conditionsModule = { conditions: ["Type 2 Diabetes Mellitus"] };
  const protocolSection = { identificationModule, armsInterventionsModule, outcomesModule, designModule, conditionsModule };
  return path === "/api/v2/studies" ? { json: { studies: [{ protocolSection }] } } : { status: 404, text: "not here" };
};

const ema: Vendor = ({ path }) => {
  const medicine = {
    category: "Human",
    name_of_medicine: "Elsemet",
    ema_product_number: "EMEA/H/C/009999",
    medicine_status: "Authorised",
    active_substance: "metformin hydrochloride",
  };
  const more = { international_non_proprietary_name_common_name: "metformin", atc_code_human: "A10BA02", marketing_authorisation_date: "16/03/2018" };
  const url = {
    medicine_url: "https://www.ema.europa.eu/en/medicines/human/EPAR/elsemet",
    therapeutic_indication: "Treatment of type 2 diabetes mellitus in adults.",
  };
  const meta = { total_records: 1, timestamp: "2026-10-01T06:00:00Z" };
  return path.endsWith("/medicines-output-medicines_json-report_en.json")
    ? { json: { meta, data: [{ ...medicine, ...more, ...url }] } }
    : { status: 404, text: "" };
};

const europePmc: Vendor = ({ path }) => {
  const record = {
    id: "39000002",
    source: "MED",
    pmid: "39000002",
    title: "Metformin pharmacology",
    abstractText: `<h4>Results</h4>${mechanism} ${halfLife} ${trialText}`,
  };
  return path === "/europepmc/webservices/rest/search"
    ? { json: { version: "6.9", hitCount: 1, nextCursorMark: "*", resultList: { result: [{ ...record, pubYear: "2023", isOpenAccess: "N" }] } } }
    : { status: 404, text: "" };
};

const section = (code: string, title: string, text: string) =>
  `<component><section><code code="${code}" codeSystem="2.16.840.1.113883.6.1"/><title>${title}</title><text><paragraph>${text}</paragraph></text></section></component>`;
const dailyMed: Vendor = ({ path }) => {
  if (path === "/dailymed/services/v2/spls.json")
    return {
      json: {
        metadata: { total_elements: 1 },
        data: [{ setid: setId, title: "METFORMIN HYDROCHLORIDE TABLET [ELSEWHERE LABS]", published_date: "Jan 15, 2025", spl_version: 7 }],
      },
    };
  if (path !== `/dailymed/services/v2/spls/${setId}.xml`) return { status: 404, text: "" };
  const sections = section("43679-0", "12.1 Mechanism", mechanism) + section("43682-4", "12.3 Pharmacokinetics", halfLife);
  return {
    text: `<?xml version="1.0"?><document xmlns="urn:hl7-org:v3"><setId root="${setId}"/><effectiveTime value="20250115"/><component><structuredBody>${sections}</structuredBody></component></document>`,
  };
};

export const apis: Readonly<Record<string, Vendor>> = {
  ...{ rxnorm: rxNorm, openfda: openFda, crossref, pubmed: pubMed, clinicaltrials: clinicalTrials, ema, europepmc: europePmc, dailymed: dailyMed },
};
