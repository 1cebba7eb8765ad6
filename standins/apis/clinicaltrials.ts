import { jsonReply, type Standin } from "../wire";
import type { Drug, Trial } from "./drugs/drug";
import { drugsIn } from "./drugs/drugs";

function study(drug: Drug, trial: Trial) {
  const { nct, title, phases, status, updated, start, completed, enrolled, actual, conditions, comparator, endpoint, effect, events, atRisk } = trial;
  const groups = [
    { id: "OG000", title: drug.name },
    { id: "OG001", title: comparator },
  ];
  const protocolSection = {
    identificationModule: { nctId: nct, briefTitle: title, officialTitle: title },
    statusModule: {
      overallStatus: status,
      startDateStruct: { date: start, type: "ACTUAL" },
      primaryCompletionDateStruct: { date: completed, type: actual ? "ACTUAL" : "ESTIMATED" },
      completionDateStruct: { date: completed, type: actual ? "ACTUAL" : "ESTIMATED" },
      lastUpdatePostDateStruct: { date: updated, type: "ACTUAL" },
    },
    sponsorCollaboratorsModule: { leadSponsor: { name: "Stand-in Trials Group", class: "OTHER" } },
    designModule: {
      studyType: "INTERVENTIONAL",
      phases,
      designInfo: { allocation: "RANDOMIZED", interventionModel: "PARALLEL", maskingInfo: { masking: "QUADRUPLE" } },
      enrollmentInfo: { count: enrolled, type: actual ? "ACTUAL" : "ESTIMATED" },
    },
    conditionsModule: { conditions },
    armsInterventionsModule: {
      interventions: [
        { type: "DRUG", name: drug.name, otherNames: [drug.brand] },
        { type: "DRUG", name: comparator },
      ],
    },
    outcomesModule: { primaryOutcomes: [{ measure: endpoint, timeFrame: "5 years" }] },
  };
  if (!effect) return { protocolSection, hasResults: false };
  const { kind, value, low, high, p } = effect;
  const analysis = {
    groupIds: ["OG000", "OG001"],
    paramType: kind,
    paramValue: value,
    ciPctValue: "95",
    ciLowerLimit: low,
    ciUpperLimit: high,
    pValue: p,
  };
  const measure = {
    type: "PRIMARY",
    title: endpoint,
    timeFrame: "5 years",
    paramType: "COUNT_OF_PARTICIPANTS",
    unitOfMeasure: "Participants",
    groups,
    analyses: [analysis],
  };
  const eventGroups = groups.map(({ title: arm }, index) => ({ id: `EG00${index}`, title: arm }));
  const otherEvents = events.map(([term, own, other]) => ({
    term,
    stats: [
      { groupId: "EG000", numAffected: own, numAtRisk: atRisk },
      { groupId: "EG001", numAffected: other, numAtRisk: atRisk },
    ],
  }));
  return {
    protocolSection,
    hasResults: true,
    resultsSection: {
      outcomeMeasuresModule: { outcomeMeasures: [measure] },
      adverseEventsModule: { timeFrame: "5 years", eventGroups, seriousEvents: [], otherEvents },
    },
  };
}

export const clinicaltrialsStandin: Standin = {
  id: "clinicaltrials",
  handle: ({ path, query }) => {
    if (path !== "/studies") return jsonReply({}, { status: 404 });
    const search = query.get("query.intr") ?? query.get("query.term") ?? "";
    const all = drugsIn(search).flatMap((drug) => drug.trials.map((trial) => ({ drug, trial })));
    const wanted = (query.get("filter.advanced") ?? "").includes("AREA[HasResults]true") ? all.filter(({ trial }) => trial.effect !== null) : all;
    return jsonReply({ totalCount: wanted.length, studies: wanted.map(({ drug, trial }) => study(drug, trial)) });
  },
};
