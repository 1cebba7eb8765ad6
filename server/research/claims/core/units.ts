// Units by UCUM code: from the surface of a text to a code, and between codes. A code compares only with codes of the same dimension key.
import { normalise } from "./normalise";
import { convertByLibrary, unitFacts } from "./unit-library";
import { scanUnit } from "./unit-scan";

/** The UCUM code of a unit as printed ("µg/mL", "mL/min/1.73 m2", "hours"), or null when the whole of `surface` is not a unit. */
export function toUcum(surface: string): string | null {
  const text = normalise(surface.trim()).replaceAll("\u00a0", " ");
  const scanned = scanUnit(text, 0);
  return scanned && scanned.end === text.length && unitFacts(scanned.code) ? scanned.code : null;
}

/** True when `code` is a UCUM code. */
export function isValidUnit(code: string): boolean {
  return unitFacts(code) !== null;
}

/** A key that is equal for units of the same dimension ("L3.T-1"); "1" for pure numbers, "?" for what is not a unit. */
export function dimensionOf(code: string): string {
  return unitFacts(code)?.dimension ?? "?";
}

/** `value` in unit `to`, or null when the dimensions differ. Amount of substance meets mass only by `molecularWeight` in g/mol. */
export function convert(value: number, from: string, to: string, options: { molecularWeight?: number } = {}): number | null {
  if (from === to) return value;
  const source = unitFacts(from);
  const target = unitFacts(to);
  if (!source || !target) return null;
  if (source.dimension === target.dimension) {
    return source.special || target.special ? convertByLibrary(value, from, to) : (value * source.magnitude) / target.magnitude;
  }
  const molar = /mol-?\d/;
  if (options.molecularWeight === undefined || molar.test(source.dimension) === molar.test(target.dimension)) return null;
  return convertByLibrary(value, from, to, options.molecularWeight);
}
