// What contract functions did, in order, by the key of the test that asked for it.
import { EventEmitter } from "node:events";

export type Entry = { readonly what: string; readonly data?: unknown };
export type Journal = {
  readonly note: (key: string, what: string, data?: unknown) => void;
  readonly of: (key: string) => readonly Entry[];
  /** How often something was done. */
  readonly count: (key: string, what: string) => number;
  /** The first entry of a kind, as soon as it is there; rejects after `ms`. */
  readonly when: (key: string, what: string, ms?: number) => Promise<Entry>;
};

export function newJournal(): Journal {
  const entries = new Map<string, Entry[]>();
  const emitter = new EventEmitter().setMaxListeners(0);
  const of = (key: string) => entries.get(key) ?? [];
  return {
    note: (key, what, data) => {
      entries.set(key, [...of(key), { what, data }]);
      emitter.emit(key);
    },
    of,
    count: (key, what) => of(key).filter((entry) => entry.what === what).length,
    when: (key, what, ms = 60_000) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = of(key).find((entry) => entry.what === what);
          if (!found) return;
          clearTimeout(timer);
          emitter.off(key, look);
          resolve(found);
        };
        const timer = setTimeout(() => {
          emitter.off(key, look);
          const seen = of(key).map((entry) => entry.what);
          reject(new Error(`"${what}" did not come within ${ms} ms; there came: ${seen.join(", ") || "nothing"}`));
        }, ms);
        emitter.on(key, look);
        look();
      }),
  };
}
