// Which texts of a source are stored, and where each is from.
import type { Queryable } from "@/db/client";
import type { Visit } from "../../snapshots/schema";
import { readSnapshots } from "../../snapshots/snapshots";
import type { MentionRow, SourceRow } from "../../sources/read-sources";
import { snippetChecksOf } from "../check-store";
import { bringersOf } from "../read-evidence";
import type { StoredText } from "./schema";

type Known = SourceRow & { readonly mentions: readonly MentionRow[] };

/** Pages newest first, then what was brought. Only texts of this very source are ever named here. */
export async function storedTexts(db: Queryable, source: Known, visits: readonly Visit[]): Promise<StoredText[]> {
  const pages = new Map<string, string>();
  for (const { textHash, at } of visits) if (textHash !== null && !pages.has(textHash)) pages.set(textHash, at);
  const brought = new Map<string, Set<string>>([[source.snapshotHash, new Set()]]);
  const add = (hash: string, provider: string) => brought.set(hash, (brought.get(hash) ?? new Set()).add(provider));
  for (const { snapshotHash, provider } of source.mentions) add(snapshotHash ?? source.snapshotHash, provider);
  for (const { snippetHash, provider } of await snippetChecksOf(db, [source.id])) add(snippetHash, provider);
  const texts = await readSnapshots(db, [...pages.keys(), ...brought.keys()]);
  const about = (hash: string) => ({ hash, characters: texts.get(hash)?.length ?? 0 });
  const kept = [...brought].filter(([hash]) => !pages.has(hash) && (texts.get(hash) ?? "") !== "");
  return [
    ...[...pages].map(([hash, at]) => ({ ...about(hash), kind: "page" as const, by: [], at })),
    ...kept.map(([hash, providers]) => {
      const known = providers.size > 0 ? [...providers] : source.mentions.map((mention) => mention.provider);
      const bringers = bringersOf(known.map((provider) => ({ provider })));
      const held = bringers.some((info) => info.kind !== "engine");
      return { ...about(hash), kind: held ? ("record" as const) : ("shown" as const), by: bringers.map((info) => info.name), at: null };
    }),
  ];
}
