// One look at a source: its page where only engines named it, its register where it is a work that registers keep.
import type { Ctx } from "@/server/platform/context";
import { newId } from "@/server/platform/ids";
import type { Outbound } from "@/server/platform/outbound";
import type { lookUpWork } from "../providers/look-up-work";
import { findRecentVisit } from "../snapshots/find-recent-visit";
import type { MadeVisit } from "../snapshots/keep-visit";
import { type ReadPage, visitPage } from "../snapshots/visit-page";
import { workIdentity } from "./core/retraction";
import { type Evidence, isHeld, type KnownSource } from "./read-evidence";
import type { RegisterLook } from "./schema";

/** The world outside, handed in. */
export type LookParts = { readonly outbound: Outbound; readonly readPage: ReadPage; readonly lookUp: typeof lookUpWork };
/** Null where there was nothing to look at. */
export type Look = { readonly visit: MadeVisit | null; readonly register: RegisterLook | null };

/** A page that was read for one source this long ago serves another with the same address. */
const sharedMs = 6 * 3_600_000;

/** Rejects only when `signal` aborts; nothing is written. */
export async function lookAtSource(
  ctx: Pick<Ctx, "db" | "clock" | "log">,
  source: KnownSource,
  evidence: Evidence,
  parts: LookParts,
  signal: AbortSignal,
): Promise<Look> {
  const work = workIdentity([source.identity, ...source.aliases]);
  const [visit, known] = await Promise.all([
    isHeld(source.mentions) ? null : visitOnce(ctx, source, evidence, parts, signal),
    work ? parts.lookUp(ctx, work, signal) : null,
  ]);
  // A page that names its own DOI can be looked up by it, whatever address it was cited by.
  const own = work ? null : (visit?.page?.doi ?? evidence.visit?.page?.doi ?? null);
  return { visit, register: known ?? (own ? await parts.lookUp(ctx, { scheme: "doi", value: own }, signal) : null) };
}

async function visitOnce(
  ctx: Pick<Ctx, "db" | "clock">,
  { url, title }: Pick<KnownSource, "url" | "title">,
  evidence: Evidence,
  { outbound, readPage }: LookParts,
  signal: AbortSignal,
): Promise<MadeVisit | null> {
  if (url === null || !/^https?:\/\//i.test(url)) return null;
  const now = ctx.clock.now();
  const recent = await findRecentVisit(ctx.db, url, new Date(now.getTime() - sharedMs));
  if (recent && evidence.visits.some((visit) => visit.id === recent.id)) return null;
  if (recent) return { ...recent, id: newId(), body: null, text: null, same: { bodyHash: recent.bodyHash, textHash: recent.textHash } };
  const read = evidence.visits.find((visit) => visit.judgement.state === "alive" && visit.textHash !== null) ?? null;
  return visitPage({ url, title: title === "" ? null : title }, read, { outbound, readPage, now: () => ctx.clock.now(), signal });
}
