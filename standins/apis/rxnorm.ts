import type { Standin, StandinReply } from "../wire";
import { jsonReply } from "../wire";
import type { Drug } from "./drugs/drug";
import { drugs, namesOf } from "./drugs/drugs";

type Concept = { readonly rxcui: string; readonly name: string; readonly tty: string };

const concept = (rxcui: string, name: string, tty: string) => ({ rxcui, name, synonym: "", tty, language: "ENG", suppress: "N", umlscui: "" });

/** The concepts around a drug, as allrelated lists them. A mixture's brand is among them, as it is there. */
function related(drug: Drug): Concept[] {
  const { mixture } = drug;
  return [
    concept(drug.rxcui.ingredient, drug.name, "IN"),
    ...(drug.salt === drug.name ? [] : [concept(drug.rxcui.salt, drug.salt, "PIN")]),
    concept(drug.rxcui.brand, drug.brand, "BN"),
    ...drug.otherBrands.map((brand, index) => concept(`${drug.rxcui.brand}${index}`, brand, "BN")),
    ...(mixture ? [concept("700516", mixture.brand, "BN")] : []),
    ...[drug.brand, ...drug.otherBrands].map((brand, index) =>
      concept(`90${drug.rxcui.ingredient}${index}`, `${drug.salt} 500 MG Oral Tablet [${brand}]`, "SBD"),
    ),
    ...(mixture ? [concept("861819", `${drug.salt} 500 MG / ${mixture.with} 50 MG Oral Tablet [${mixture.brand}]`, "SBD")] : []),
    ...drug.doseForms.map((form, index) => concept(`31${index}`, form, "DF")),
  ];
}

function find(rxcui: string): { drug: Drug; own: Concept } | null {
  for (const drug of drugs) {
    const own = related(drug).find((one) => one.rxcui === rxcui && one.name !== drug.mixture?.brand);
    if (own) return { drug, own };
  }
  return null;
}

function ofConcept(rxcui: string, what: string): StandinReply {
  const found = find(rxcui);
  if (!found) return jsonReply({}, { status: 404 });
  const { drug, own } = found;
  if (what === "properties") return jsonReply({ properties: own });
  if (what === "allProperties") {
    const codes = [
      ["ATC", drug.atc],
      ["UNII_CODE", drug.unii],
    ] as const;
    return jsonReply({ propConceptGroup: { propConcept: codes.map(([propName, propValue]) => ({ propCategory: "CODES", propName, propValue })) } });
  }
  const types = ["BN", "DF", "DFG", "IN", "MIN", "PIN", "SBD"];
  const conceptGroup = types.map((tty) => {
    const list = related(drug).filter((one) => one.tty === tty);
    return list.length > 0 ? { tty, conceptProperties: list } : { tty };
  });
  return jsonReply({ allRelatedGroup: { rxcui, conceptGroup } });
}

function rxcuiOf(name: string): string | null {
  const wanted = name.trim().toLowerCase();
  const drug = drugs.find((one) => namesOf(one).includes(wanted));
  if (!drug) return null;
  return wanted === drug.name
    ? drug.rxcui.ingredient
    : wanted === drug.salt
      ? drug.rxcui.salt
      : (related(drug).find((one) => one.tty === "BN" && one.name.toLowerCase() === wanted)?.rxcui ?? null);
}

export const rxnormStandin: Standin = {
  id: "rxnorm",
  handle: ({ path, query }) => {
    if (path === "/rxcui.json") {
      const name = query.get("name") ?? "";
      const rxcui = rxcuiOf(name);
      return jsonReply({ idGroup: rxcui ? { name, rxnormId: [rxcui] } : { name } });
    }
    if (path === "/approximateTerm.json") {
      const term = (query.get("term") ?? "").toLowerCase();
      const near = drugs.filter((drug) => drug.name.slice(0, 5) === term.slice(0, 5));
      const candidate = near.map((drug) => ({
        rxcui: drug.rxcui.ingredient,
        rxaui: "1",
        score: "9.2",
        rank: "1",
        name: drug.name,
        source: "RXNORM",
      }));
      return jsonReply({ approximateGroup: candidate.length > 0 ? { inputTerm: term, candidate } : { inputTerm: term } });
    }
    const [, rxcui = "", what = ""] = /^\/rxcui\/(\d+)\/(\w+)\.json$/.exec(path) ?? [];
    return rxcui === "" ? jsonReply({}, { status: 404 }) : ofConcept(rxcui, what);
  },
};
