// Which provider is asked how often: a pure count that the estimate and the table share.
import type { ProviderInfo } from "@/server/research/providers/schema";

export type AskedCategory = { readonly slug: string; readonly apis: readonly string[] };

/** An evidence API is asked where a category names it; the library and answer engines are asked by every category. */
export function questionsFor(provider: ProviderInfo, categories: readonly AskedCategory[]): number {
  return provider.kind === "api" ? categories.filter((category) => category.apis.includes(provider.id)).length : categories.length;
}

/** US dollars as a page prints them. */
export function dollars(usd: number): string {
  return `$${usd.toFixed(2)}`;
}
