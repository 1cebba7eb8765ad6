// What a later bringer knows of a source that those before did not: blanks are filled, the better standing stands, names and notices add up.
import type { PublicationNotice, SourceIdentity } from "../schema";
import { identityKey } from "./identity";
import { type Merged, uniqueIdentities, uniqueNotices } from "./merge";

type Known = {
  readonly identity: SourceIdentity;
  readonly aliases: readonly SourceIdentity[];
  readonly url: string | null;
  readonly date: string | null;
  readonly jurisdiction: string | null;
  readonly publisher: string | null;
  readonly licence: string | null;
  readonly tier: number;
  readonly superseded: boolean;
  readonly upstreamKey: string | null;
  readonly notices: readonly PublicationNotice[];
};
type Stated = { url?: string; date?: string; jurisdiction?: string; publisher?: string; licence?: string };
export type Learned = Partial<Pick<Known, "tier" | "superseded" | "upstreamKey">> &
  Stated & { aliases?: SourceIdentity[]; notices?: PublicationNotice[] };

/** The fields to change; null when nothing is new. What is stated already is never overwritten. */
export function learned(known: Known, brought: Merged): Learned | null {
  const own = identityKey(known.identity);
  const aliases = uniqueIdentities([...known.aliases, brought.identity, ...brought.aliases]).filter((name) => identityKey(name) !== own);
  const notices = uniqueNotices([...known.notices, ...(brought.notices ?? [])]);
  const change: Learned = {
    ...(aliases.length > known.aliases.length ? { aliases } : {}),
    ...(notices.length > known.notices.length ? { notices } : {}),
    ...(brought.tier < known.tier ? { tier: brought.tier } : {}),
    ...(brought.superseded && !known.superseded ? { superseded: true } : {}),
    ...(known.upstreamKey === null && brought.upstream ? { upstreamKey: identityKey(brought.upstream) } : {}),
  };
  for (const field of ["url", "date", "jurisdiction", "publisher", "licence"] as const) {
    const value = brought[field];
    if (known[field] === null && value !== null) change[field] = value;
  }
  return Object.keys(change).length > 0 ? change : null;
}
