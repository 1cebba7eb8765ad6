// The only place that talks to ucum-lhc. Its answers are cached, and codes that would make it print (blanks, foreign characters, unbalanced
// brackets) are refused here before it sees them.
import * as ucumPackage from "@lhncbc/ucum-lhc";

export type UnitFacts = {
  /** Size in the library's base units. */
  magnitude: number;
  /** Same key, same dimension: exponents, amount of substance, arbitrary units and annotations all count. */
  dimension: string;
  /** A scale with an offset or a logarithm (Celsius, pH): converts only through the library. */
  special: boolean;
};

const library = ucumPackage.UcumLhcUtils.getInstance();
const known = new Map<string, UnitFacts | null>();
const cacheLimit = 5000;
const axes = ["L", "T", "M", "A", "K", "Q", "I"];
const shape = /^(?:\{[^{}]*\}|\[[^[\]]*\]|[A-Za-z0-9.*/()%'"+^-])+$/;

/** What is known of a UCUM code, or null when it is not one. */
export function unitFacts(code: string): UnitFacts | null {
  const cached = known.get(code);
  if (cached !== undefined) return cached;
  const facts = look(code);
  if (known.size >= cacheLimit) known.clear();
  known.set(code, facts);
  return facts;
}

function look(code: string): UnitFacts | null {
  if (code.length > 80 || !shape.test(code) || /\s/.test(code) || !balanced(code)) return null;
  const { unit, status } = library.getSpecifiedUnit(code, "validate");
  if (!unit || status !== "valid") return null;
  const parts = axes.flatMap((axis, index) => {
    const exponent = unit.dim_?.dimVec_?.[index] ?? 0;
    return exponent === 0 ? [] : [`${axis}${exponent}`];
  });
  if (unit.moleExp_) parts.push(`mol${unit.moleExp_}`);
  if (unit.equivalentExp_) parts.push(`eq${unit.equivalentExp_}`);
  parts.push(...marks(code));
  return { magnitude: unit.magnitude_, dimension: parts.join(".") || "1", special: unit.isSpecial_ };
}

function balanced(code: string): boolean {
  let depth = 0;
  for (const sign of code.replace(/\{[^{}]*\}|\[[^[\]]*\]/g, "")) {
    if (sign === "(") depth++;
    if (sign === ")" && --depth < 0) return false;
  }
  return depth === 0;
}

// UCUM reads annotations and arbitrary units as pure numbers. Kept as dimensions of their own, {1.73_m2} never equals plain mL/min, an international
// unit never equals a milligram, and mg/kg is not the same as a percentage.
function marks(code: string): string[] {
  const found: string[] = [];
  let below = false;
  let massAbove = false;
  let massBelow = false;
  const closing: boolean[] = [];
  for (const [token] of code.matchAll(/\{[^{}]*\}|\[(?:[A-Za-z]*'?[A-Z]?U|CFU|PFU|pH)\]|[/.()]|[^{}[\]/.()]+|\[[^\]]*\]/g)) {
    if (token === "/") below = true;
    else if (token === ".") below = closing.at(-1) ?? false;
    else if (token === "(") closing.push(below);
    else if (token === ")") below = closing.pop() ?? false;
    else if (token === "{mass}") massAbove = massBelow = true;
    else if (/^\{|^\[(?:[A-Za-z]*'?[A-Z]?U|CFU|PFU|pH)\]$/.test(token)) found.push(`${token}${below ? "-1" : ""}`);
    else if (/^(?:[kmunpfcdM]?g|u|\[lb_av\]|\[oz_av\])$/.test(token)) {
      if (below) massBelow = true;
      else massAbove = true;
    }
  }
  if (massAbove && massBelow) found.push("mass/mass");
  return found.sort();
}

/** Conversion by the library: special units, and amount of substance to mass by `molecularWeight` in g/mol. Null when it cannot. */
export function convertByLibrary(value: number, from: string, to: string, molecularWeight?: number): number | null {
  const options = molecularWeight === undefined ? {} : { molecularWeight };
  const result = library.convertUnitTo(from, value, to, options);
  return result.status === "succeeded" && typeof result.toVal === "number" && Number.isFinite(result.toVal) ? result.toVal : null;
}
