// The difference of two editions of one subject. Ids, numbers and the order in which anything arrived make none.
import { type Cause, type Change, type ChangeCounts, type Changes, causes, changeKinds } from "../changes/schema";
import type { EditionCategory } from "../schema";
import { methodChanges, type Pair, type Reason } from "./changes/cause";
import { type ComparedEdition, sideOf } from "./changes/compared";
import type { Fields } from "./changes/fields";
import { compareSentences } from "./changes/sentences";
import { compareSources } from "./changes/sources";
import { compareConflicts, compareValues } from "./changes/values";

export type { ComparedEdition } from "./changes/compared";

/** Every field that differs, in the order of the later edition's categories, each with the first cause that holds. */
export function compareEditions(before: ComparedEdition, after: ComparedEdition): Changes {
  const earlier = new Map(before.edition.categories.map((category) => [category.slug, category]));
  const notCompared: Changes["notCompared"][number][] = [];
  const parts: Fields[] = [];
  const compared = new Set<string>();
  for (const category of after.edition.categories) {
    const was = earlier.get(category.slug);
    const named = { category: category.slug, name: category.name };
    if (!was) {
      notCompared.push({ ...named, reason: "It was not asked in the edition before." });
      continue;
    }
    const pair = { before: sideOf(before, was), after: sideOf(after, category) };
    parts.push(outcomeChange(pair));
    const unread = whyUnread(was, category);
    if (unread !== null) {
      notCompared.push({ ...named, reason: unread });
      continue;
    }
    compared.add(category.slug);
    const fields = [compareValues(pair), compareConflicts(pair), compareSentences(pair)];
    parts.push(
      ...fields,
      confidenceChange(
        pair,
        fields.flatMap((field) => field.changes),
      ),
    );
  }
  for (const category of before.edition.categories) {
    if (after.edition.categories.some(({ slug }) => slug === category.slug)) continue;
    notCompared.push({ category: category.slug, name: category.name, reason: "It was not asked in the later edition." });
  }
  parts.push(compareSources(before, after, compared));
  return {
    changes: parts.flatMap((part) => part.changes),
    compared: parts.reduce((sum, part) => sum + part.compared, 0),
    notCompared,
  };
}

/** Counts by kind and by cause. */
export function countChanges({ changes, compared }: Changes): ChangeCounts {
  const count = <K extends string>(names: readonly K[], of: (change: Change) => K) =>
    Object.fromEntries(
      names.flatMap((name) => {
        const found = changes.filter((change) => of(change) === name).length;
        return found > 0 ? [[name, found] as const] : [];
      }),
    ) as Partial<Record<K, number>>;
  return {
    fields: changes.length,
    compared,
    byKind: count(changeKinds, (change) => change.kind),
    byCause: count(causes, (change) => change.cause),
  };
}

/** Whether an answer changed: a value, a conflict, what is found at all. Other words for the same, other sources for it or a moved score are none. */
export function isAnswer({ kind }: Pick<Change, "kind">): boolean {
  return kind === "value" || kind === "conflict" || kind === "outcome";
}

const unread: Partial<Record<NonNullable<EditionCategory["outcome"]>, string>> = {
  blocked: "was blocked",
  failed: "failed",
  not_searched: "was not searched",
};

function whyUnread(was: EditionCategory, is: EditionCategory): string | null {
  const [before, after] = [was, is].map(({ outcome }) => (outcome === null ? "has not ended" : unread[outcome]));
  if (before && after) return before === after ? `It ${before} in both editions.` : `It ${before} then and ${after} now.`;
  if (before) return `It ${before} in the edition before.`;
  return after ? `It ${after} in the later edition. What was found before is neither confirmed nor gone.` : null;
}

const outcomes: Record<NonNullable<EditionCategory["outcome"]>, string> = {
  found: "found",
  nothing_found: "searched, nothing found",
  not_searched: "not searched",
  blocked: "blocked",
  failed: "failed",
};

function outcomeChange(pair: Pair): Fields {
  const [was, is] = [pair.before.category, pair.after.category];
  if (was.outcome === is.outcome) return { changes: [], compared: 1 };
  const reading = ({ outcome }: EditionCategory) => (outcome === null ? null : { text: outcomes[outcome], sources: [], note: null });
  const reason: Reason = whyUnread(was, is)
    ? {
        cause: "provider_failed",
        because: is.error ?? is.coverage?.blocked[0]?.reason ?? was.error ?? "Its providers gave no answer in one of the editions.",
      }
    : sourcesCame(pair);
  return {
    changes: [{ kind: "outcome", category: is.slug, field: "outcome", label: is.name, before: reading(was), after: reading(is), ...reason }],
    compared: 1,
  };
}

function sourcesCame({ before, after }: Pair): Reason {
  const method = methodChanges(before.compared, after.compared, after.category.slug);
  if (after.category.outcome === "found" && before.category.sourceCount === 0) return { cause: "new_source", because: "Sources speak of it now." };
  if (before.category.outcome === "found" && after.category.sourceCount === 0)
    return { cause: "source_lost", because: "No source that spoke of it was brought again." };
  if (method.length > 0) return { cause: "method_changed", because: `No source changed; ${method.join(", ")}.` };
  return { cause: "answered_otherwise", because: "Other passages of the sources were brought." };
}

function confidenceChange(pair: Pair, changes: readonly Change[]): Fields {
  const [was, is] = [pair.before.category.confidence, pair.after.category.confidence];
  if (!was && !is) return { changes: [], compared: 0 };
  if (was?.value === is?.value) return { changes: [], compared: 1 };
  const points = (score: typeof was) => new Map(score?.signals.map((signal) => [signal.name, signal.points]));
  const [old, now] = [points(was), points(is)];
  const signals = [...new Set([...now.keys(), ...old.keys()])]
    .map((name) => ({ name, points: Math.round(((now.get(name) ?? 0) - (old.get(name) ?? 0)) * 10) / 10 }))
    .filter((signal) => signal.points !== 0);
  const { category } = pair.after;
  const reading = (score: typeof was) => (score ? { text: String(score.value), sources: [], note: null } : null);
  return {
    changes: [
      {
        kind: "confidence",
        category: category.slug,
        field: "confidence",
        label: category.name,
        before: reading(was),
        after: reading(is),
        ...whyMoved(pair, changes, signals),
        score: { before: was?.value ?? null, after: is?.value ?? null, signals },
      },
    ],
    compared: 1,
  };
}

/** A score follows what it is made of: the gravest cause among the category's own changes, else time or method. */
function whyMoved(pair: Pair, changes: readonly Change[], signals: readonly { name: string }[]): Reason {
  const gravest = changes.toSorted((a, b) => rank(a.cause) - rank(b.cause))[0];
  if (gravest) return { cause: gravest.cause, because: gravest.because };
  const method = methodChanges(pair.before.compared, pair.after.compared, pair.after.category.slug);
  if (signals.every(({ name }) => name === "recency"))
    return { cause: "time_passed", because: "Its sources are older by the time between the editions." };
  if (method.length > 0) return { cause: "method_changed", because: `No source changed; ${method.join(", ")}.` };
  return { cause: "answered_otherwise", because: "The same was found with other support." };
}

function rank(cause: Cause): number {
  return causes.indexOf(cause);
}
