// The smaller registers of openFDA: recalls, shortages, patents, counts of reports. Each is asked only where the category looks for what it states.
import type { ProviderError, Question } from "../../schema";
import type { Found } from "../record/api-answer";
import { asksEventCounts, eventCountSchema, eventCountSource } from "./event-counts";
import { asksOrangeBook, listingSchema, orangeBookSources } from "./orange-book";
import { asksRecalls, recallSchema, recallSource } from "./recalls";
import { anyOf, type OpenFdaOptions, publicUrl, searchOpenFda } from "./search";
import { asksShortages, shortageSchema, shortageSource } from "./shortages";

const recallFields = ["openfda.generic_name", "openfda.brand_name", "product_description"];

export type RegisterAnswer = {
  readonly found: readonly Found[];
  readonly query: string;
  readonly error: ProviderError | null;
  readonly raw: string | null;
};

/** What the registers that can answer have on the drug; none is asked that cannot. */
export function askRegisters(question: Question, names: readonly string[], options: OpenFdaOptions): Promise<RegisterAnswer[]> {
  const asked = [
    ...(asksRecalls(question) ? [askRecalls(question, names, options)] : []),
    ...(asksShortages(question) ? [askShortages(question, names, options)] : []),
    ...(asksOrangeBook(question) ? [askOrangeBook(question, names, options)] : []),
    ...(asksEventCounts(question) ? [askEventCounts(question, names, options)] : []),
  ];
  return Promise.all(asked);
}

async function askRecalls(question: Question, names: readonly string[], options: OpenFdaOptions): Promise<RegisterAnswer> {
  const search = anyOf(recallFields, names);
  const more = { limit: "40", sort: "report_date:desc" };
  const { records, error, raw } = await searchOpenFda("enforcement", search, more, recallSchema, options);
  const source = recallSource(records, names, question, publicUrl("enforcement", anyOf(recallFields, names.slice(0, 1)), more));
  return { found: source ? [source] : [], query: `enforcement: ${search}`, error, raw };
}

async function askShortages(question: Question, names: readonly string[], options: OpenFdaOptions): Promise<RegisterAnswer> {
  const search = anyOf(["generic_name"], names);
  const { records, error, raw } = await searchOpenFda("shortages", search, { limit: "40" }, shortageSchema, options);
  const source = shortageSource(records, names, question, publicUrl("shortages", anyOf(["generic_name"], names.slice(0, 1))));
  return { found: source ? [source] : [], query: `shortages: ${search}`, error, raw };
}

async function askOrangeBook(question: Question, names: readonly string[], options: OpenFdaOptions): Promise<RegisterAnswer> {
  const search = anyOf(["products.active_ingredients.name", "products.brand_name"], names);
  const { records, error, raw } = await searchOpenFda("orangebook", search, { limit: "50" }, listingSchema, options);
  return { found: orangeBookSources(records, names, question), query: `orangebook: ${search}`, error, raw };
}

async function askEventCounts(question: Question, names: readonly string[], options: OpenFdaOptions): Promise<RegisterAnswer> {
  const [name = ""] = names;
  const search = `patient.drug.openfda.generic_name:"${name}"`;
  const more = { count: "patient.reaction.reactionmeddrapt.exact", limit: "12" };
  const { records, error, raw, lastUpdated } = await searchOpenFda("event", search, more, eventCountSchema, options);
  const source = eventCountSource(records, name, lastUpdated, question, publicUrl("event", search, more));
  return { found: source ? [source] : [], query: `event counts: ${search}`, error, raw };
}
