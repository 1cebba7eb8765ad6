const digits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** The value of a Roman numeral up to 399 in either case; null for anything that is not written by the rules. */
export function readRoman(numeral: string): number | null {
  const lower = numeral.toLowerCase();
  if (!/^(?=[clxvi])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(lower)) return null;
  let total = 0;
  for (let i = 0; i < lower.length; i++) {
    const value = digits[lower[i] ?? ""] ?? 0;
    total += value < (digits[lower[i + 1] ?? ""] ?? 0) ? -value : value;
  }
  return total;
}
