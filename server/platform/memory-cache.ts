// The cache of one process. Values are kept as JSON, so that nobody changes what another will read.
import { LRUCache } from "lru-cache";
import type { Cache } from "./cache";
import { expiryOf, longestValue } from "./cache-limits";
import type { Clock } from "./clock";

/** Characters of all values together. */
const mostCharacters = 32 * 1024 * 1024;

type Entry = { readonly json: string; readonly expires: number; readonly tags: readonly string[] };

export function memoryCache(clock: Clock): Cache {
  const tagged = new Map<string, Set<string>>();
  const untag = (key: string, tags: readonly string[]) => {
    for (const tag of tags) {
      const keys = tagged.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) tagged.delete(tag);
    }
  };
  const entries = new LRUCache<string, Entry>({
    maxSize: mostCharacters,
    sizeCalculation: ({ json }, key) => json.length + key.length + 1,
    dispose: ({ tags }, key) => untag(key, tags),
  });
  return {
    async get(key) {
      const entry = entries.get(key);
      if (!entry) return undefined;
      if (entry.expires > clock.now().getTime()) return JSON.parse(entry.json);
      entries.delete(key);
      return undefined;
    },
    async set(key, value, options) {
      const json = JSON.stringify(value);
      if (json === undefined || json.length > longestValue) return void entries.delete(key);
      const tags = options.tags ?? [];
      entries.delete(key);
      entries.set(key, { json, expires: expiryOf(options, clock), tags });
      for (const tag of tags) tagged.set(tag, (tagged.get(tag) ?? new Set()).add(key));
    },
    async forget(tag) {
      for (const key of [...(tagged.get(tag) ?? [])]) entries.delete(key);
    },
  };
}
