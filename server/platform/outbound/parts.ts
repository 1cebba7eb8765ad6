// What tests may put in place of the world. The process's own way out is made without any of it.

/** All addresses of a name, as dns.lookup with `all` gives them; rejects with the code of the failure. */
export type Lookup = (hostname: string) => Promise<readonly { readonly address: string }[]>;

/** Where a socket is really opened, once the address has passed the guard. */
export type Dial = (address: string, port: number) => { readonly host: string; readonly port: number };

export type Limits = {
  /** Milliseconds for robots.txt, page and redirects together, waiting for one's turn left out. */
  readonly totalMs: number;
  /** Milliseconds for one attempt to connect, TLS included. */
  readonly connectMs: number;
  readonly maxBytes: number;
  readonly mostBytes: number;
  readonly redirects: number;
  /** Pages under way at a time, all hosts together. */
  readonly atATime: number;
  /** Milliseconds between two pages of one host. */
  readonly gapMs: number;
  readonly longestGapMs: number;
  /** Milliseconds that a page waits for its turn at most. */
  readonly longestWaitMs: number;
};

export const defaultLimits: Omit<Limits, "gapMs"> = {
  totalMs: 15_000,
  connectMs: 4_000,
  maxBytes: 5 * 1024 * 1024,
  mostBytes: 25 * 1024 * 1024,
  redirects: 5,
  atATime: 8,
  longestGapMs: 10_000,
  longestWaitMs: 60_000,
};

export type OutboundParts = {
  readonly lookup?: Lookup;
  readonly dial?: Dial;
  readonly now?: () => Date;
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly limits?: Partial<Limits>;
};
