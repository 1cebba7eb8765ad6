// The register of drug names of the United States: what a drug is called, its salts, brands, dose forms and codes.
import { identityOf } from "../../../sources/core/identity";
import type { Answer, Question } from "../../schema";
import { apiAnswer, type Found, notAsked } from "../record/api-answer";
import { factNamed, termOf, topicsOf } from "../record/asked-facts";
import { type ApiOptions, callJson } from "../record/call";
import { passagesAbout } from "../record/cut-passages";
import { searchNames } from "../record/drug-names";
import { type Line, layLines, termValue } from "../record/lay-lines";
import type { Concept } from "./concept";
import { findConcept } from "./find-concept";
import { codesSchema } from "./wire";

const name = "RxNorm";
type Code = { readonly propName: string; readonly propValue: string };

/** Asks what RxNorm has on the drug, where the category asks for names, codes or forms. Free. */
export async function askRxNorm(question: Question, options: ApiOptions): Promise<Answer> {
  const [typed] = searchNames([question.subject]);
  if (!typed) return notAsked("rxnorm", name, "the subject is not the name of a drug.");
  const queries = [`rxcui: ${typed}`];
  const found = await findConcept(typed, options);
  if (found.kind === "failed") return apiAnswer("rxnorm", { found: [], queries, asked: 1, errors: [found.error], raw: [] });
  if (found.kind === "unknown") return apiAnswer("rxnorm", { found: [], queries, asked: 1, errors: [], raw: [] });
  const codes = await callJson(name, `/rxcui/${found.concept.rxcui}/allProperties.json?prop=codes`, codesSchema, options);
  const stated = codes.ok ? (codes.value.propConceptGroup?.propConcept ?? []) : [];
  const errors = codes.ok || codes.status === 404 ? [] : [codes.error];
  const raw = [...found.raw, codes.ok ? codes.raw : null];
  return apiAnswer("rxnorm", { found: [conceptSource(found.concept, stated, question)], queries, asked: 2, errors, raw });
}

function conceptSource(concept: Concept, codes: readonly Code[], question: Question): Found {
  const laid = layLines(conceptLines(concept, codes, question));
  const url = `https://mor.nlm.nih.gov/RxNav/search?searchBy=RXCUI&searchTerm=${concept.rxcui}`;
  const identity = identityOf({ url })?.identity ?? { scheme: "url" as const, value: url };
  const passages = passagesAbout(laid.text, topicsOf(question), { heading: "RxNorm", all: true });
  return {
    claims: laid.claims,
    source: {
      identity,
      aliases: [],
      title: `RxNorm: ${concept.name} (RxCUI ${concept.rxcui})`.slice(0, 600),
      url,
      tier: 5,
      date: null,
      jurisdiction: null,
      publisher: "US National Library of Medicine",
      licence: "Free to use with attribution (NLM)",
      role: "retrieved",
      text: laid.text,
      passages,
      upstream: null,
      superseded: false,
    },
  };
}

function conceptLines(concept: Concept, codes: readonly Code[], question: Question): Line[] {
  const [rxcui, atc, unii] = [/\brxcui\b/, /\batc\b/, /\bunii\b/].map((words) => factNamed(question, words, "identifier", "set"));
  const valuesOf = (code: RegExp) => [...new Set(codes.filter((entry) => code.test(entry.propName)).map((entry) => entry.propValue))];
  const list = (what: string, values: readonly string[]): Line[] => (values.length === 0 ? [] : [{ text: `${what}: ${values.join(", ")}.` }]);
  const coded = (what: string, values: readonly string[], fact: typeof rxcui): Line[] =>
    values.map((value) => ({ text: `${what}: ${value} (${concept.name}).`, states: [{ fact: fact ?? null, value: termValue(value), raw: value }] }));
  return [
    ...coded("RxCUI", [concept.rxcui], rxcui),
    ...list("Ingredients", concept.ingredients),
    ...coded(
      "ATC code",
      valuesOf(/^ATC$/i).filter((code) => /^[A-V]\d{2}[A-Z]{2}\d{2}$/.test(code)),
      atc,
    ),
    ...coded(
      "UNII",
      valuesOf(/^UNII/i).filter((code) => /^[0-9A-Z]{10}$/.test(code)),
      unii,
    ),
    ...list("Salts and esters", concept.salts),
    ...list("Brand names", concept.brands),
    ...formLines(concept.doseForms, question),
  ];
}

/** "Extended Release Oral Tablet" is an extended-release tablet where the category's vocabulary says so. */
function formLines(doseForms: readonly string[], question: Question): Line[] {
  const fact = factNamed(question, /\bdos(?:e|age) forms?\b/, "set", "enumeration");
  if (doseForms.length === 0) return [];
  const states = doseForms.map((form) => {
    const term = fact ? termOf(fact, form, form.replace(/\bOral /, ""), form.replace(/^Oral /, "")) : null;
    return { fact, value: termValue(term), raw: form };
  });
  return [{ text: `Available dosage forms on record: ${doseForms.join(", ")}.`, states }];
}
