// The second regulator: central authorisations of the European Union.
import type { Answer, Question } from "../../schema";
import { apiAnswer, notAsked } from "../record/api-answer";
import { searchNames } from "../record/drug-names";
import { chooseMedicines, medicineSource, statedFacts } from "./medicine";
import type { FileOptions, MedicinesStore } from "./medicines-file";

export type EmaOptions = FileOptions & { readonly store: MedicinesStore };

/** Looks the drug up in the medicines file, where the category asks what a record states. Free. */
export async function askEma(question: Question, options: EmaOptions): Promise<Answer> {
  const names = searchNames([question.subject, ...question.aliases], 12);
  if (names.length === 0) return notAsked("ema", "EMA", "the subject is not the name of a drug.");
  if (Object.values(statedFacts(question)).every((fact) => fact === null)) {
    return notAsked("ema", "EMA", "its medicines file does not state what this category looks for.");
  }
  const { medicines, asOf, error } = await options.store.load(options);
  const found = chooseMedicines(medicines, names).flatMap((medicine, index) => medicineSource(medicine, question, index === 0) ?? []);
  const errors = error
    ? [medicines.length > 0 ? { ...error, retryable: false, message: `${error.message} The copy of ${asOf.slice(0, 10)} was used.` } : error]
    : [];
  const answer = apiAnswer("ema", { found, queries: [`medicines file: ${names.join(", ")}`], asked: 1, errors, raw: [] });
  // An older copy that holds nothing on the drug is an answer still.
  return error && medicines.length > 0 ? { ...answer, status: "partial" } : answer;
}
