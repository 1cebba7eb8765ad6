// Every call that reached a stand-in and what its vendor would have charged: the other side of Variorum's own bill.

export type LedgerCall = {
  readonly seq: number;
  readonly standin: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly fault: string | null;
  readonly costUsd: number;
  /** False when the answer was charged but did not arrive whole. */
  readonly delivered: boolean;
  readonly at: string;
};

export type Ledger = {
  readonly add: (call: Omit<LedgerCall, "seq">) => void;
  readonly read: () => { calls: readonly LedgerCall[]; totals: Record<string, { calls: number; costUsd: number }>; costUsd: number };
  readonly clear: () => void;
};

/** Calls beyond this are counted and no longer listed. */
const mostCalls = 20_000;
/** Sums are kept in ticks of 1e-10 dollars, so that they do not drift. */
const ticksPerUsd = 10_000_000_000;

export function makeLedger(): Ledger {
  let calls: LedgerCall[] = [];
  let seq = 0;
  const totals = new Map<string, { calls: number; ticks: number }>();
  return {
    add(call) {
      seq += 1;
      calls.push({ seq, ...call });
      if (calls.length > mostCalls) calls.shift();
      const known = totals.get(call.standin) ?? { calls: 0, ticks: 0 };
      totals.set(call.standin, { calls: known.calls + 1, ticks: known.ticks + Math.round(call.costUsd * ticksPerUsd) });
    },
    read() {
      const ticks = [...totals.values()].reduce((sum, total) => sum + total.ticks, 0);
      const byStandin = [...totals].map(([id, total]) => [id, { calls: total.calls, costUsd: total.ticks / ticksPerUsd }] as const);
      return { calls: [...calls], totals: Object.fromEntries(byStandin), costUsd: ticks / ticksPerUsd };
    },
    clear() {
      calls = [];
      seq = 0;
      totals.clear();
    },
  };
}
