import type { Queryable } from "@/db/client";
import type { Ctx } from "@/server/platform/context";
import { AppError } from "@/server/platform/errors";
import { type LoadedCategory, type LoadedPack, loadPack } from "../categories/load-pack";
import { chooseProviders } from "../providers/registry";
import type { ProviderInfo } from "../providers/schema";
import { availableProviders } from "../resilience/available-providers";
import type { SubmitRequest } from "./schema";

type Wanted = Pick<SubmitRequest, "pack" | "categories" | "providers">;
export type Chosen = { readonly pack: LoadedPack; readonly categories: readonly LoadedCategory[]; readonly providers: readonly ProviderInfo[] };

/** What a request names, looked up; throws one sentence for a pack, a category or a provider that there is not. */
export async function choose(db: Queryable, wanted: Wanted): Promise<Chosen> {
  const pack = await loadPack(db, wanted.pack);
  const categories = chooseCategories(pack, wanted.categories);
  const known = await availableProviders(db);
  const asked = new Set(categories.flatMap((category) => category.definition.searchParameters.apis));
  // Left to itself, a request asks no interface that none of its categories names.
  const useful = wanted.providers.length > 0 ? known : known.filter((provider) => provider.kind !== "api" || asked.has(provider.id));
  return { pack, categories, providers: chooseProviders(wanted.providers, useful) };
}

/** Says whether a request could be submitted so, before anything is prepared for it. */
export async function checkRequest(ctx: Pick<Ctx, "db">, wanted: Wanted): Promise<{ categories: number; providers: string[] }> {
  const { categories, providers } = await choose(ctx.db, wanted);
  return { categories: categories.length, providers: providers.map((provider) => provider.id) };
}

function chooseCategories(pack: LoadedPack, slugs: readonly string[]): readonly LoadedCategory[] {
  const unknown = slugs.find((slug) => !pack.categories.some((category) => category.slug === slug));
  if (unknown !== undefined) {
    const known = pack.categories.map((category) => category.slug).join(", ");
    throw new AppError("bad_request", `${pack.name} has no category "${unknown}". It has: ${known}.`);
  }
  const chosen = slugs.length === 0 ? pack.categories : pack.categories.filter((category) => slugs.includes(category.slug));
  if (chosen.length === 0) throw new AppError("bad_request", `${pack.name} has no active category.`);
  return chosen;
}
