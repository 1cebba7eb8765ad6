import type { Ctx } from "@/server/platform/context";
import type { ConflictStrategy, PackDefinition } from "./schema";
import { allPacks, categoriesOf } from "./store";

export type ListedPack = {
  slug: string;
  name: string;
  description: string;
  subjectNoun: string;
  subjectKind: PackDefinition["subjectKind"];
  version: number;
  categories: {
    id: string;
    slug: string;
    name: string;
    description: string;
    /** 1, 2, 3 ... in the order in which they run; inactive ones have none. */
    number: number | null;
    active: boolean;
    version: number;
    strategy: ConflictStrategy;
    facts: number;
    apis: string[];
  }[];
};

/** The packs with what a person needs to choose from them. */
export async function listPacks(ctx: Pick<Ctx, "db">): Promise<ListedPack[]> {
  const listed: ListedPack[] = [];
  for (const pack of await allPacks(ctx.db)) {
    let number = 0;
    const rows = await categoriesOf(ctx.db, pack.id);
    listed.push({
      slug: pack.slug,
      name: pack.name,
      description: pack.description,
      subjectNoun: pack.subjectNoun,
      subjectKind: pack.subjectKind,
      version: pack.version,
      categories: rows.map(({ id, slug, name, active, version, definition }) => {
        if (active) number += 1;
        return {
          id,
          slug,
          name,
          description: definition.description,
          number: active ? number : null,
          active,
          version,
          strategy: definition.conflictResolutionStrategy,
          facts: definition.processingRules.facts.length,
          apis: definition.searchParameters.apis,
        };
      }),
    });
  }
  return listed;
}
