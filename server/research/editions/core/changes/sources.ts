// Sources of the whole edition by identity: came, no longer brought, another text, replaced, retracted.
import type { Cause, Change, Reading } from "../../changes/schema";
import type { EditionSource } from "../../schema";
import { differs, failedProviders, isRetracted, type Known, knownIn, type Reason } from "./cause";
import { type ComparedEdition, sideOf } from "./compared";
import type { Fields } from "./fields";

/** `mentioned`: slugs of the categories that are compared; what only others brought is left out. */
export function compareSources(before: ComparedEdition, after: ComparedEdition, mentioned: ReadonlySet<string>): Fields {
  const [was, is] = [knownOf(before, mentioned), knownOf(after, mentioned)];
  const keys = [...new Set([...was.keys(), ...is.keys()])].sort();
  const changes = keys.flatMap((key): Change[] => {
    const [old, now] = [was.get(key), is.get(key)];
    const source = now?.source ?? old?.source;
    if (!source) return [];
    const change = (reason: Reason): Change => ({
      kind: "source",
      category: null,
      field: key,
      label: source.title,
      before: old ? readingOf(old) : null,
      after: now ? readingOf(now) : null,
      ...reason,
    });
    if (!old) return [change(reasonOf("new_source", `It was not in the edition before; ${providers(source)} brought it.`))];
    if (!now) return [change(whyLost(after, key, was, old.source))];
    if (isRetracted(now) && !isRetracted(old)) return [change(reasonOf("retraction", "It was retracted."))];
    if (old.superseded !== now.superseded)
      return [change(reasonOf("source_changed", now.superseded ? "A later edition of it has come." : "It is in force again."))];
    return differs(old, now) ? [change(reasonOf("source_changed", "Its text is another one than before."))] : [];
  });
  return { changes, compared: keys.length };
}

function knownOf(compared: ComparedEdition, mentioned: ReadonlySet<string>): ReturnType<typeof knownIn> {
  const [category] = compared.edition.categories;
  if (!category) return new Map();
  const known = knownIn(sideOf(compared, category));
  return new Map([...known].filter(([, { source }]) => source.mentions.some((mention) => mentioned.has(mention.category))));
}

function whyLost(after: ComparedEdition, key: string, was: ReturnType<typeof knownIn>, source: EditionSource): Reason {
  const failed = new Set(after.edition.categories.flatMap((category) => failedProviders(sideOf(after, category), [key], was)));
  if (source.providers.length > 0 && source.providers.every((provider) => failed.has(provider)))
    return reasonOf("provider_failed", `${[...failed].sort().join(", ")} gave no answer this time.`);
  return reasonOf("source_lost", `${providers(source)} did not bring it again.`);
}

function reasonOf(cause: Cause, because: string): Reason {
  return { cause, because };
}

function providers(source: EditionSource): string {
  return source.providers.length === 0 ? "nobody" : source.providers.join(", ");
}

function readingOf({ source, superseded, retracted }: Known): Reading {
  const notes = [source.date ?? "", superseded ? "replaced" : "", retracted ? "retracted" : ""].filter((part) => part !== "");
  return { text: source.title, sources: [source.number], note: notes.length > 0 ? notes.join(", ") : null };
}
