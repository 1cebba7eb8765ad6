// An event in words, with the mark that belongs to it.
import type { Tone } from "@/app/_ui/marks/mark";
import type { MarkName } from "@/app/_ui/marks/mark-shapes";
import type { ProgressEvent } from "@/server/progress/schema";
import { type RunEventBody, type RunEventType, runEventBodies } from "@/server/research/requests/run-events";

/** Names by provider id. */
export type ProviderNames = Readonly<Record<string, string>>;
type NameOf = (provider: string) => string;

export type FeedLine = { readonly mark: MarkName; readonly tone?: Tone; readonly subject?: string; readonly words: string };

/** The line for an event; null for one that a reader need not see. */
export function feedLine(event: ProgressEvent, names: ProviderNames): FeedLine | null {
  const type = event.type as RunEventType;
  const line = lines[type] as ((body: unknown, name: NameOf) => FeedLine | null) | undefined;
  const body = runEventBodies[type]?.safeParse(event.body);
  return line && body?.success ? line(body.data, (provider) => names[provider] ?? provider) : null;
}

const many = (count: number, one: string) => `${count} ${one}${count === 1 ? "" : "s"}`;

const ends: Record<RunEventBody<"category.ended">["outcome"], { mark: MarkName; tone?: Tone; words: string }> = {
  found: { mark: "done", words: "ended" },
  nothing_found: { mark: "none", words: "ended: searched, nothing found" },
  not_searched: { mark: "stopped", words: "was not searched" },
  blocked: { mark: "blocked", tone: "ochre", words: "ended: blocked" },
  failed: { mark: "failed", words: "failed" },
};

const runEnds: Record<RunEventBody<"request.ended">["status"], string> = {
  completed: "The run has ended, complete",
  partial_failure: "The run has ended, some categories failed",
  failed: "The run has ended, it failed",
  cancelled: "The run was cancelled",
};

const conflictMarks: Readonly<Record<string, { mark: MarkName; tone?: Tone }>> = {
  open: { mark: "open", tone: "ochre" },
  resolved: { mark: "differs", tone: "rubric" },
  set_apart: { mark: "apart" },
};

const lines: { readonly [T in RunEventType]: (body: RunEventBody<T>, name: NameOf) => FeedLine | null } = {
  "request.started": (body) => ({
    mark: "run",
    tone: "lapis",
    words: `The run started with ${body.categories} ${body.categories === 1 ? "category" : "categories"}`,
  }),
  "subject.resolved": (body) => ({
    mark: "event",
    subject: body.name,
    words: body.resolvedBy === "as typed" ? "is asked as typed" : `resolved by the ${body.resolvedBy}`,
  }),
  "category.started": (body) => ({ mark: "run", tone: "lapis", subject: body.category.name, words: "started" }),
  "provider.asked": () => null,
  "provider.retrying": (body, name) => ({
    mark: "retry",
    subject: body.category.name,
    words: `${name(body.provider)} is asked again. ${body.reason}`,
  }),
  "provider.answered": (body, name) =>
    body.status === "failed" || body.status === "refused"
      ? { mark: "failed", subject: body.category.name, words: body.reason ?? `${name(body.provider)} gave no answer.` }
      : {
          mark: "done",
          subject: body.category.name,
          words: `${name(body.provider)} ${body.sources === 0 ? "has nothing on it" : `brought ${many(body.sources, "source")}`}`,
        },
  "sources.gathered": () => null,
  "sources.verified": (body) =>
    body.checked === 0
      ? null
      : {
          mark: body.failed > 0 ? "failed" : "agree",
          tone: body.failed > 0 ? undefined : "verdigris",
          subject: body.category.name,
          words: `${many(body.checked, "source")} checked${body.failed > 0 ? `, ${body.failed} failed` : ""}`,
        },
  "sources.checked": (body) => {
    const wrong = [
      body.dead > 0 ? `${body.dead} gone` : "",
      body.retracted > 0 ? `${body.retracted} retracted` : "",
      body.misquoted > 0 ? `${body.misquoted} without the words that were shown of it` : "",
    ].filter((words) => words !== "");
    const open = [body.blocked > 0 ? `${body.blocked} blocked` : "", body.later > 0 ? `${body.later} later` : ""].filter((words) => words !== "");
    if (body.looked + body.later === 0) return null;
    const tail = [...wrong, ...open].join(", ");
    return {
      mark: wrong.length > 0 ? "failed" : open.length > 0 ? "open" : "agree",
      tone: wrong.length > 0 ? undefined : open.length > 0 ? "ochre" : "verdigris",
      subject: body.category.name,
      words: `${many(body.looked, "source")} looked up outside${tail === "" ? "" : `: ${tail}`}`,
    };
  },
  "claims.extracted": (body) =>
    body.claims === 0 ? null : { mark: "event", subject: body.category.name, words: `${many(body.claims, "claim")} read` },
  "conflict.found": (body) => ({ ...(conflictMarks[body.status] ?? { mark: "event" }), subject: body.category.name, words: body.statement }),
  "conflict.ruled": (body) => ({
    ...(conflictMarks[body.status] ?? { mark: "event" }),
    subject: body.category.name,
    words: body.ruling === "strategy" ? "a ruling by hand was taken back" : "a conflict was ruled on by hand",
  }),
  "text.written": (body) =>
    body.sentences + body.withheld === 0
      ? null
      : {
          mark: body.withheld > 0 ? "held" : "event",
          tone: body.withheld > 0 ? "ochre" : undefined,
          subject: body.category.name,
          words: `${many(body.sentences, "sentence")} passed the gate${body.withheld > 0 ? `, ${body.withheld} withheld` : ""}`,
        },
  "category.ended": (body) => {
    const { mark, tone, words } = ends[body.outcome];
    const tail =
      body.outcome === "found"
        ? `: ${many(body.sources, "source")}, confidence ${body.confidence ?? "not known"}`
        : body.reason
          ? `. ${body.reason}`
          : "";
    return { mark, tone, subject: body.category.name, words: `${words}${tail}` };
  },
  "request.retried": (body, name) => ({
    mark: "retry",
    words: body.provider
      ? `${name(body.provider)} alone is asked again for 1 category`
      : `${body.categories} ${body.categories === 1 ? "category is" : "categories are"} asked again`,
  }),
  "request.ended": (body) => ({ mark: body.status === "completed" ? "done" : "stopped", words: runEnds[body.status] }),
};
