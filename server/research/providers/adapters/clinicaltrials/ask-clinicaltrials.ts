// The registry of trials: late trials with posted results, and those updated last, which are the pipeline.
import type { Answer, Question } from "../../schema";
import { apiAnswer, type Found, notAsked } from "../record/api-answer";
import { topicsOf } from "../record/asked-facts";
import { type ApiOptions, callJson } from "../record/call";
import { passagesAbout } from "../record/cut-passages";
import { isoDay } from "../record/dates";
import { isNamed } from "../record/drug-names";
import { layLines } from "../record/lay-lines";
import { plainTitle } from "../record/plain-text";
import { readRecords, unreadable } from "../record/read-records";
import { type SearchWords, searchWords } from "../record/search-words";
import { resultLines } from "./result-lines";
import { protocolLines } from "./study-lines";
import { type Study, studiesSchema, studySchema } from "./wire";

const id = "clinicaltrials";
const name = "ClinicalTrials.gov";
const protocol = "identification status sponsorCollaborators design conditions armsInterventions outcomes"
  .split(" ")
  .map((module) => `protocolSection.${module}Module`);
const results = ["hasResults", "resultsSection.outcomeMeasuresModule", "resultsSection.adverseEventsModule"];

/** Asks for studies of the subject in two bounded pages. Free. */
export async function askClinicalTrials(question: Question, options: ApiOptions): Promise<Answer> {
  const words = searchWords(question);
  if (!words) return notAsked(id, name, "the subject has no word to search for.");
  const query = words.names.map((parts) => (parts.length === 1 ? `"${parts[0]}"` : `(${parts.join(" AND ")})`)).join(" OR ");
  // A long subject is a topic: it is searched for in the whole record, a short one among the interventions.
  const field = isTopic(words) ? "query.term" : "query.intr";
  const late = new URLSearchParams({
    [field]: query,
    "filter.advanced": "AREA[HasResults]true AND (AREA[Phase]PHASE3 OR AREA[Phase]PHASE4)",
    pageSize: "6",
    fields: [...protocol, ...results].join(","),
  });
  const newest = new URLSearchParams({
    [field]: query,
    sort: "LastUpdatePostDate:desc",
    pageSize: "8",
    fields: [...protocol, "hasResults"].join(","),
  });
  const pages = await Promise.all([late, newest].map((parameters) => callJson(name, `/studies?${parameters}`, studiesSchema, options)));
  const read = pages.map((page) => (page.ok ? readRecords(page.value.studies, studySchema) : { records: [], broken: 0 }));
  const broken = read.reduce((sum, { broken: count }) => sum + count, 0);
  const studies = [
    ...new Map(
      read
        .flatMap(({ records }) => records)
        .reverse()
        .map((study) => [study.protocolSection.identificationModule.nctId, study]),
    ).values(),
  ].reverse();
  const about = isTopic(words) ? studies : studies.filter((study) => isAbout(study, [question.subject, ...question.aliases]));
  return apiAnswer(id, {
    found: about.flatMap((study) => studySource(study, question) ?? []),
    queries: [query],
    asked: pages.length,
    errors: [...pages.flatMap((page) => (page.ok ? [] : [page.error])), ...unreadable(name, studies.length, broken)],
    raw: pages.map((page) => (page.ok ? page.raw : null)),
  });
}

function isTopic({ names: [first] }: SearchWords): boolean {
  return (first?.length ?? 0) > 1;
}

/** The search also finds studies in which the drug only stands beside others. */
function isAbout({ protocolSection: { armsInterventionsModule: arms, identificationModule: names } }: Study, asked: readonly string[]): boolean {
  const stated = (arms?.interventions ?? []).flatMap((one) => [one.name, ...one.otherNames]);
  const title = `${names.briefTitle ?? ""} ${names.officialTitle ?? ""}`.toLowerCase();
  return (
    isNamed(stated, asked) ||
    asked.some(
      (drug) => drug.length > 3 && (title.includes(drug.toLowerCase()) || stated.some((one) => one.toLowerCase().includes(drug.toLowerCase()))),
    )
  );
}

function studySource(study: Study, question: Question): Found | null {
  const { identificationModule: identification, statusModule: status } = study.protocolSection;
  const laid = layLines([...protocolLines(study, question), ...resultLines(study, question)]);
  const passages = passagesAbout(laid.text, topicsOf(question), { heading: `Trial ${identification.nctId}`, all: laid.claims.length > 0, most: 16 });
  if (passages.length === 0) return null;
  return {
    claims: laid.claims,
    source: {
      identity: { scheme: "nct", value: identification.nctId },
      aliases: [],
      title: plainTitle(identification.briefTitle ?? identification.officialTitle, identification.nctId),
      url: `https://clinicaltrials.gov/study/${identification.nctId}`,
      tier: 5,
      date: isoDay(status?.lastUpdatePostDateStruct?.date),
      jurisdiction: null,
      publisher: "ClinicalTrials.gov",
      licence: "Public domain (US National Library of Medicine)",
      role: "retrieved",
      text: laid.text,
      passages,
      upstream: null,
      superseded: false,
    },
  };
}
