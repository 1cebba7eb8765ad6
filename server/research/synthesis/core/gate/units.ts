// Units as a dimension and a factor to that dimension's base, enough to compare what a sentence says with what a passage says.
// Symbols are read with their case first (M is not m), words without.

export type Unit = { dimension: string; factor: number; surface: string };

type Row = readonly [dimension: string, factor: number, names: string];

const rows: readonly Row[] = [
  ["mass", 1e3, "kg kilogram kilograms kilogramme kilogrammes"],
  ["mass", 1, "g gram grams gramme grammes gm"],
  ["mass", 1e-3, "mg milligram milligrams milligramme milligrammes"],
  ["mass", 1e-6, "ug mcg microgram micrograms microgramme microgrammes"],
  ["mass", 1e-9, "ng nanogram nanograms"],
  ["mass", 1e-12, "pg picogram picograms"],
  ["mass", 453.592, "lb lbs pound pounds"],
  ["mass", 28.3495, "oz ounce ounces"],
  ["mass", 1e6, "tonne tonnes"],
  ["mass", 907185, "ton tons"],
  ["volume", 1, "l L litre litres liter liters"],
  ["volume", 0.1, "dl dL decilitre deciliter"],
  ["volume", 1e-3, "ml mL cc millilitre millilitres milliliter milliliters"],
  ["volume", 1e-6, "ul uL microlitre microlitres microliter microliters"],
  ["volume", 3.78541, "gallon gallons gal"],
  ["time", 1e-3, "ms msec millisecond milliseconds"],
  ["time", 1, "s sec secs second seconds"],
  ["time", 60, "min mins minute minutes"],
  ["time", 3600, "h hr hrs hour hours"],
  ["time", 86400, "d day days"],
  ["time", 604800, "wk wks week weeks"],
  ["time", 2629800, "month months mo mos"],
  ["time", 31557600, "y yr yrs year years"],
  ["time", 315576000, "decade decades"],
  ["time", 3155760000, "century centuries"],
  ["length", 1e3, "km kilometre kilometres kilometer kilometers"],
  ["length", 1, "m metre metres meter meters"],
  ["length", 1e-2, "cm centimetre centimetres centimeter centimeters"],
  ["length", 1e-3, "mm millimetre millimetres millimeter millimeters"],
  ["length", 1e-6, "um micrometre micrometres micrometer micrometers micron microns"],
  ["length", 1e-9, "nm nanometre nanometres nanometer nanometers"],
  ["length", 1609.344, "mi mile miles"],
  ["length", 0.3048, "ft foot feet"],
  ["length", 0.0254, "in inch inches"],
  ["length", 0.9144, "yd yard yards"],
  ["area", 1, "m2 m^2 sqm"],
  ["area", 1e6, "km2 km^2 sqkm"],
  ["area", 1e4, "ha hectare hectares"],
  ["area", 4046.86, "acre acres"],
  ["area", 1e-4, "cm2 cm^2"],
  ["area", 0.092903, "sqft"],
  ["volume", 1e-3, "cm3 cm^3"],
  ["volume", 1e3, "m3 m^3"],
  ["speed", 0.277778, "kmh kph"],
  ["speed", 0.44704, "mph"],
  ["celsius", 1, "°C celsius"],
  ["fahrenheit", 1, "°F fahrenheit"],
  ["kelvin", 1, "K kelvin"],
  ["angle", 1, "° degree degrees deg"],
  ["amount", 1, "mol mole moles"],
  ["amount", 1e-3, "mmol millimole millimoles"],
  ["amount", 1e-6, "umol micromole micromoles"],
  ["amount", 1e-9, "nmol nanomole nanomoles"],
  ["amount", 1e-12, "pmol"],
  ["amount/volume", 1, "M molar"],
  ["amount/volume", 1e-3, "mM millimolar"],
  ["amount/volume", 1e-6, "uM micromolar"],
  ["amount/volume", 1e-9, "nM nanomolar"],
  ["equivalent", 1e-3, "mEq meq"],
  ["activity", 1, "U IU iu unit units"],
  ["energy", 1, "J joule joules"],
  ["energy", 1e3, "kJ kilojoule kilojoules"],
  ["energy", 4.184, "cal calorie calories"],
  ["energy", 4184, "kcal kilocalorie kilocalories"],
  ["energy", 3.6e6, "kWh"],
  ["power", 1, "W watt watts"],
  ["power", 1e3, "kW kilowatt kilowatts"],
  ["power", 1e6, "MW megawatt megawatts"],
  ["power", 1e9, "GW gigawatt gigawatts"],
  ["voltage", 1, "V volt volts"],
  ["voltage", 1e-3, "mV millivolt millivolts"],
  ["frequency", 1, "Hz hertz"],
  ["frequency", 1e3, "kHz kilohertz"],
  ["frequency", 1e6, "MHz megahertz"],
  ["frequency", 1e9, "GHz gigahertz"],
  ["pressure", 133.322, "mmHg mmhg"],
  ["pressure", 1, "Pa pascal pascals"],
  ["pressure", 1e3, "kPa"],
  ["pressure", 1e5, "bar bars"],
  ["mass/amount", 1e3, "kDa"],
  ["mass/amount", 1, "Da dalton daltons"],
  ["data", 1, "byte bytes"],
  ["data", 1e3, "KB kB kilobyte kilobytes"],
  ["data", 1e6, "MB megabyte megabytes"],
  ["data", 1e9, "GB gigabyte gigabytes"],
  ["data", 1e12, "TB terabyte terabytes"],
  ["percent", 1, "% percent pct percentage"],
  ["ratio", 1, "fold"],
  ["currency:USD", 1, "$ us$ usd dollar dollars"],
  ["currency:GBP", 1, "£ gbp"],
  ["currency:EUR", 1, "€ eur euro euros"],
  ["currency:JPY", 1, "¥ jpy yen"],
  ["currency:INR", 1, "₹ inr rupee rupees rs"],
  ["currency:CHF", 1, "chf francs"],
  ["currency:CNY", 1, "cny rmb yuan"],
  ["currency:KRW", 1, "krw won"],
];

const bySurface = new Map<string, Unit>();
const byLower = new Map<string, Unit>();
for (const [dimension, factor, names] of rows) {
  for (const surface of names.split(" ")) {
    const unit = { dimension, factor, surface };
    bySurface.set(surface, unit);
    const lower = surface.toLowerCase();
    if ((surface === lower || lower.length > 2) && !byLower.has(lower)) byLower.set(lower, unit);
  }
}

/** Letters that are a unit only right behind a number, never inside running words. */
export const ambiguousUnits: ReadonlySet<string> = new Set("m s c f l g h d y in min mi mo k v w j a u M K V W J U L".split(" "));

/** The unit a word or mark names, or null. Micro is written u. */
export function unitOf(word: string): Unit | null {
  return bySurface.get(word) ?? byLower.get(word.toLowerCase()) ?? null;
}

/** Numerator over denominator: mg/kg is "mass/mass" so that it is never taken for mg. */
export function perUnit(numerator: Unit, denominator: Unit, joint: string): Unit {
  return {
    dimension: `${numerator.dimension}/${denominator.dimension}`,
    factor: numerator.factor / denominator.factor,
    surface: `${numerator.surface}${joint}${denominator.surface}`,
  };
}

/** True when one unit is the other taken per time ("mg" and "mg/day"): a schedule left out, not another unit. */
export function differOnlyBySchedule(a: Unit, b: Unit): boolean {
  const [short, long] = a.dimension.length < b.dimension.length ? [a, b] : [b, a];
  return long.dimension === `${short.dimension}/time`;
}
