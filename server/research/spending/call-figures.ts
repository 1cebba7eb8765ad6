import type { Queryable } from "@/db/client";
import { toUsd } from "./core/money";
import { utcMonth } from "./core/month";
import { figuresSince } from "./store";

export type CallFigures = {
  readonly calls: {
    readonly lastDay: number;
    readonly failed: number;
    readonly lost: number;
    readonly p50Ms: number | null;
    readonly p95Ms: number | null;
  };
  readonly spend: { readonly monthUsd: number; readonly unknown: number };
};

const dayMs = 24 * 3_600_000;

/** By provider: calls of the last 24 hours with their latency, and what this month's calls of all accounts cost. */
export async function callFigures(db: Queryable, now: Date): Promise<Map<string, CallFigures>> {
  const rows = await figuresSince(db, { day: new Date(now.getTime() - dayMs), month: utcMonth(now).from });
  const ms = (value: number | null) => (value === null ? null : Math.round(Number(value)));
  return new Map(
    rows.map((row) => [
      row.provider,
      {
        calls: { lastDay: Number(row.calls), failed: Number(row.failed), lost: Number(row.lost), p50Ms: ms(row.p50), p95Ms: ms(row.p95) },
        spend: { monthUsd: toUsd(Number(row.spent)), unknown: Number(row.unknown) },
      },
    ]),
  );
}
