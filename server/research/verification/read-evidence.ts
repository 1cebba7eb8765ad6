// What is known of sources beside what their bringers gave: looks at their pages, answers of registers.
import type { Queryable } from "@/db/client";
import { sha256 } from "@/server/platform/hash";
import { findProvider } from "../providers/registry";
import { latestText, readVisits, standingVisit } from "../snapshots/keep-visit";
import type { Visit } from "../snapshots/schema";
import type { MentionRow, SourceRow } from "../sources/read-sources";
import { type CheckRow, checksOf } from "./check-store";
import { workIdentity } from "./core/retraction";
import type { SourceFacts } from "./core/source-rungs";

export type Evidence = {
  /** Newest first. */
  readonly visits: readonly Visit[];
  /** The visit that counts. */
  readonly visit: Visit | null;
  /** The newest text that was read from the page. */
  readonly textHash: string | null;
  readonly check: CheckRow | null;
};
const none: Evidence = { visits: [], visit: null, textHash: null, check: null };

export async function readEvidence(db: Queryable, sourceIds: readonly string[]): Promise<(sourceId: string) => Evidence> {
  const visits = await readVisits(db, sourceIds);
  const checks = new Map((await checksOf(db, sourceIds)).map((check) => [check.sourceId, check]));
  return (sourceId) => {
    const own = visits.get(sourceId) ?? [];
    const check = checks.get(sourceId) ?? null;
    return own.length === 0 && check === null ? none : evidenceFrom(own, check);
  };
}

/** What visits, newest first, and a check amount to. */
export function evidenceFrom(visits: readonly Visit[], check: CheckRow | null): Evidence {
  return { visits, visit: standingVisit(visits), textHash: latestText(visits), check };
}

/** Providers whose records say when a work was taken back. */
const noticeKeepers = new Set(["crossref", "pubmed", "europepmc"]);

type Brought = Pick<MentionRow, "provider">;
export type KnownSource = Omit<SourceRow, "createdAt"> & { readonly text: string; readonly mentions: readonly Brought[] };

/** Whoever brought the source, each once. */
export function bringersOf(mentions: readonly Brought[]) {
  return [...new Set(mentions.map((mention) => mention.provider))].flatMap((id) => findProvider(id)?.info() ?? []);
}

/** Whether somebody holds it: a file of the library, a register's record. Then its page need not be looked at. */
export function isHeld(mentions: readonly Brought[]): boolean {
  return bringersOf(mentions).some((info) => info.kind !== "engine");
}

/** Whether there is anything to look up: a page that only engines named, or a work that registers keep. */
export function canBeChecked(source: Pick<KnownSource, "identity" | "aliases" | "url" | "mentions">): boolean {
  const named = !isHeld(source.mentions) && /^https?:\/\//i.test(source.url ?? "");
  return named || workIdentity([source.identity, ...source.aliases]) !== null;
}

/** What the ladder is climbed with. */
export function factsOf(source: KnownSource, { visit, check }: Evidence): SourceFacts {
  const bringers = bringersOf(source.mentions);
  return {
    identity: source.identity,
    aliases: source.aliases,
    url: source.url,
    title: source.title,
    date: source.date,
    text: source.text,
    textIntact: sha256(source.text) === source.snapshotHash,
    broughtBy: bringers.map((info) => info.kind),
    bringers: bringers.map((info) => info.name),
    noticeKeepers: bringers.filter((info) => noticeKeepers.has(info.id)).map((info) => info.name),
    notices: source.notices,
    visit,
    register: check?.register ?? null,
  };
}
