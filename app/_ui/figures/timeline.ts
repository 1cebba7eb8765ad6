// The run timeline: steps of each category on one axis of time, in per cent of its width. Times are ISO instants.
import type { RunCategory } from "@/server/research/editions/schema";
import type { MarkName } from "../marks/mark-shapes";
import { durationWords, stopwatch } from "../time/format-time";

export type TimelineBar = { readonly kind: "ask" | "verify" | "write" | "wait"; readonly from: number; readonly to: number; readonly live: boolean };
export type TimelineRow = {
  readonly key: string;
  readonly kind: "category" | "answer";
  readonly number: number | null;
  readonly name: string;
  readonly bars: readonly TimelineBar[];
  readonly mark: { readonly at: number; readonly name: MarkName } | null;
  /** Stands after the row's end, or before its beginning where the end of the lane is near. */
  readonly note: { readonly at: number; readonly side: "after" | "before"; readonly words: string } | null;
  /** The row as a sentence. */
  readonly text: string;
};
export type Timeline = {
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  readonly now: number | null;
  readonly rows: readonly TimelineRow[];
};

export type TimelineInput = {
  readonly startedAt: string;
  /** The end of the run, or the present instant while it goes on. */
  readonly until: string;
  readonly running: boolean;
  readonly categories: readonly RunCategory[];
  /** Slugs of the categories whose answers are shown as rows of their own. */
  readonly opened?: ReadonlySet<string>;
};

const seconds = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200];
const mostTicks = 8;
/** Narrower bars could not be seen. */
const least = 0.4;

/** Bars, marks and ticks. A category that has not begun waits from now on; a gap between two steps is drawn as waiting. */
export const timelineOf = ({ startedAt, until, running, categories, opened }: TimelineInput): Timeline => {
  const start = Date.parse(startedAt);
  const elapsed = Math.max(100, Date.parse(until) - start);
  const wanted = running ? elapsed * 1.15 : elapsed;
  const step = (seconds.find((each) => wanted / (each * 1000) <= mostTicks) ?? Math.ceil(wanted / 1000 / mostTicks)) * 1000;
  const whole = Math.ceil(wanted / step) * step;
  const place = (instant: string): number => share((Date.parse(instant) - start) / whole);
  const scale: Scale = { place, until, now: running ? share(elapsed / whole) : null };
  return {
    ticks: Array.from({ length: Math.round(whole / step) }, (_, index) => ({
      at: share((index * step) / whole),
      label: tickLabel(index * step, step),
    })),
    now: scale.now,
    rows: categories.flatMap((category) => [categoryRow(category, scale), ...(opened?.has(category.slug) ? answerRows(category, scale) : [])]),
  };
};

type Scale = { readonly place: (instant: string) => number; readonly until: string; readonly now: number | null };

const share = (part: number): number => Math.round(Math.min(1, Math.max(0, part)) * 10_000) / 100;
const tickLabel = (milliseconds: number, step: number): string =>
  step < 1000 ? `${(milliseconds / 1000).toFixed(1)}\u00a0s` : stopwatch(milliseconds);

const categoryRow = (category: RunCategory, scale: Scale): TimelineRow => {
  const bars: TimelineBar[] = [];
  for (const step of category.steps) {
    const from = scale.place(step.startedAt);
    const before = bars.at(-1)?.to ?? from;
    if (from - before > 1) bars.push({ kind: "wait", from: before, to: from, live: false });
    bars.push(bar(step.name, from, step.endedAt, scale));
  }
  if (category.state === "queued" && scale.now !== null) bars.push({ kind: "wait", from: scale.now, to: 100, live: false });
  const end = bars.at(-1)?.to ?? scale.now ?? 0;
  const mark = endMark(category);
  const words = category.state === "failed" || category.outcome === "blocked" ? category.error : null;
  return {
    key: category.slug,
    kind: "category",
    number: category.number,
    name: category.name,
    bars,
    mark: mark === null ? null : { at: Math.min(98, end), name: mark },
    note: words === null ? null : noteOf(words, bars[0]?.from ?? end, end),
    text: `${category.name}: ${category.steps.map((step) => stepWords(step, scale.until)).join(", ") || "not begun"}${mark === null ? "" : `, ${endWords[mark] ?? ""}`}`,
  };
};

const answerRows = (category: RunCategory, scale: Scale): TimelineRow[] =>
  category.answers.map((answer) => {
    const only = bar("ask", scale.place(answer.startedAt), answer.endedAt, scale);
    const failed = answer.status === "failed" || answer.status === "refused";
    const asked = answer.attempts > 1 ? `asked ${answer.attempts} times` : null;
    const words = [asked, failed ? (answer.error ?? answer.status) : null].filter((each) => each !== null).join(": ");
    const name = failed ? "failed" : asked === null ? null : "retry";
    return {
      key: `${category.slug} ${answer.provider}`,
      kind: "answer",
      number: null,
      name: answer.provider,
      bars: [only],
      mark: name === null ? null : { at: Math.min(98, only.to), name },
      note: words === "" ? null : noteOf(words, only.from, only.to),
      text: `${answer.provider}: ${stepWords({ name: "ask", startedAt: answer.startedAt, endedAt: answer.endedAt }, scale.until)}${words === "" ? "" : `, ${words}`}`,
    };
  });

const longestNote = 44;
const noteOf = (words: string, from: number, end: number): TimelineRow["note"] => {
  const short = words.length > longestNote ? `${words.slice(0, longestNote - 1).trimEnd()}\u2026` : words;
  return end > 55 ? { at: from, side: "before", words: short } : { at: Math.min(98, end), side: "after", words: short };
};

const bar = (kind: TimelineBar["kind"], from: number, endedAt: string | null, scale: Scale): TimelineBar => ({
  kind,
  from,
  to: Math.min(100, Math.max(from + least, scale.place(endedAt ?? scale.until))),
  live: endedAt === null && scale.now !== null,
});

const endMark = (category: RunCategory): MarkName | null => {
  if (category.state === "failed") return "failed";
  if (category.state === "cancelled") return "stopped";
  if (category.outcome === "blocked") return "blocked";
  return category.outcome === "nothing_found" ? "none" : null;
};
const endWords: Partial<Record<MarkName, string>> = { failed: "failed", stopped: "cancelled", blocked: "blocked", none: "nothing found" };

const verbs = { ask: ["asked for", "asking for"], verify: ["verified for", "verifying for"], write: ["written in", "writing for"] } as const;
const stepWords = (step: RunCategory["steps"][number], until: string): string =>
  `${verbs[step.name][step.endedAt === null ? 1 : 0]} ${durationWords(Date.parse(step.endedAt ?? until) - Date.parse(step.startedAt))}`;
