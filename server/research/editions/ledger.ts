// The conflict ledger as pages draw it: every claim of an entry with its value in the fact's own unit, so that one axis holds them all.
import type { Ctx } from "@/server/platform/context";
import { loadCategoryVersion } from "../categories/load-version";
import type { Fact } from "../categories/schema";
import { convert } from "../claims/core/units";
import { readClaims } from "../claims/read-claims";
import type { Claim, ClaimValue } from "../claims/schema";
import { fingerprintOf } from "../conflicts/core/fingerprint";
import { labelOf, valueLabel } from "../conflicts/core/label";
import { aboutOtherClaims } from "../conflicts/core/override";
import { unitLabel } from "../conflicts/core/unit-label";
import type { Override } from "../conflicts/override/schema";
import { readConflicts } from "../conflicts/read-conflicts";
import { readRulings } from "../conflicts/read-rulings";
import type { Conflict } from "../conflicts/schema";
import { readRequestCategories } from "../requests/read-requests";
import { visibleRequest } from "../requests/visible-request";
import { readRequestSources } from "../sources/read-sources";
import { readSentences } from "../synthesis/read-sentences";
import { sentencesOn } from "./core/sentences-on";

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
  /** Every ruling by hand on just this disagreement, oldest first; the last one counts. */
  readonly rulings: readonly Override[];
  /** Rulings in force that were made about other claims of the fact: told of, never applied. */
  readonly aboutOthers: readonly Override[];
  /** Numbers of the sentences of the category's text that stand on one of its sides. */
  readonly sentences: readonly number[];
};

/** Every ledger entry of a request in reading order, for those who may see it. */
export async function readLedger(ctx: Pick<Ctx, "db" | "actor">, id: string): Promise<LedgerEntry[]> {
  const request = await visibleRequest(ctx, id);
  const rows = await readRequestCategories(ctx.db, [request.id]);
  const ids = rows.map((row) => row.id);
  const claims = await readClaims(ctx.db, ids);
  const conflicts = await readConflicts(ctx.db, ids);
  const rulings = await readRulings(ctx.db, ids);
  const sentences = Map.groupBy(
    (await readSentences(ctx.db, ids)).filter((sentence) => sentence.status === "published"),
    (sentence) => sentence.requestCategoryId,
  );
  const sourceKeys = new Map((await readRequestSources(ctx.db, request.id)).map((source) => [source.id, source.identityKey]));
  const entries: LedgerEntry[] = [];
  for (const row of rows) {
    const own = conflicts.get(row.id) ?? [];
    if (own.length === 0) continue;
    const { facts } = (await loadCategoryVersion(ctx.db, row.categoryId, row.categoryVersion)).processingRules;
    const category = { slug: row.slug, name: row.name, number: row.position };
    const history = rulings.get(row.id) ?? [];
    const claimById = new Map((claims.get(row.id) ?? []).map((claim) => [claim.id, claim]));
    const marks = new Map(own.map((conflict) => [conflict.id, fingerprintOf(conflict, claimById, sourceKeys).fingerprint]));
    const others = aboutOtherClaims(history, new Set(marks.values()));
    for (const conflict of own) {
      const fact = facts.find((candidate) => candidate.name === conflict.attribute);
      entries.push({
        category,
        conflict,
        label: fact?.label ?? conflict.attribute,
        unit: fact?.unit ? unitLabel(fact.unit) : "",
        rows: rowsOf(conflict, claims.get(row.id) ?? [], fact),
        rulings: history.filter((ruling) => ruling.fingerprint === marks.get(conflict.id)),
        aboutOthers: conflict.override ? [] : others.filter((ruling) => isNear(ruling, conflict, own)),
        sentences: sentencesOn(conflict, claimById, sentences.get(row.id) ?? []),
      });
    }
  }
  return entries;
}

/** A ruling on the same fact that shares a side with the entry, or where the fact has no other entry. */
function isNear(ruling: Override, conflict: Conflict, all: readonly Conflict[]): boolean {
  if (ruling.attribute !== conflict.attribute) return false;
  const labels = new Set(ruling.sides.map((side) => side.label));
  return conflict.sides.some((side) => labels.has(side.label)) || all.filter((other) => other.attribute === conflict.attribute).length === 1;
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
