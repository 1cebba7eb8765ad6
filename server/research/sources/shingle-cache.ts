// Shingles by the hash of their text. A category's steps look at the same texts again and again, and so do the categories of a request.
import { singleton } from "@/server/platform/singleton";

/** Shingles kept in all, four bytes each: those of some hundred long labels. */
const mostKept = 4_000_000;

type Cache = { readonly byHash: Map<string, Uint32Array>; size: number };
const cache = () => singleton<Cache>("source-shingles", () => ({ byHash: new Map(), size: 0 }));

export function cachedShingles(hash: string): Uint32Array | undefined {
  return cache().byHash.get(hash);
}

/** Keeps the shingles; the oldest give way. */
export function keepShingles(hash: string, shingles: Uint32Array): void {
  const held = cache();
  if (held.byHash.has(hash)) return;
  held.byHash.set(hash, shingles);
  held.size += shingles.length;
  for (const [oldest, { length }] of held.byHash) {
    if (held.size <= mostKept || oldest === hash) break;
    held.byHash.delete(oldest);
    held.size -= length;
  }
}
