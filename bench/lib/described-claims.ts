// Claims on one line each, to be read and compared by eye: "half_life =6.2 h (matrix plasma, statistic mean)".
import type { ClaimValue, ExtractedClaim } from "@/server/research/claims/schema";

/** One line per claim, in order; qualifiers in the order of their names, periods left out. */
export function describeClaims(claims: readonly ExtractedClaim[]): string[] {
  return claims.map(({ attribute, value, qualifiers, polarity }) => {
    const keys = Object.entries(qualifiers)
      .filter(([key]) => key !== "as_of" && key !== "fiscal_period" && key !== "definition")
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, stated]) => `${key} ${stated}`);
    return `${attribute} ${describeValue(value)}${polarity === "denied" ? " denied" : ""}${keys.length > 0 ? ` (${keys.join(", ")})` : ""}`;
  });
}

function describeValue(value: ClaimValue): string {
  if (value.kind === "date") return value.earliest === value.latest ? value.earliest : `${value.earliest}..${value.latest}`;
  if (value.kind !== "quantity") return String(value.value);
  const number = value.value === undefined ? `${value.low}..${value.high}` : String(Number(value.value.toPrecision(4)));
  return `${value.op}${value.approx ? "~" : ""}${number} ${value.unit}`;
}
