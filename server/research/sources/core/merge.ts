// Sources that several providers bring become one source per identity. Every bringer's role and passages are kept; offsets always point into the text kept.
import type { FoundSource, SourceIdentity, SourceRole } from "../schema";
import { disjointSets } from "./disjoint-sets";
import { identityKey } from "./identity";

type Passage = FoundSource["passages"][number];
/** A found source by its text or, where that lies in a snapshot, by the text's hash. */
export type Mergeable = Omit<FoundSource, "text"> & { readonly text?: string; readonly textHash?: string };
export type Brought<T extends Mergeable> = T & { readonly provider: string };
/** Who brought the source, with the strongest role it had there and the stretches that answered. */
export type Mention = { provider: string; role: SourceRole; passages: Passage[] };
export type Merged<T extends Mergeable> = Omit<Brought<T>, "provider"> & {
  broughtBy: Mention[];
  /** Indexes into the list given. */
  members: number[];
};

const roleRank: Record<SourceRole, number> = { cited: 0, opened: 1, retrieved: 2 };
const schemeRank: readonly SourceIdentity["scheme"][] = ["doi", "pmid", "pmcid", "nct", "setid", "application", "isbn", "document", "url"];

/** Somebody keeps a register of such values, so that two of them are two works. Addresses move, and a work has as many files as editions of it were saved. */
const isRegistered = ({ scheme }: SourceIdentity) => scheme !== "url" && scheme !== "document";

/** Merges what shares an identity or an alias, in order of first mention. Two values of one registered scheme are never merged through an address. */
export function mergeFound<T extends Mergeable>(brought: readonly Brought<T>[]): Merged<T>[] {
  const sets = disjointSets(brought.length);
  const names = brought.map(({ identity, aliases }) => [identity, ...aliases]);
  const registered = names.map((list) => new Map(list.filter((name) => isRegistered(name)).map((name) => [name.scheme, name.value])));
  const joinUnlessClashing = (a: number, b: number) => {
    const [rootA, rootB] = [sets.find(a), sets.find(b)];
    const [mine, theirs] = [registered[rootA], registered[rootB]];
    if (rootA === rootB || !mine || !theirs) return;
    for (const [scheme, value] of mine) if (theirs.has(scheme) && theirs.get(scheme) !== value) return;
    registered[sets.join(rootA, rootB)] = new Map([...mine, ...theirs]);
  };
  const joinBy = (wanted: (name: SourceIdentity) => boolean) => {
    const first = new Map<string, number>();
    names.forEach((list, index) => {
      for (const key of list.filter(wanted).map(identityKey)) {
        const other = first.get(key);
        if (other === undefined) first.set(key, index);
        else joinUnlessClashing(index, other);
      }
    });
  };
  joinBy((name) => name.scheme !== "url");
  joinBy((name) => name.scheme === "url");
  return [...sets.groups().values()].flatMap((members) => mergeGroup(members, brought) ?? []);
}

function mergeGroup<T extends Mergeable>(members: number[], brought: readonly Brought<T>[]): Merged<T> | null {
  const items = members.flatMap((index) => brought[index] ?? []);
  const [first] = items;
  if (!first) return null;
  // The longest text holds the most quotes; among equals, or where lengths are not known, the first that came.
  const kept = items.reduce((best, item) => ((item.text?.length ?? 0) > (best.text?.length ?? 0) ? item : best), first);
  const broughtBy = mentionsOf(items, kept);
  const [identity = kept.identity, ...aliases] = uniqueIdentities(items.flatMap((item) => [item.identity, ...item.aliases]));
  const stated = <K extends "url" | "date" | "jurisdiction" | "publisher" | "licence" | "upstream">(field: K): Mergeable[K] =>
    kept[field] ?? items.find((item) => item[field] !== null)?.[field] ?? kept[field];
  const { provider: _provider, ...description } = kept;
  return {
    ...description,
    identity,
    aliases,
    url: stated("url"),
    date: stated("date"),
    jurisdiction: stated("jurisdiction"),
    publisher: stated("publisher"),
    licence: stated("licence"),
    upstream: stated("upstream"),
    // A bringer that knows less of a thing places it lower; the best knowledge of it stands.
    tier: Math.min(...items.map((item) => item.tier)),
    role: strongest(broughtBy.map((mention) => mention.role)),
    passages: uniquePassages(broughtBy.flatMap((mention) => mention.passages)),
    superseded: items.some((item) => item.superseded),
    broughtBy,
    members,
  };
}

function mentionsOf<T extends Mergeable>(items: readonly Brought<T>[], kept: Brought<T>): Mention[] {
  const mentions = new Map<string, Mention>();
  for (const item of items) {
    const passages = item.passages.flatMap((passage) => moved(passage, item, kept));
    const known = mentions.get(item.provider);
    mentions.set(item.provider, {
      provider: item.provider,
      role: strongest(known ? [known.role, item.role] : [item.role]),
      passages: uniquePassages([...(known?.passages ?? []), ...passages]),
    });
  }
  return [...mentions.values()];
}

function strongest(roles: readonly SourceRole[]): SourceRole {
  return roles.reduce((best, role) => (roleRank[role] < roleRank[best] ? role : best), "retrieved");
}

/** Where the same words stand in another text of the same source; empty when they do not, or when only hashes are known and differ. */
function moved(passage: Passage, from: Mergeable, to: Mergeable): Passage[] {
  if (from === to) return [passage];
  if (from.text === undefined || to.text === undefined) return from.textHash === to.textHash ? [passage] : [];
  const place = moveQuote(from.text, to.text, passage.start, passage.end);
  return place ? [{ ...passage, ...place }] : [];
}

/** Offsets in `to` of the words that stand at `start..end` in `from`; null when they are not there word for word. */
export function moveQuote(from: string, to: string, start: number, end: number): { start: number; end: number } | null {
  if (from === to) return { start, end };
  const at = to.indexOf(from.slice(start, end));
  return at < 0 || end <= start ? null : { start: at, end: at + end - start };
}

function uniquePassages(passages: readonly Passage[]): Passage[] {
  const best = new Map<string, Passage>();
  for (const passage of passages) {
    const key = `${passage.start}-${passage.end}`;
    const known = best.get(key);
    if (!known || passage.score > known.score) best.set(key, passage);
  }
  return [...best.values()].sort((a, b) => b.score - a.score || a.start - b.start || a.end - b.end);
}

function uniqueIdentities(identities: readonly SourceIdentity[]): SourceIdentity[] {
  const byKey = new Map(identities.map((identity) => [identityKey(identity), identity]));
  return [...byKey.values()].sort(
    (a, b) => schemeRank.indexOf(a.scheme) - schemeRank.indexOf(b.scheme) || (a.value < b.value ? -1 : a.value > b.value ? 1 : 0),
  );
}
