// Why a field differs: tried in a fixed order, from what is known of the sources behind it to the versions it was made with.
import type { Cause } from "../../changes/schema";
import type { EditionSource } from "../../schema";
import { type ComparedEdition, keyOf, type Side } from "./compared";

export type Reason = { readonly cause: Cause; readonly because: string };
/** Identity keys of the sources behind what is gone, what came, and all that speak on the field. */
export type Involved = { readonly gone: ReadonlySet<string>; readonly came: ReadonlySet<string> };
export type Pair = { readonly before: Side; readonly after: Side };

/** A source as it was known when its edition was made. */
export type Known = { readonly source: EditionSource; readonly hash: string | undefined; readonly retracted: boolean; readonly superseded: boolean };

/** The first cause that holds. `overridden`: a ruling by hand stands over one of the two and not over the other. */
export function causeOf(pair: Pair, { gone, came }: Involved, overridden = false): Reason {
  const [was, is] = [knownIn(pair.before), knownIn(pair.after)];
  const all = [...new Set([...gone, ...came])].sort();
  const named = (keys: readonly string[], side: "before" | "after") => namesOf(keys, side === "before" ? was : is);

  const retracted = all.filter((key) => isRetracted(is.get(key)) && !isRetracted(was.get(key)));
  if (retracted.length > 0) return { cause: "retraction", because: `${named(retracted, "after")} ${wereOr(retracted, "was", "were")} retracted.` };
  const changed = all.filter((key) => differs(was.get(key), is.get(key)));
  if (changed.length > 0)
    return { cause: "source_changed", because: `${named(changed, "after")} ${wereOr(changed, "has", "have")} another text than before.` };
  if (overridden) return { cause: "override", because: "A ruling by hand stands over one of the two editions and not over the other." };
  const added = [...came].filter((key) => !was.has(key)).sort();
  if (added.length > 0)
    return { cause: "new_source", because: `${named(added, "after")} ${wereOr(added, "was", "were")} not in the edition before.` };
  const lost = [...gone].filter((key) => !is.has(key)).sort();
  const failed = failedProviders(pair.after, lost, was);
  if (failed.length > 0) return { cause: "provider_failed", because: `${failed.join(", ")} gave no answer this time; what is gone came from there.` };
  if (lost.length > 0) return { cause: "source_lost", because: `${named(lost, "before")} ${wereOr(lost, "was", "were")} not brought again.` };
  const method = methodChanges(pair.before.compared, pair.after.compared, pair.after.category.slug);
  if (method.length > 0) return { cause: "method_changed", because: `No source changed; ${method.join(", ")}.` };
  return { cause: "answered_otherwise", because: "The same sources were brought, by other passages of them." };
}

/** What of the method is of another version: "the pack is of version 12, was 11". */
export function methodChanges(before: ComparedEdition, after: ComparedEdition, slug: string): string[] {
  const [was, is] = [before.categoryVersions.get(slug), after.categoryVersions.get(slug)];
  return [
    ...(was !== undefined && is !== undefined && was !== is ? [`the category is of version ${is}, was ${was}`] : []),
    ...(was === is && before.edition.request.packVersion !== after.edition.request.packVersion
      ? [`the pack is of version ${after.edition.request.packVersion}, was ${before.edition.request.packVersion}`]
      : []),
    ...(before.programVersion !== after.programVersion
      ? [`the program is of version ${after.programVersion ?? "unknown"}, was ${before.programVersion ?? "unknown"}`]
      : []),
  ];
}

/** Providers that brought what is lost and gave no answer for the category this time. */
export function failedProviders(after: Side, lost: readonly string[], was: ReadonlyMap<string, Known>): string[] {
  const failed = new Set(
    after.category.answers.filter(({ status }) => status === "failed" || status === "refused" || status === "asking").map(({ provider }) => provider),
  );
  const asked = new Set(after.category.answers.map(({ provider }) => provider));
  const brought = lost.flatMap((key) => was.get(key)?.source.mentions.filter(({ category }) => category === after.category.slug) ?? []);
  const missing = brought.map(({ provider }) => provider).filter((provider) => failed.has(provider) || !asked.has(provider));
  return [...new Set(missing)].sort();
}

export function knownIn({ sources, compared }: Side): Map<string, Known> {
  return new Map(
    [...sources.values()].map((source) => {
      const later = compared.foundLater.get(source.id);
      return [
        keyOf(source),
        {
          source,
          hash: compared.textHashes.get(source.id),
          retracted: source.verification.outcome === "retracted" && !later?.has("retracted"),
          superseded: source.superseded && !later?.has("superseded"),
        },
      ];
    }),
  );
}

export function isRetracted(known: Known | undefined): boolean {
  return known?.retracted ?? false;
}

/** The text of a source that is read whole is another one, or it has been replaced since. */
export function differs(was: Known | undefined, is: Known | undefined): boolean {
  if (!was || !is) return false;
  return (was.hash !== undefined && is.hash !== undefined && was.hash !== is.hash) || was.superseded !== is.superseded;
}

const mostNamed = 2;
function namesOf(keys: readonly string[], known: ReadonlyMap<string, Known>): string {
  const names = keys
    .flatMap((key) => known.get(key)?.source ?? [])
    .sort((a, b) => a.number - b.number)
    .map((source) => `[${source.number}] ${source.title}`);
  const more = names.length - mostNamed;
  return more > 0 ? `${names.slice(0, mostNamed).join(", ")} and ${more} more` : names.join(" and ");
}

function wereOr(keys: readonly unknown[], one: string, many: string): string {
  return keys.length === 1 ? one : many;
}
