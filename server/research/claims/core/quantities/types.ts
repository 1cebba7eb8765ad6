// What a quantity in prose is. Offsets point into the original text: text.slice(start, end) === raw.

export type Operator = "=" | "<" | "<=" | ">" | ">=";
export type QuantityKind =
  | "measure"
  | "percent"
  | "fold"
  | "duration"
  | "age"
  | "temperature"
  | "currency"
  | "count"
  | "frequency"
  | "date"
  | "year"
  | "timepoint"
  | "pure";

export type Quantity = {
  raw: string;
  start: number;
  end: number;
  kind: QuantityKind;
  /** Either `value`, or `low` and `high` (as written, so low may exceed high in a fall). */
  value?: number;
  low?: number;
  high?: number;
  op: Operator;
  approx: boolean;
  /** Half-width of a tolerance, in the quantity's unit. */
  sd?: number;
  /** The unit as written; absent for a pure number. */
  unitRaw?: string;
  /** UCUM code, "1" for a pure number. */
  unit: string;
  /** Key of `dimensionOf(unit)`. */
  dimension: string;
  /** The counted noun of a count, lower case. */
  noun?: string;
  /** True for "from X to Y" after a verb of change: two states, no interval. */
  change?: boolean;
  /** Offsets of the number itself, without operator and unit. */
  numberStart: number;
  numberEnd: number;
};

/** A number found in the text, before units and neighbours are joined to it. */
export type NumberToken = {
  start: number;
  end: number;
  value: number;
  word: boolean;
  /** A whole number without sign, separator or decimals. */
  plain: boolean;
};

/** A number with the unit that stands with it. */
export type Atom = NumberToken & {
  unit?: { code: string; start: number; end: number; raw: string; own: boolean };
  /** End of the number and its unit; start including a currency sign before it. */
  from: number;
  to: number;
  sd?: number;
};
