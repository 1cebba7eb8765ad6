import type { FetchedJson } from "../../core/json";
import type { ProviderError } from "../../schema";
import { type ApiOptions, callJson } from "../record/call";
import { plainText } from "../record/plain-text";
import { type Concept, conceptOf } from "./concept";
import { approximateSchema, idsSchema, propertiesSchema, type Related, relatedByTypeSchema, relatedSchema } from "./wire";

export type FoundConcept =
  | { readonly kind: "found"; readonly concept: Concept; readonly raw: readonly string[] }
  /** `closest`: how a name that is written almost so is spelled there. Never taken by itself: close names are other drugs. */
  | { readonly kind: "unknown"; readonly closest: string | null }
  | { readonly kind: "failed"; readonly error: ProviderError };

const name = "RxNorm";
/** Ingredients, salts, brands and dose forms. */
const relatedTypes = "IN+PIN+MIN+BN+DF";

/** The ingredient that a name, a brand or a salt stands for, with its other names. A mixture stays itself. */
export async function findConcept(typed: string, options: ApiOptions): Promise<FoundConcept> {
  const ids = await callJson(name, `/rxcui.json?${new URLSearchParams({ name: typed, search: "2" })}`, idsSchema, options);
  if (!ids.ok) return { kind: "failed", error: ids.error };
  const [rxcui] = ids.value.idGroup.rxnormId ?? [];
  if (rxcui === undefined || !/^\d{1,9}$/.test(rxcui)) return { kind: "unknown", closest: await closestTo(typed, options) };
  const own = await read(rxcui, options);
  if (own.kind !== "found" || !own.ingredient || own.ingredient === rxcui) return own;
  // A brand or a salt: its ingredient knows the other brands and salts.
  const ingredient = await read(own.ingredient, options);
  return ingredient.kind === "found" ? { ...ingredient, raw: [...own.raw, ...ingredient.raw] } : own;
}

type Read = Exclude<FoundConcept, { kind: "found" }> | (FoundConcept & { kind: "found" } & { readonly ingredient: string | null });

async function read(rxcui: string, options: ApiOptions): Promise<Read> {
  const [own, related] = await Promise.all([
    callJson(name, `/rxcui/${rxcui}/properties.json`, propertiesSchema, options),
    readRelated(rxcui, options),
  ]);
  if (!own.ok) return { kind: "failed", error: own.error };
  if (!related.ok) return { kind: "failed", error: related.error };
  const concept = conceptOf(own.value.properties, related.value);
  const ingredients = (related.value.allRelatedGroup.conceptGroup ?? []).find((group) => group.tty === "IN")?.conceptProperties ?? [];
  const [only] = ingredients;
  const ingredient = ingredients.length === 1 && only && /^\d{1,9}$/.test(only.rxcui) ? only.rxcui : null;
  return { kind: "found", concept, raw: [own.raw, related.raw], ingredient };
}

/** All that is related at once; a mirror without that address has it by types. */
async function readRelated(rxcui: string, options: ApiOptions): Promise<FetchedJson<Related>> {
  const all = await callJson(name, `/rxcui/${rxcui}/allrelated.json`, relatedSchema, options);
  if (all.ok || all.status !== 404) return all;
  const some = await callJson(name, `/rxcui/${rxcui}/related.json?tty=${relatedTypes}`, relatedByTypeSchema, options);
  return some.ok ? { ...some, value: { allRelatedGroup: some.value.relatedGroup } } : some;
}

async function closestTo(typed: string, options: ApiOptions): Promise<string | null> {
  const query = new URLSearchParams({ term: typed, maxEntries: "4", option: "1" });
  const answer = await callJson(name, `/approximateTerm.json?${query}`, approximateSchema, options);
  if (!answer.ok) return null;
  const names = (answer.value.approximateGroup.candidate ?? []).flatMap((candidate) => (candidate.name ? [plainText(candidate.name)] : []));
  return names.find((candidate) => candidate.length <= 80) ?? null;
}
