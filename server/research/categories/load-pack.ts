import type { Queryable } from "@/db/client";
import { AppError } from "@/server/platform/errors";
import type { CategoryDefinition, PackDefinition } from "./schema";
import { allPacks, categoriesOf, packBySlug } from "./store";

export type LoadedCategory = {
  id: string;
  slug: string;
  name: string;
  /** 1, 2, 3 ... in the order in which they run. */
  number: number;
  version: number;
  definition: CategoryDefinition;
};

export type LoadedPack = {
  id: string;
  slug: string;
  name: string;
  subjectNoun: string;
  subjectKind: PackDefinition["subjectKind"];
  version: number;
  categories: LoadedCategory[];
};

/** A pack with its active categories in running order and the versions in force. Throws `bad_request` that names the packs there are. */
export async function loadPack(db: Queryable, slug: string): Promise<LoadedPack> {
  const pack = await packBySlug(db, slug);
  if (!pack) {
    const known = (await allPacks(db)).map((other) => other.slug).join(", ");
    throw new AppError("bad_request", `There is no pack “${slug}”. The packs are: ${known || "none yet; seed them first"}.`);
  }
  const active = (await categoriesOf(db, pack.id)).filter((category) => category.active);
  const { id, name, subjectNoun, subjectKind, version } = pack;
  return {
    id,
    slug,
    name,
    subjectNoun,
    subjectKind,
    version,
    categories: active.map((row, index) => ({
      id: row.id,
      slug: row.slug,
      name: row.name,
      number: index + 1,
      version: row.version,
      definition: row.definition,
    })),
  };
}
