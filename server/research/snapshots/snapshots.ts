// Texts and bodies addressed by the SHA-256 of their UTF-8 bytes, stored once however often they are met.
import type { Queryable, Tx } from "@/db/client";
import { sha256 } from "@/server/platform/hash";
import { insertBodies, knownHashes, selectBodies } from "./store";

/** Stores what is not there yet; the hashes, in order. */
export async function keepSnapshots(tx: Tx, bodies: readonly string[]): Promise<string[]> {
  if (bodies.length === 0) return [];
  const hashes = bodies.map((body) => sha256(body));
  const known = await knownHashes(tx, hashes);
  const missing = new Map<string, string>();
  bodies.forEach((body, index) => {
    const hash = hashes[index] ?? "";
    if (!known.has(hash)) missing.set(hash, body);
  });
  if (missing.size > 0) await insertBodies(tx, missing);
  return hashes;
}

/** Bodies by hash; a hash that is not stored is missing from the map. */
export async function readSnapshots(db: Queryable, hashes: readonly string[]): Promise<Map<string, string>> {
  return hashes.length === 0 ? new Map() : selectBodies(db, [...new Set(hashes)]);
}
