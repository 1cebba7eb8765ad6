// Whether a number lies outside what its fact takes for plausible.
import type { Fact } from "../../categories/schema";
import type { QuantityValue } from "../schema";
import { convert } from "./units";

/** True when a stated end, in the fact's unit, lies outside `plausible`. Values in units of another dimension are not judged. */
export function isImplausible(fact: Pick<Fact, "plausible" | "unit">, { value, low, high, unit }: QuantityValue): boolean {
  const { plausible } = fact;
  if (!plausible) return false;
  return [value, low, high].some((number) => {
    if (number === undefined) return false;
    const own = fact.unit === undefined || fact.unit === unit ? number : convert(number, unit, fact.unit);
    return own !== null && Number.isFinite(own) && (own < plausible.low || own > plausible.high);
  });
}
