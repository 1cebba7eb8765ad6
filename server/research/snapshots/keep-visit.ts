// What a visit brought is kept: the bytes as they came, the text that was read from them, and when, where and how.

import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { Queryable, Tx } from "@/db/client";
import { sha256 } from "@/server/platform/hash";
import type { Visit } from "./schema";
import { keepSnapshots, readSnapshots } from "./snapshots";
import { insertRawBody, insertVisit, selectRawBody, visitOf, visitsOf } from "./visit-store";

/** A visit before it is kept: the body and the text stand in it. */
export type MadeVisit = Omit<Visit, "bodyHash" | "textHash"> & {
  readonly body: Uint8Array | null;
  readonly text: string | null;
  /** What is stored already and came unchanged. */
  readonly same?: Pick<Visit, "bodyHash" | "textHash">;
};

const deflate = promisify(gzip);
const inflate = promisify(gunzip);

/** Keeps a visit to a source's address; bytes and text are stored once, however often they are met. */
export async function keepVisit(tx: Tx, sourceId: string, { body, text, same, ...made }: MadeVisit): Promise<Visit> {
  const bodyHash = body === null ? null : sha256(body);
  if (body !== null && bodyHash !== null)
    await insertRawBody(tx, { hash: bodyHash, data: await deflate(body), size: body.length, createdAt: new Date(made.at) });
  const [textHash = null] = text === null ? [] : await keepSnapshots(tx, [text]);
  const visit: Visit = { ...made, bodyHash, textHash, ...same };
  await insertVisit(tx, sourceId, visit);
  return visit;
}

/** Visits by source, newest first. */
export async function readVisits(db: Queryable, sourceIds: readonly string[]): Promise<Map<string, Visit[]>> {
  const rows = Map.groupBy(await visitsOf(db, sourceIds), (row) => row.sourceId);
  return new Map([...rows].map(([sourceId, list]) => [sourceId, list.map(visitOf)]));
}

/** How much a look can tell; a site that refuses today does not take back what was seen before. */
const tells: Readonly<Record<Visit["judgement"]["state"], number>> = { alive: 2, dead: 2, blocked: 1, paywall: 1, unknown: 1, not_checked: 0 };

/** The visit that counts: the newest of those that tell most. */
export function standingVisit(visits: readonly Visit[] = []): Visit | null {
  return visits.reduce<Visit | null>((best, visit) => (best && tells[best.judgement.state] >= tells[visit.judgement.state] ? best : visit), null);
}

/** The newest text that was read from the page. */
export function latestText(visits: readonly Visit[] = []): string | null {
  return visits.find((visit) => visit.judgement.state === "alive" && visit.textHash !== null)?.textHash ?? null;
}

/** The bytes of a body as they came; null when they are not stored. */
export async function readRawBody(db: Queryable, hash: string): Promise<Uint8Array | null> {
  const row = await selectRawBody(db, hash);
  return row ? inflate(row.data) : null;
}

/** The text of a visit; null when there is none. */
export async function readVisitText(db: Queryable, visit: Pick<Visit, "textHash">): Promise<string | null> {
  if (visit.textHash === null) return null;
  return (await readSnapshots(db, [visit.textHash])).get(visit.textHash) ?? null;
}
