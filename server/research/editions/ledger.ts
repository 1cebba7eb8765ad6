// The conflict ledger as pages draw it: every claim of an entry with its value in the fact's own unit, so that one axis holds them all.
import type { Ctx } from "@/server/platform/context";
import { loadCategoryVersion } from "../categories/load-version";
import type { Fact } from "../categories/schema";
import { convert } from "../claims/core/units";
import { readClaims } from "../claims/read-claims";
import type { Claim, ClaimValue } from "../claims/schema";
import { labelOf, valueLabel } from "../conflicts/core/label";
import { unitLabel } from "../conflicts/core/unit-label";
import { readConflicts } from "../conflicts/read-conflicts";
import type { Conflict } from "../conflicts/schema";
import { readRequestCategories } from "../requests/read-requests";
import { visibleRequest } from "../requests/visible-request";

export type LedgerRow = {
  readonly claimId: string;
  readonly sourceId: string;
  /** Index of its side. */
  readonly side: number;
  /** In the fact's unit where it can be converted. */
  readonly value: ClaimValue;
  /** As shown, in its own unit. */
  readonly printed: string;
  readonly qualifiers: string;
  readonly quote: string;
};
export type LedgerEntry = {
  readonly category: { readonly slug: string; readonly name: string; readonly number: number };
  readonly conflict: Conflict;
  readonly label: string;
  /** Unit of the axis in readable form; empty for what has none. */
  readonly unit: string;
  readonly rows: readonly LedgerRow[];
};

/** Every ledger entry of a request in reading order, for those who may see it. */
export async function readLedger(ctx: Pick<Ctx, "db" | "actor">, id: string): Promise<LedgerEntry[]> {
  const request = await visibleRequest(ctx, id);
  const rows = await readRequestCategories(ctx.db, [request.id]);
  const ids = rows.map((row) => row.id);
  const claims = await readClaims(ctx.db, ids);
  const conflicts = await readConflicts(ctx.db, ids);
  const entries: LedgerEntry[] = [];
  for (const row of rows) {
    const own = conflicts.get(row.id) ?? [];
    if (own.length === 0) continue;
    const { facts } = (await loadCategoryVersion(ctx.db, row.categoryId, row.categoryVersion)).processingRules;
    const category = { slug: row.slug, name: row.name, number: row.position };
    for (const conflict of own) {
      const fact = facts.find((candidate) => candidate.name === conflict.attribute);
      entries.push({
        category,
        conflict,
        label: fact?.label ?? conflict.attribute,
        unit: fact?.unit ? unitLabel(fact.unit) : "",
        rows: rowsOf(conflict, claims.get(row.id) ?? [], fact),
      });
    }
  }
  return entries;
}

function rowsOf(conflict: Conflict, claims: readonly Claim[], fact: Fact | undefined): LedgerRow[] {
  return conflict.sides.flatMap((side, index) => {
    const seen = new Set<string>();
    return side.claimIds.flatMap((id) => {
      const claim = claims.find((candidate) => candidate.id === id);
      if (!claim) return [];
      const value = inUnit(claim.value, fact?.unit);
      const whole = fact ? labelOf(claim, fact) : valueLabel(claim.value, claim.polarity === "denied");
      const printed = valueLabel(claim.value, claim.polarity === "denied");
      // A source that says the same in several places is drawn once.
      if (seen.has(`${claim.sourceId} ${whole}`)) return [];
      seen.add(`${claim.sourceId} ${whole}`);
      return [
        { claimId: id, sourceId: claim.sourceId, side: index, value, printed, qualifiers: whole.slice(printed.length).trim(), quote: claim.quote },
      ];
    });
  });
}

function inUnit(value: ClaimValue, unit: string | undefined): ClaimValue {
  if (value.kind !== "quantity" || unit === undefined || value.unit === unit) return value;
  const to = (number: number | undefined) => (number === undefined ? undefined : (convert(number, value.unit, unit) ?? undefined));
  const probe = convert(1, value.unit, unit);
  if (probe === null) return value;
  return { ...value, value: to(value.value), low: to(value.low), high: to(value.high), sd: to(value.sd), unit };
}
