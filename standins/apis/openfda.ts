import type { Standin, StandinReply, StandinRequest } from "../wire";
import { jsonReply } from "../wire";
import type { Drug } from "./drugs/drug";
import { drugsIn } from "./drugs/drugs";

const updated = "2026-10-01";
const nothing = jsonReply({ error: { code: "NOT_FOUND", message: "No matches found!" } }, { status: 404 });
const page = (results: readonly unknown[]): StandinReply =>
  results.length === 0
    ? nothing
    : jsonReply({ meta: { last_updated: updated, results: { skip: 0, limit: results.length, total: results.length } }, results });

const harmonised = (drug: Drug, maker: string, application: string | null) => ({
  brand_name: [application ? drug.brand : drug.salt],
  generic_name: [drug.salt.toUpperCase()],
  substance_name: [drug.salt.toUpperCase()],
  manufacturer_name: [maker],
  route: ["ORAL"],
  ...(application ? { application_number: [application] } : {}),
});

function label(drug: Drug, setId: string, date: string, maker: string, application: string | null) {
  const sections = Object.fromEntries(Object.entries(drug.label.sections).map(([field, text]) => [field, [text]]));
  return { set_id: setId, id: setId, version: "3", effective_time: date, openfda: harmonised(drug, maker, application), ...sections };
}

function labels(drug: Drug, search: string): unknown[] {
  const { label: own, copy, application } = drug;
  const original = label(drug, own.setId, own.date, drug.maker, application.number);
  return search.includes("NDA*") ? [original] : [label(drug, copy.setId, copy.date, copy.maker, null), original];
}

function applications(drug: Drug): unknown[] {
  const { number, approved, strengths } = drug.application;
  const product = (strength: string) => ({
    brand_name: drug.brand.toUpperCase(),
    active_ingredients: [{ name: drug.salt.toUpperCase(), strength }],
    dosage_form: "TABLET",
    route: "ORAL",
    marketing_status: "Prescription",
  });
  const submissions = [{ submission_type: "ORIG", submission_number: "1", submission_status: "AP", submission_status_date: approved }];
  return [{ application_number: number, sponsor_name: drug.maker.toUpperCase(), products: strengths.map(product), submissions }];
}

function recalls(drug: Drug): unknown[] {
  return drug.recalls.map((recall) => ({
    recall_number: recall.number,
    classification: recall.level,
    status: "Terminated",
    recalling_firm: recall.firm,
    reason_for_recall: recall.reason,
    product_description: recall.product,
    recall_initiation_date: recall.began,
    report_date: recall.began,
    openfda: {},
  }));
}

function shortages({ shortage, salt, brand }: Drug): unknown[] {
  if (!shortage) return [];
  const { status, posted, updated: changed, firm, reason } = shortage;
  return [
    {
      generic_name: `${salt} Tablet`,
      status,
      company_name: firm,
      dosage_form: "Tablet",
      initial_posting_date: posted,
      update_date: changed,
      shortage_reason: reason,
      presentation: `${brand}, 5 mg tablet`,
    },
  ];
}

function listings(drug: Drug): unknown[] {
  return [
    {
      application_number: drug.application.number.replace(/\D/g, ""),
      approval_date: drug.application.approved,
      products: [{ brand_name: drug.brand.toUpperCase(), active_ingredients: [{ name: drug.salt.toUpperCase() }], marketing_status: "RX" }],
      ...(drug.patents.length > 0
        ? {
            patents: drug.patents.map(({ number, until, substance }) => ({
              patent_number: number,
              expiration_date: until,
              drug_substance_flag: substance ? "Y" : "N",
              drug_product_flag: "Y",
            })),
          }
        : {}),
      ...(drug.exclusivities.length > 0
        ? { exclusivity: drug.exclusivities.map(({ code, until }) => ({ exclusivity_code: code, exclusivity_expiration_date: until })) }
        : {}),
    },
  ];
}

const endpoints: Readonly<Record<string, (drug: Drug, search: string) => unknown[]>> = {
  label: labels,
  drugsfda: applications,
  enforcement: recalls,
  shortages,
  orangebook: listings,
};

function handle({ path, query }: StandinRequest): StandinReply {
  const endpoint = /^\/drug\/([a-z]+)\.json$/.exec(path)?.[1] ?? "";
  const search = query.get("search") ?? "";
  const found = drugsIn(search);
  if (endpoint === "event") return page(query.get("count") ? found.flatMap((drug) => drug.events.map(([term, count]) => ({ term, count }))) : []);
  const list = endpoints[endpoint];
  return list ? page(found.flatMap((drug) => list(drug, search))) : nothing;
}

export const openfdaStandin: Standin = {
  id: "openfda",
  handle,
  failure: (status) => jsonReply({ error: { code: status === 429 ? "OVER_RATE_LIMIT" : "SERVER_ERROR", message: "Stand-in failure." } }),
};
