// Axes of figures: round ticks and positions in per cent. An axis has 4 to 7 ticks and begins and ends on one.

export type Tick = { readonly value: number; readonly label: string };
export type Axis = { readonly low: number; readonly high: number; readonly ticks: readonly Tick[] };

const mostTicks = 7;
/** Differences below this share are rounding, not a scale. */
const tiny = 1e-9;
const day = 86_400_000;
const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Where `value` lies on the axis, 0 to 100, clamped to its ends. */
export const position = (axis: Pick<Axis, "low" | "high">, value: number): number => {
  const share = (value - axis.low) / (axis.high - axis.low);
  return Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100;
};

/** A round axis over numbers. It begins at zero when the values start in the lower half of the scale. */
export const numberAxis = (values: readonly number[]): Axis => {
  const [low, high] = spread(values);
  const from = low > 0 && low < high / 2 ? 0 : low;
  for (let exponent = Math.floor(Math.log10(high - from)) - 2; ; exponent++) {
    for (const factor of [1, 2, 5]) {
      const step = factor * 10 ** exponent;
      const first = Math.floor(from / step + 1e-9);
      const last = Math.ceil(high / step - 1e-9);
      if (last - first + 1 > mostTicks) continue;
      const decimals = Math.max(0, -exponent);
      const ticks = Array.from({ length: last - first + 1 }, (_, index) => tick((first + index) * step, decimals));
      return { low: first * step, high: last * step, ticks };
    }
  }
};

/** A round axis over instants in milliseconds since 1970, UTC; ticks fall on days, months or years. */
export const dateAxis = (instants: readonly number[]): Axis => {
  const [low, high] = instants.length > 0 && Math.min(...instants) < Math.max(...instants) ? spread(instants) : around(instants[0] ?? 0);
  for (const days of [1, 2, 5, 10]) {
    const first = Math.floor(low / day);
    const count = Math.ceil((high / day - first) / days) + 1;
    if (count <= mostTicks) return datesAxis(Array.from({ length: count }, (_, index) => (first + index * days) * day));
  }
  for (const months of [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000]) {
    const first = Math.floor(monthOf(low) / months);
    const last = Math.ceil(monthOf(high) / months);
    if (last - first + 1 <= mostTicks)
      return datesAxis(Array.from({ length: last - first + 1 }, (_, index) => startOfMonth((first + index) * months)));
  }
  throw new RangeError("dateAxis: the instants are more than 6,000 years apart");
};

const tick = (value: number, decimals: number): Tick => ({
  value,
  label: value.toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
});

const spread = (values: readonly number[]): [number, number] => {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (high - low > tiny * Math.max(1, Math.abs(low), Math.abs(high))) return [low, high];
  const only = values[0] ?? 0;
  return Math.abs(only) < tiny ? [0, 1] : [Math.min(0, 2 * only), Math.max(0, 2 * only)];
};

const around = (instant: number): [number, number] => [instant - 183 * day, instant + 183 * day];

/** Months since year 0, with the share of the month that has passed. */
const monthOf = (instant: number): number => {
  const date = new Date(instant);
  const whole = date.getUTCFullYear() * 12 + date.getUTCMonth();
  return whole + (instant - startOfMonth(whole)) / (startOfMonth(whole + 1) - startOfMonth(whole));
};

const startOfMonth = (month: number): number => {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(month / 12), month - Math.floor(month / 12) * 12, 1);
  return date.getTime();
};

const datesAxis = (instants: readonly number[]): Axis => {
  const whole = instants.every((instant) => new Date(instant).getUTCMonth() === 0 && new Date(instant).getUTCDate() === 1);
  const monthly = instants.every((instant) => new Date(instant).getUTCDate() === 1);
  const ticks = instants.map((instant, index) => {
    const date = new Date(instant);
    const month = monthNames[date.getUTCMonth()] ?? "";
    const year = String(date.getUTCFullYear());
    const withYear = index === 0 || (date.getUTCMonth() === 0 && (monthly || date.getUTCDate() <= 10));
    const words = monthly ? month : `${date.getUTCDate()} ${month}`;
    return { value: instant, label: whole ? year : withYear ? `${words} ${year}` : words };
  });
  return { low: instants[0] ?? 0, high: instants.at(-1) ?? 1, ticks };
};
