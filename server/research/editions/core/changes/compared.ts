// An edition as it is compared: by identities and labels, never by ids, numbers or order, which differ from run to run although nothing changed.
import { type ComparabilityKey, comparabilityKeys, type Fact } from "../../../categories/schema";
import type { Claim } from "../../../claims/schema";
import { labelOf, valueLabel } from "../../../conflicts/core/label";
import type { Edition, EditionCategory, EditionSource } from "../../schema";

export type ComparedEdition = {
  readonly edition: Pick<Edition, "request" | "categories" | "sources">;
  /** Null where the edition is older than the keeping of it. */
  readonly programVersion: string | null;
  readonly categoryVersions: ReadonlyMap<string, number>;
  /** Facts by `factKey`. */
  readonly facts: ReadonlyMap<string, Fact>;
  /** Hash of the text of sources that are read whole, by source id. What an engine shows of a page is another excerpt each time. */
  readonly textHashes: ReadonlyMap<string, string>;
  /** What was found of its sources after it had ended, by source id: the edition was made without knowing it. */
  readonly foundLater: ReadonlyMap<string, ReadonlySet<string>>;
};

export const factKey = (category: string, attribute: string): string => `${category} ${attribute}`;
export const keyOf = ({ identity }: Pick<EditionSource, "identity">): string => `${identity.scheme}:${identity.value}`;

/** A category of an edition with what its parts are looked up by. */
export type Side = {
  readonly compared: ComparedEdition;
  readonly category: EditionCategory;
  readonly sources: ReadonlyMap<string, EditionSource>;
};

export function sideOf(compared: ComparedEdition, category: EditionCategory): Side {
  return { compared, category, sources: new Map(compared.edition.sources.map((source) => [source.id, source])) };
}

/** Claims with different values of these are about different things. */
const subjectKeys: readonly ComparabilityKey[] = ["term", "partner", "endpoint", "study", "arm"];

/** What a claim is about within its fact: "diarrhoea", "warfarin"; empty for most. */
export function subjectOf(claim: Claim): string {
  return subjectKeys
    .flatMap((key) => claim.qualifiers[key]?.toLowerCase() ?? [])
    .filter((part) => part !== "treatment")
    .join(", ");
}

/** The claim's value with the conditions that make it comparable, as pages show it. */
export function printed(claim: Claim, side: Side): string {
  const fact = side.compared.facts.get(factKey(side.category.slug, claim.attribute));
  if (!fact) return valueLabel(claim.value, claim.polarity === "denied");
  const subject = new Set(subjectKeys);
  return labelOf(
    claim,
    fact,
    comparabilityKeys.filter((key) => fact.comparability.includes(key) && !subject.has(key)),
  );
}

export function labelOfFact(slug: string, attribute: string, ...editions: readonly ComparedEdition[]): string {
  const fact = editions.flatMap((edition) => edition.facts.get(factKey(slug, attribute)) ?? [])[0];
  if (fact) return fact.label;
  const words = attribute.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Numbers of sources by which an edition's readers know them, ascending. */
export function numbersOf(keys: Iterable<string>, { sources }: Side): number[] {
  const wanted = new Set(keys);
  return [...sources.values()]
    .filter((source) => wanted.has(keyOf(source)))
    .map((source) => source.number)
    .sort((a, b) => a - b);
}
