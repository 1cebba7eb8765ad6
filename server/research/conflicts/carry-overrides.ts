import type { Tx } from "@/db/client";
import { newId } from "@/server/platform/ids";
import { inForce } from "./core/override";
import { insertOverride, overrideRows } from "./override-store";

type Placed = { readonly id: string; readonly slug: string };

/** Repeats the rulings in force of one edition in the next one of its series. They will hold there for the same claims only. */
export async function carryOverrides(
  tx: Tx,
  from: { readonly requestId: string; readonly categories: readonly Placed[] },
  to: { readonly requestId: string; readonly categories: readonly Placed[] },
): Promise<void> {
  const byCategory = Map.groupBy(await overrideRows(tx, from.requestId), (row) => row.requestCategoryId);
  for (const { id, slug } of from.categories) {
    const next = to.categories.find((category) => category.slug === slug);
    if (!next) continue;
    for (const ruling of inForce(byCategory.get(id) ?? []).values()) {
      const carriedFrom = ruling.carriedFrom ?? ruling.id;
      await insertOverride(tx, { ...ruling, id: newId(), requestId: to.requestId, requestCategoryId: next.id, carriedFrom });
    }
  }
}
