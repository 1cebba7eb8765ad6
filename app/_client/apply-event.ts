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
  const next = change && body?.success ? counted(change(run, body.data, event.at)) : run;
  return { ...next, seq: event.seq };
}

/** Totals that follow from the categories; the others come with the events. */
function counted(run: RunSnapshot): RunSnapshot {
  const ended = (outcome: RunCategory["outcome"]) => run.categories.filter((category) => category.outcome === outcome).length;
  const sum = (of: (category: RunCategory) => number) => run.categories.reduce((total, category) => total + of(category), 0);
  const totals = {
    ...run.totals,
    settled: run.categories.length - ended(null),
    found: ended("found"),
    nothingFound: ended("nothing_found"),
    notSearched: ended("not_searched"),
    blocked: ended("blocked"),
    failed: ended("failed"),
    conflictsOpen: sum((category) => category.conflicts.open),
    conflictsResolved: sum((category) => category.conflicts.resolved),
    sentences: sum((category) => category.sentences),
    withheld: sum((category) => category.withheld),
  };
  return { ...run, totals };
}

/**
 * The snapshot with a fresh reading. A reading that is behind the events on the page gives what they do not carry: the scores and counts of
 * categories that have ended, and the totals that only it can add up.
 */
export function takeReading(run: RunSnapshot, fresh: RunSnapshot): RunSnapshot {
  if (fresh.seq >= run.seq) return fresh;
  const read = new Map(fresh.categories.filter((category) => category.outcome !== null).map((category) => [category.slug, category]));
  const { sources, independentSources } = fresh.totals;
  return {
    ...run,
    categories: run.categories.map((category) => (category.outcome === null ? category : (read.get(category.slug) ?? category))),
    totals: { ...run.totals, sources, independentSources },
    cost: fresh.cost,
  };
}

const changes: Changes = {
  "request.started": (run, _body, at) => ({ ...run, request: { ...run.request, status: "processing", startedAt: run.request.startedAt ?? at } }),
  "subject.resolved": (run, body) => ({
    ...run,
    request: { ...run.request, identity: run.request.identity ?? { name: body.name, aliases: [], ids: body.ids, resolvedBy: body.resolvedBy } },
  }),
  "category.started": (run, body, at) =>
    inCategory(run, body.category.slug, (was) => ({
      ...was,
      outcome: null,
      endedAt: null,
      startedAt: at,
      steps: [{ name: "ask", startedAt: at, endedAt: null }],
    })),
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
  "provider.answered": (run, body, at) => ({
    ...inCategory(run, body.category.slug, (was) => ({
      ...was,
      answers: withAnswer(was, body.provider, { status: body.status, sources: body.sources, costUsd: body.costUsd, error: body.reason, endedAt: at }),
    })),
    cost: withCost(run.cost, body.provider, body.costUsd),
  }),
  "sources.gathered": (run, body, at) => ({
    ...inCategory(run, body.category.slug, (was) => ({
      ...was,
      state: "verifying",
      sourceCount: body.sources,
      independentCount: body.independent,
      steps: nextStep(was, "verify", at),
    })),
    totals: body.ofRequest ? { ...run.totals, sources: body.ofRequest.sources, independentSources: body.ofRequest.independent } : run.totals,
  }),
  "claims.extracted": (run, body, at) => ({
    // Comparing begins anew, and writing after it.
    ...inCategory(run, body.category.slug, (was) => ({
      ...was,
      state: "writing",
      steps: nextStep(was, "write", at),
      conflicts: { open: 0, resolved: 0, byJurisdiction: 0, notComparable: 0 },
    })),
    totals: { ...run.totals, claims: run.totals.claims + body.claims },
    cost: withWriting(run.cost, body.model),
  }),
  "conflict.found": (run, body) => ({
    ...inCategory(run, body.category.slug, (was) => ({
      ...was,
      conflicts: {
        open: was.conflicts.open + (body.status === "open" ? 1 : 0),
        resolved: was.conflicts.resolved + (body.status === "resolved" ? 1 : 0),
        byJurisdiction: was.conflicts.byJurisdiction + (body.status === "set_apart" && body.kind === "jurisdiction_difference" ? 1 : 0),
        notComparable: was.conflicts.notComparable + (body.status === "set_apart" && body.kind !== "jurisdiction_difference" ? 1 : 0),
      },
    })),
    totals: { ...run.totals, setApart: run.totals.setApart + (body.status === "set_apart" ? 1 : 0) },
  }),
  // Rulings come after the end: who looks then reads the edition anew.
  "conflict.ruled": (run) => run,
  "text.written": (run, body, at) => ({
    ...inCategory(run, body.category.slug, (was) => ({
      ...was,
      state: "writing",
      sentences: body.sentences,
      withheld: body.withheld,
      steps: nextStep(was, "write", at),
    })),
    cost: withWriting(run.cost, body.model),
  }),
  "category.ended": (run, body, at) =>
    inCategory(run, body.category.slug, (was) => ({
      ...was,
      state: body.outcome === "failed" ? "failed" : body.outcome === "not_searched" ? "cancelled" : "done",
      outcome: body.outcome,
      confidence: body.confidence === null ? null : { value: body.confidence, signals: was.confidence?.signals ?? [] },
      // A category that was broken off keeps what it had gathered.
      ...(body.outcome === "failed" || body.outcome === "not_searched" ? {} : { sourceCount: body.sources, independentCount: body.independent }),
      answers: was.answers.map((answer) => (answer.status === "asking" ? { ...answer, status: "failed", endedAt: at } : answer)),
      error: body.reason,
      endedAt: at,
      steps: was.steps.map((step) => ({ ...step, endedAt: step.endedAt ?? at })),
    })),
  "request.retried": (run, body) => ({
    ...run,
    request: { ...run.request, status: "pending", startedAt: null, endedAt: null, note: null },
    categories: run.categories.map((category) => (body.slugs?.includes(category.slug) ? queuedAgain(category) : category)),
  }),
  "request.ended": (run, body, at) => ({ ...run, request: { ...run.request, status: body.status, note: body.note, endedAt: at } }),
};

function inCategory(run: RunSnapshot, slug: string, change: (category: RunCategory) => RunCategory): RunSnapshot {
  return { ...run, categories: run.categories.map((category) => (category.slug === slug ? change(category) : category)) };
}

/** What a retry leaves of a category: the answers of earlier rounds, until new ones come. */
function queuedAgain(category: RunCategory): RunCategory {
  return {
    ...category,
    state: "queued",
    outcome: null,
    confidence: null,
    sourceCount: 0,
    independentCount: 0,
    steps: [],
    startedAt: null,
    endedAt: null,
    error: null,
  };
}

function withCost(cost: RunSnapshot["cost"], provider: string, usd: number | null): RunSnapshot["cost"] {
  if (usd === null) return { ...cost, unknown: cost.unknown + 1 };
  return { ...cost, usd: cost.usd + usd, byProvider: { ...cost.byProvider, [provider]: (cost.byProvider[provider] ?? 0) + usd } };
}

function withWriting(cost: RunSnapshot["cost"], work: { calls: number; costUsd: number | null } | undefined): RunSnapshot["cost"] {
  return work && work.calls > 0 ? withCost(cost, "writing", work.costUsd) : cost;
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
