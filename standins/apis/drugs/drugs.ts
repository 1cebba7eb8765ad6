import { apixaban } from "./apixaban";
import type { Drug } from "./drug";
import { metformin } from "./metformin";
import { warfarin } from "./warfarin";

export const drugs: readonly Drug[] = [metformin, warfarin, apixaban];

/** Every name the drug itself goes by; a mixture's brand is none. */
export function namesOf(drug: Drug): string[] {
  return [drug.name, drug.salt, drug.brand, ...drug.otherBrands].map((name) => name.toLowerCase());
}

/** The drugs one of whose names stands in a search, as whole words. */
export function drugsIn(search: string): Drug[] {
  const words = ` ${search.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  return drugs.filter((drug) => namesOf(drug).some((name) => words.includes(` ${name} `)));
}
