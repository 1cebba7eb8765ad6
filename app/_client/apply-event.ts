// What an event changes in a snapshot of a run. Pure, so that the page never has to ask again while it listens.
import type { ProgressEvent } from "@/server/progress/schema";
import type { RunCategory, RunSnapshot } from "@/server/research/editions/schema";
import { type RunEventBody, type RunEventType, runEventBodies } from "@/server/research/requests/run-events";

type Change<T extends RunEventType> = (run: RunSnapshot, body: RunEventBody<T>, at: string) => RunSnapshot;
type Changes = { readonly [T in RunEventType]?: Change<T> };

/** The snapshot after the event; unchanged, but for its number, by an event it does not know or has seen. */
export function applyEvent(run: RunSnapshot, event: ProgressEvent): RunSnapshot {
  if (event.seq <= run.seq) return run;
  const type = event.type as RunEventType;
  const change = changes[type] as Change<RunEventType> | undefined;
  const body = runEventBodies[type]?.safeParse(event.body);
  const next = change && body?.success ? change(run, body.data, event.at) : run;
  return { ...next, seq: event.seq };
}

const changes: Changes = {
  "request.started": (run, _body, at) => ({ ...run, request: { ...run.request, status: "processing", startedAt: run.request.startedAt ?? at } }),
  "subject.resolved": (run, body) => ({
    ...run,
    request: { ...run.request, identity: run.request.identity ?? { name: body.name, aliases: [], ids: body.ids, resolvedBy: body.resolvedBy } },
  }),
  "category.started": (run, body, at) =>
    inCategory(run, body.category.slug, (was) => ({ ...was, startedAt: at, steps: [{ name: "ask", startedAt: at, endedAt: null }] })),
  "provider.asked": (run, body, at) =>
    inCategory(run, body.category.slug, (was) => ({
      ...was,
      state: "asking",
      answers: withAnswer(was, body.provider, { status: "asking", startedAt: at }),
    })),
  "provider.retrying": (run, body) =>
    inCategory(run, body.category.slug, (was) => ({
      ...was,
      answers: withAnswer(was, body.provider, { attempts: body.attempt + 1, error: body.reason }),
    })),
  "provider.answered": (run, body, at) =>
    inCategory(run, body.category.slug, (was) => ({
      ...was,
      answers: withAnswer(was, body.provider, { status: body.status, sources: body.sources, costUsd: body.costUsd, error: body.reason, endedAt: at }),
    })),
  "sources.gathered": (run, body, at) =>
    inCategory(run, body.category.slug, (was) => ({
      ...was,
      state: "verifying",
      sourceCount: body.sources,
      independentCount: body.independent,
      steps: nextStep(was, "verify", at),
    })),
  "claims.extracted": (run, body) => ({ ...run, totals: { ...run.totals, claims: run.totals.claims + body.claims } }),
  "conflict.found": (run, body, at) => ({
    ...inCategory(run, body.category.slug, (was) => ({
      ...was,
      state: "writing",
      steps: nextStep(was, "write", at),
      conflicts: {
        open: was.conflicts.open + (body.status === "open" ? 1 : 0),
        resolved: was.conflicts.resolved + (body.status === "resolved" ? 1 : 0),
        byJurisdiction: was.conflicts.byJurisdiction + (body.kind === "jurisdiction_difference" ? 1 : 0),
        notComparable: was.conflicts.notComparable + (body.kind === "not_comparable" ? 1 : 0),
      },
    })),
    totals: {
      ...run.totals,
      conflictsOpen: run.totals.conflictsOpen + (body.status === "open" ? 1 : 0),
      conflictsResolved: run.totals.conflictsResolved + (body.status === "resolved" ? 1 : 0),
      setApart: run.totals.setApart + (body.status === "set_apart" ? 1 : 0),
    },
  }),
  "text.written": (run, body, at) =>
    inCategory(run, body.category.slug, (was) => ({
      ...was,
      state: "writing",
      sentences: body.sentences,
      withheld: body.withheld,
      steps: nextStep(was, "write", at),
    })),
  "category.ended": (run, body, at) => {
    const ended = inCategory(run, body.category.slug, (was) => ({
      ...was,
      state: body.outcome === "failed" ? "failed" : body.outcome === "not_searched" ? "cancelled" : "done",
      outcome: body.outcome,
      confidence: body.confidence === null ? null : { value: body.confidence, signals: was.confidence?.signals ?? [] },
      sourceCount: body.sources,
      independentCount: body.independent,
      error: body.reason,
      endedAt: at,
      steps: was.steps.map((step) => ({ ...step, endedAt: step.endedAt ?? at })),
    }));
    return { ...ended, totals: { ...ended.totals, settled: ended.categories.filter((category) => category.outcome !== null).length } };
  },
  "request.ended": (run, body, at) => ({ ...run, request: { ...run.request, status: body.status, note: body.note, endedAt: at } }),
};

function inCategory(run: RunSnapshot, slug: string, change: (category: RunCategory) => RunCategory): RunSnapshot {
  return { ...run, categories: run.categories.map((category) => (category.slug === slug ? change(category) : category)) };
}

type AnswerView = RunCategory["answers"][number];

function withAnswer(category: RunCategory, provider: string, change: Partial<AnswerView>): AnswerView[] {
  const known = category.answers.find((answer) => answer.provider === provider);
  if (known) return category.answers.map((answer) => (answer === known ? { ...answer, ...change } : answer));
  const startedAt = change.startedAt ?? category.startedAt ?? new Date(0).toISOString();
  return [
    ...category.answers,
    { provider, status: "asking", sources: 0, attempts: 1, error: null, costUsd: null, costBasis: "unknown", endedAt: null, ...change, startedAt },
  ];
}

function nextStep(category: RunCategory, name: "ask" | "verify" | "write", at: string): RunCategory["steps"] {
  if (category.steps.some((step) => step.name === name)) return category.steps;
  return [...category.steps.map((step) => ({ ...step, endedAt: step.endedAt ?? at })), { name, startedAt: at, endedAt: null }];
}
