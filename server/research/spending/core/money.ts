// Money is counted in ticks of 1e-10 US dollars: whole numbers, so that sums are exact up to 900,000 dollars.

const ticksPerUsd = 10_000_000_000;

export function toTicks(usd: number): number {
  return Math.round(usd * ticksPerUsd);
}

export function toUsd(ticks: number): number {
  return ticks / ticksPerUsd;
}

/** For sentences: cents, and more places below a cent. */
export function dollars(usd: number): string {
  if (usd === 0) return "$0.00";
  return usd < 0.01 ? `$${Number(usd.toPrecision(2))}` : `$${usd.toFixed(2)}`;
}

/** A cap is stored with seven digits: 0.1 comes back as 0.10000000149. */
export function exactUsd(stored: number): number {
  return Number(stored.toPrecision(7));
}
