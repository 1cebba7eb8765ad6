// A name as RxNorm knows it: one ingredient with its salts, brands and dose forms, or a mixture that must not be taken for one of its parts.
import { baseName } from "../record/drug-names";
import { plainText } from "../record/plain-text";
import type { Related } from "./wire";

export type Concept = {
  readonly rxcui: string;
  readonly name: string;
  /** More than one: a mixture. */
  readonly ingredients: readonly string[];
  readonly salts: readonly string[];
  readonly brands: readonly string[];
  readonly doseForms: readonly string[];
};

const mostNames = 14;

/** Reads a concept and what is related to it. Brands of mixtures are left out, unless the concept is a mixture itself. */
export function conceptOf(own: { rxcui: string; name: string }, related: Related): Concept {
  const byType = new Map<string, string[]>();
  for (const { tty, conceptProperties = [] } of related.allRelatedGroup.conceptGroup ?? []) {
    byType.set(tty, [...(byType.get(tty) ?? []), ...conceptProperties.map((concept) => plainText(concept.name)).filter((name) => name !== "")]);
  }
  const of = (tty: string) => [...new Set(byType.get(tty) ?? [])];
  const ingredients = of("IN").length > 0 ? of("IN") : [plainText(own.name)];
  const single = ingredients.length === 1;
  return {
    rxcui: own.rxcui,
    name: plainText(own.name),
    ingredients,
    salts: single
      ? of("PIN")
          .filter((name) => baseName(name) === baseName(ingredients[0] ?? ""))
          .slice(0, mostNames)
      : [],
    brands: single ? singleBrands(of("BN"), of("SBD")).slice(0, mostNames) : of("BN").slice(0, mostNames),
    doseForms: of("DF"),
  };
}

/** A branded product's name ends with its brand in brackets; its parts are joined by " / ". */
function singleBrands(brands: readonly string[], products: readonly string[]): string[] {
  const mixed = new Set<string>();
  const pure = new Set<string>();
  for (const product of products) {
    const brand = /\[([^\]]+)\]$/.exec(product)?.[1]?.toLowerCase();
    if (brand) (product.includes(" / ") ? mixed : pure).add(brand);
  }
  return brands.filter((brand) => pure.has(brand.toLowerCase()) || !mixed.has(brand.toLowerCase()));
}
