// A machine without a network must not wait for every page of a run: after failures at several hosts in a row it rests for a while.
// A host that alone does not answer never brings that about, and resting says nothing about any page.

export type Rest = {
  /** Milliseconds of rest that are left; 0 when asking makes sense. */
  readonly left: () => number;
  readonly failed: (host: string) => void;
  readonly worked: () => void;
  /** True when anything was reached lately, so that a name that is not found says something about the name. */
  readonly workedLately: () => boolean;
};

const hostsInARow = 3;
const restMs = 60_000;
const latelyMs = 5 * 60_000;

export function makeRest(now: () => Date): Rest {
  const failing = new Set<string>();
  let restsUntil = 0;
  let workedAt = Number.NEGATIVE_INFINITY;
  const time = () => now().getTime();
  return {
    left: () => Math.max(0, restsUntil - time()),
    failed(host) {
      failing.add(host);
      // A page that was reached within the last minute is proof of a network: the hosts are to blame.
      if (failing.size >= hostsInARow && time() - workedAt > restMs) restsUntil = time() + restMs;
    },
    worked() {
      failing.clear();
      restsUntil = 0;
      workedAt = time();
    },
    workedLately: () => time() - workedAt < latelyMs,
  };
}
