// Labels and application records of the United States, by name of the drug. What openFDA does wrong becomes part of the answer.
import type { z } from "zod";
import type { FoundSource } from "../../../sources/schema";
import type { FetchOptions } from "../../core/http";
import { type FetchedJson, fetchJson, type Get, parseJson } from "../../core/json";
import { userAgent } from "../../core/user-agent";
import type { Answer, ProviderError, Question } from "../../schema";
import { searchNames } from "../record/drug-names";
import { applicationClaims, applicationSource, chooseApplications, recordFacts } from "./application-sources";
import { chooseLabels, labelSource } from "./label-sources";
import { applicationSchema, failureSchema, labelSchema, pageSchema, readRecords } from "./wire";

export type OpenFdaOptions = {
  readonly baseUrl: string;
  readonly apiKey: string | null;
  readonly contact: string;
  readonly fetch: FetchOptions["fetch"];
  readonly signal: AbortSignal;
  readonly now: Date;
  /** Fetches bodies; by default each is fetched anew. */
  readonly get?: Get;
  readonly firstByteMs?: number;
};

const providerName = "openFDA";
/** Labels come with 50 to 300 KB each: enough of the newest to find three of the drug itself, and the originals apart. */
const labelsAsked = 12;
const originalsAsked = 5;
const applicationsAsked = 50;

type Asked<T> = { readonly records: readonly T[]; readonly error: ProviderError | null; readonly raw: string | null };

/** Asks for labels where the category has label sections, and for application records where it asks what they state. Free. */
export async function askOpenFda(question: Question, options: OpenFdaOptions): Promise<Answer> {
  const names = searchNames([question.subject, ...question.aliases]);
  const facts = recordFacts(question);
  const labelQuery = anyOf(["openfda.generic_name", "openfda.brand_name"], names);
  const originalQuery = `(${labelQuery}) AND (openfda.application_number:NDA* OR openfda.application_number:BLA*)`;
  const applicationQuery = anyOf(["products.active_ingredients.name", "products.brand_name"], names);
  const wantsLabels = names.length > 0 && question.labelSections.length > 0;
  const wantsApplications = names.length > 0 && (facts.approval !== null || facts.application !== null);
  if (!wantsLabels && !wantsApplications) return answerOf({ status: "refused", error: notOurs });
  const nothing = { records: [], error: null, raw: null };
  const [newest, originals, records] = await Promise.all([
    wantsLabels ? ask("label", labelQuery, labelsAsked, labelSchema, options) : nothing,
    wantsLabels ? ask("label", originalQuery, originalsAsked, labelSchema, options) : nothing,
    wantsApplications ? ask("drugsfda", applicationQuery, applicationsAsked, applicationSchema, options) : nothing,
  ]);
  const labels = chooseLabels([...newest.records, ...originals.records], names).flatMap((label) => labelSource(label, question) ?? []);
  const applications = chooseApplications(records.records, names);
  const sources: FoundSource[] = [...labels, ...applications.map(applicationSource)];
  const claims = applications.flatMap((application, index) => {
    const source = labels.length + index;
    return applicationClaims(application, sources[source]?.text ?? "", question, index === 0).map((claim) => ({ source, claim }));
  });
  // The search for originals only adds to the other: alone, its failure is none.
  const errors = [newest.error, records.error].flatMap((error) => error ?? []);
  const asked = Number(wantsLabels) + Number(wantsApplications);
  const raw = [newest.raw, originals.raw, records.raw].flatMap((body) => body ?? []);
  return answerOf({
    status: errors.length === 0 ? "ok" : errors.length < asked || sources.length > 0 ? "partial" : "failed",
    sources,
    claims,
    queries: [...(wantsLabels ? [`label: ${labelQuery}`] : []), ...(wantsApplications ? [`drugsfda: ${applicationQuery}`] : [])],
    usage: { calls: Number(wantsLabels) * 2 + Number(wantsApplications) },
    error: errors.find((error) => !error.retryable) ?? errors[0] ?? null,
    raw: raw.length > 0 ? raw.join("\n") : null,
  });
}

/** Saying that nothing was found would claim a search that never took place. */
const notOurs: ProviderError = {
  kind: "bad_request",
  retryable: false,
  message: "openFDA was not asked: its labels and application records do not state what this category looks for.",
};

function answerOf(found: Partial<Answer> & Pick<Answer, "status" | "error">): Answer {
  return {
    provider: "openfda",
    model: null,
    servedModel: null,
    text: "",
    sources: [],
    spans: [],
    claims: [],
    queries: [],
    usage: {},
    cost: { usd: 0, basis: "free" },
    requestId: null,
    raw: null,
    ...found,
  };
}

async function ask<T>(
  endpoint: "label" | "drugsfda",
  search: string,
  limit: number,
  schema: z.ZodType<T>,
  options: OpenFdaOptions,
): Promise<Asked<T>> {
  const query = new URLSearchParams({ search, limit: String(limit), ...(endpoint === "label" ? { sort: "effective_time:desc" } : {}) });
  if (options.apiKey) query.set("api_key", options.apiKey);
  const page = await fetchJson(`${options.baseUrl.replace(/\/+$/, "")}/drug/${endpoint}.json?${query}`, pageSchema, {
    name: providerName,
    fetch: options.fetch,
    signal: options.signal,
    now: options.now,
    headers: { accept: "application/json", "user-agent": userAgent(options.contact) },
    ...(options.get ? { get: options.get } : {}),
    ...(options.firstByteMs === undefined ? {} : { firstByteMs: options.firstByteMs }),
  });
  if (!page.ok) return { records: [], raw: null, error: failureOf(page) };
  const { records, broken } = readRecords(page.value, schema);
  const unreadable = records.length === 0 && broken > 0;
  const error: ProviderError = { kind: "schema", retryable: false, message: `${providerName} sent ${broken} records, none of the documented shape.` };
  return { records, raw: page.raw, error: unreadable ? error : null };
}

/** 404 with NOT_FOUND is openFDA's way to say that nothing matches. A key it does not know comes as 403. */
function failureOf(page: FetchedJson<unknown> & { ok: false }): ProviderError | null {
  const body = page.raw === null ? null : parseJson(providerName, page.raw, failureSchema);
  const code = body?.ok ? body.value.error.code : null;
  if (page.status === 404 && code === "NOT_FOUND") return null;
  if (page.status === 403 && code?.startsWith("API_KEY"))
    return { kind: "auth", status: 403, retryable: false, message: `${providerName} did not accept the key (403). Check OPENFDA_API_KEY.` };
  return page.error;
}

/** Any of the fields holds any of the phrases. */
function anyOf(fields: readonly string[], phrases: readonly string[]): string {
  return phrases.flatMap((phrase) => fields.map((field) => `${field}:"${phrase}"`)).join(" OR ");
}
