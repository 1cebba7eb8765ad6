// The editions of a series as points of a line, and the scores that moved between two of them.
import type { RunPoint } from "@/app/_ui/changes/run-line";
import type { ScoreMove } from "@/app/_ui/changes/score-moves";
import { formatTimestamp } from "@/app/_ui/time/format-time";
import type { Change, EditionComparison, SeriesEntry } from "@/server/research/editions/changes/schema";
import type { Edition } from "@/server/research/editions/schema";

const ends: Partial<Record<SeriesEntry["status"], string>> = {
  pending: "being made",
  processing: "being made",
  failed: "failed",
  cancelled: "cancelled",
};

/** Editions of one day are told apart by their time. */
export function dateFormOf(series: readonly SeriesEntry[]): "date" | "datetime" {
  return new Set(series.map(({ at }) => at.slice(0, 10))).size === series.length ? "date" : "datetime";
}

/** Oldest first; every edition that can be compared leads to its comparison with the later of the two that are. */
export function pointsOf(series: readonly SeriesEntry[], { before, after }: Pick<EditionComparison, "before" | "after">): RunPoint[] {
  return series.map(({ id, at, status, counts }, index) => {
    const unread = ends[status];
    const words =
      unread ??
      (index === 0 ? "first edition" : counts === null ? "not compared yet" : counts.fields === 0 ? "nothing changed" : `${counts.fields} fields`);
    const chosen = id === after ? "B" : id === before ? "A" : null;
    const comparable = unread === undefined && chosen === null;
    return {
      key: id,
      date: formatTimestamp(at, dateFormOf(series)),
      words,
      shape: chosen ?? (counts === null || counts.fields === 0 ? "hollow" : "solid"),
      ...(comparable ? { href: `/research/${after}/changes?against=${id}` } : {}),
    };
  });
}

/** Scores that moved, in the order of the pack. */
export function movesOf(changes: readonly Change[], categories: Edition["categories"]): ScoreMove[] {
  return categories.flatMap(({ slug, name, number }) => {
    const change = changes.find(({ kind, category }) => kind === "confidence" && category === slug);
    if (!change?.score) return [];
    const signals = change.score.signals
      .map(({ name: signal, points }) => `${signal.replaceAll("_", " ")} ${points > 0 ? "+" : "\u2212"}${Math.abs(points)}`)
      .join(", ");
    return [{ key: slug, number, name, before: change.score.before, after: change.score.after, signals }];
  });
}
