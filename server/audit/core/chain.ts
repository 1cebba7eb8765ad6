// The chain: each entry's hash covers its own canonical form (RFC 8785) and the hash of the entry before it.
import canonicalize from "canonicalize";
import { sha256 } from "@/server/platform/hash";

/** What is hashed. `at` is ISO 8601 in UTC with milliseconds; `before` and `after` are JSON values or null. */
export type AuditContent = {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string | null;
  readonly requestId: string;
  readonly prevHash: string;
};
export type ChainedEntry = AuditContent & { readonly hash: string };

/** SHA-256, hex, of the entry's canonical JSON. Throws a TypeError for what JSON cannot hold. */
export function entryHash(content: AuditContent): string {
  const { seq, at, actor, action, entity, entityId, before, after, reason, requestId, prevHash } = content;
  const canonical = canonicalize({ seq, at, actor, action, entity, entityId, before, after, reason, requestId, prevHash });
  if (canonical === undefined) throw new TypeError("An audit entry must be a JSON value.");
  return sha256(canonical);
}

export type ChainState = { readonly seq: number; readonly hash: string };
export const chainStart: ChainState = { seq: 0, hash: "" };

export type ChainBreak = { readonly seq: number; readonly reason: string };

/** Checks the next entry against the state so far; the new state, or where and how the chain breaks. */
export function follow(state: ChainState, entry: ChainedEntry): ChainState | ChainBreak {
  const expected = state.seq + 1;
  if (entry.seq !== expected) return { seq: expected, reason: `Entry ${expected} is missing: the next one found is ${entry.seq}.` };
  if (entry.prevHash !== state.hash) return { seq: entry.seq, reason: `Entry ${entry.seq} does not follow from the one before it.` };
  if (entryHash(entry) !== entry.hash) return { seq: entry.seq, reason: `Entry ${entry.seq} is not what was written.` };
  return { seq: entry.seq, hash: entry.hash };
}

export function isBreak(result: ChainState | ChainBreak): result is ChainBreak {
  return "reason" in result;
}
