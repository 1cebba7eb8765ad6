// What each service allows, as it documents it, and what is asked of it: less, since other programs may share the address.
import type { RateLimit } from "@/server/platform/rate-limit";

const second = 1000;

export const apiLimits = {
  /** Documented: 20 a second for each address. */
  rxnorm: { burst: 10, periodMs: second },
  /** Documented: 240 a minute. */
  openfda: { burst: 20, periodMs: 10 * second },
  /** Answers carry x-rate-limit-limit; the public pool has been at 5 a second for searches. */
  crossref: { burst: 3, periodMs: second },
  /** Documented: 3 a second without a key. */
  pubmed: { burst: 3, periodMs: 1100 },
  /** Documented: about 50 a minute. */
  clinicaltrials: { burst: 10, periodMs: 15 * second },
  /** Documented: 10 a second, 500 a minute. */
  europepmc: { burst: 5, periodMs: second },
  /** Nothing is documented. */
  dailymed: { burst: 4, periodMs: 2 * second },
  /** Nothing is documented. */
  sefaria: { burst: 4, periodMs: 2 * second },
  /** Documented: 15 in 30 seconds. */
  bibleApi: { burst: 12, periodMs: 30 * second },
} as const satisfies Record<string, RateLimit>;
