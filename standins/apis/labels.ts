// DailyMed (labels as XML) and the EMA's medicines file.
import { jsonReply, type Standin } from "../wire";
import type { Drug } from "./drugs/drug";
import { drugs, drugsIn } from "./drugs/drugs";

const codes: Readonly<Record<string, string>> = {
  boxed_warning: "34066-1",
  indications_and_usage: "34067-9",
  dosage_and_administration: "34068-7",
  contraindications: "34070-3",
  adverse_reactions: "34084-4",
  drug_interactions: "34073-7",
  pregnancy: "42228-7",
  geriatric_use: "34082-8",
  overdosage: "34088-5",
  description: "34089-3",
  mechanism_of_action: "43679-0",
  pharmacokinetics: "43682-4",
  pharmacogenomics: "66106-6",
  clinical_studies: "34092-7",
  how_supplied: "34069-5",
};
const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const written = (date: string) => `${months[Number(date.slice(4, 6)) - 1]} ${date.slice(6)}, ${date.slice(0, 4)}`;
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function spl(drug: Drug, setId: string, maker: string, date: string): string {
  const sections = Object.entries(drug.label.sections).map(([field, text]) => {
    const [, head = "", body = text] = /^([\d.]* ?[A-Z][A-Z ,/]{5,}?) (?=[A-Z(][a-z(])(.*)$/s.exec(text) ?? [];
    return `<component><section><id root="${setId}"/><code code="${codes[field] ?? "42229-5"}" codeSystem="2.16.840.1.113883.6.1"/><title>${escaped(head)}</title><text><paragraph>${escaped(body)}</paragraph></text></section></component>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<document xmlns="urn:hl7-org:v3"><id root="${setId}"/><code code="34391-3" codeSystem="2.16.840.1.113883.6.1"/><title>${drug.brand}</title><effectiveTime value="${date}"/><setId root="${setId}"/><versionNumber value="3"/><author><assignedEntity><representedOrganization><name>${maker}</name></representedOrganization></assignedEntity></author><component><structuredBody>${sections.join("")}</structuredBody></component></document>\n`;
}

const entries = (drug: Drug) => {
  const { label, copy, maker, brand, salt } = drug;
  return [
    {
      drug,
      setId: label.setId,
      maker,
      date: label.date,
      title: `${brand.toUpperCase()} (${salt.toUpperCase()}) TABLET, FILM COATED [${maker.toUpperCase()}]`,
    },
    { drug, setId: copy.setId, maker: copy.maker, date: copy.date, title: `${salt.toUpperCase()} TABLET, FILM COATED [${copy.maker.toUpperCase()}]` },
  ];
};

export const dailymedStandin: Standin = {
  id: "dailymed",
  handle: ({ path, query }) => {
    if (path === "/spls.json") {
      const data = drugsIn(query.get("drug_name") ?? "")
        .flatMap(entries)
        .map(({ setId, title, date }) => ({ setid: setId, spl_version: 3, title, published_date: written(date) }));
      return jsonReply({ metadata: { total_elements: data.length, current_page: 1, total_pages: 1 }, data });
    }
    const setId = /^\/spls\/([0-9a-f-]{36})\.xml$/.exec(path)?.[1];
    const entry = drugs.flatMap(entries).find((one) => one.setId === setId);
    if (!entry) return { status: 404, headers: { "content-type": "text/html" }, body: "<html><title>Not found</title></html>" };
    return { headers: { "content-type": "application/xml" }, body: spl(entry.drug, entry.setId, entry.maker, entry.date) };
  },
};

const etag = '"stand-in-medicines-1"';
const other = {
  category: "Human",
  name_of_medicine: "Janumet",
  ema_product_number: "EMEA/H/C/000861",
  medicine_status: "Authorised",
  international_non_proprietary_name_common_name: "sitagliptin / metformin hydrochloride",
  active_substance: "sitagliptin;metformin hydrochloride",
  atc_code_human: "A10BD07",
  marketing_authorisation_date: "16/07/2008",
};
const veterinary = { category: "Veterinary", name_of_medicine: "Pigfarmin", active_substance: "metformin", medicine_status: "Authorised" };

export const emaStandin: Standin = {
  id: "ema",
  handle: ({ path, headers }) => {
    if (path !== "/en/documents/report/medicines-output-medicines_json-report_en.json")
      return { status: 404, headers: { "content-type": "text/html" }, body: "<html>" };
    if (headers["if-none-match"] === etag) return { status: 304, headers: { etag }, body: "" };
    const data = [...drugs.flatMap((drug) => (drug.ema ? [drug.ema] : [])), other, veterinary];
    return jsonReply({ meta: { total_records: data.length, timestamp: "2026-10-01T06:00:00Z" }, data }, { headers: { etag } });
  },
};
