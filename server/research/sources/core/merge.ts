// Sources that several providers bring become one source per identity. Every bringer's role and passages are kept; offsets always point into the text kept.
import type { FoundSource, SourceIdentity, SourceRole } from "../schema";
import { disjointSets } from "./disjoint-sets";
import { identityKey } from "./identity";

type Passage = FoundSource["passages"][number];
export type Brought = { readonly provider: string; readonly source: FoundSource };
/** Who brought the source, with the strongest role it had there and the stretches that answered. */
export type Mention = { provider: string; role: SourceRole; passages: Passage[] };
export type MergedSource = {
  /** Identity key of `source`. */
  key: string;
  /** The description kept; its passages are those of all mentions, best first. */
  source: FoundSource;
  mentions: Mention[];
  /** Indexes into the list given. */
  members: number[];
};

const roleRank: Record<SourceRole, number> = { cited: 0, opened: 1, retrieved: 2 };
const schemeRank: readonly SourceIdentity["scheme"][] = ["doi", "pmid", "pmcid", "nct", "setid", "application", "isbn", "document", "url"];

/** Merges what shares an identity or an alias, in order of first mention. Two values of one registered scheme are never merged through an address. */
export function mergeFound(brought: readonly Brought[]): MergedSource[] {
  const sets = disjointSets(brought.length);
  const names = brought.map(({ source }) => [source.identity, ...source.aliases]);
  const registered = names.map((list) => new Map(list.filter((name) => name.scheme !== "url").map((name) => [name.scheme, name.value])));
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

function mergeGroup(members: number[], brought: readonly Brought[]): MergedSource | null {
  const items = members.flatMap((index) => brought[index] ?? []);
  const sources = items.map((item) => item.source);
  const [first] = sources;
  if (!first) return null;
  // The longest text holds the most quotes; among equals the first that came.
  const kept = sources.reduce((best, source) => (source.text.length > best.text.length ? source : best), first);
  const mentions = mentionsOf(items, kept.text);
  const [identity = kept.identity, ...aliases] = uniqueIdentities(sources.flatMap((source) => [source.identity, ...source.aliases]));
  const stated = <K extends "url" | "date" | "jurisdiction" | "publisher" | "licence" | "upstream">(field: K): FoundSource[K] =>
    kept[field] ?? sources.find((source) => source[field] !== null)?.[field] ?? kept[field];
  const source: FoundSource = {
    ...kept,
    identity,
    aliases,
    url: stated("url"),
    date: stated("date"),
    jurisdiction: stated("jurisdiction"),
    publisher: stated("publisher"),
    licence: stated("licence"),
    upstream: stated("upstream"),
    // A bringer that knows less of a thing places it lower; the best knowledge of it stands.
    tier: Math.min(...sources.map((one) => one.tier)),
    role: strongest(mentions.map((mention) => mention.role)),
    passages: uniquePassages(mentions.flatMap((mention) => mention.passages)),
    superseded: sources.some((one) => one.superseded),
  };
  return { key: identityKey(identity), source, mentions, members };
}

function mentionsOf(items: readonly Brought[], keptText: string): Mention[] {
  const mentions = new Map<string, Mention>();
  for (const { provider, source } of items) {
    const passages = source.passages.flatMap((passage) => moved(passage, source.text, keptText));
    const known = mentions.get(provider);
    mentions.set(provider, {
      provider,
      role: strongest(known ? [known.role, source.role] : [source.role]),
      passages: uniquePassages([...(known?.passages ?? []), ...passages]),
    });
  }
  return [...mentions.values()];
}

function strongest(roles: readonly SourceRole[]): SourceRole {
  return roles.reduce((best, role) => (roleRank[role] < roleRank[best] ? role : best), "retrieved");
}

/** Where the same words stand in the text kept; empty when they do not. */
function moved(passage: Passage, from: string, to: string): Passage[] {
  const place = moveQuote(from, to, passage.start, passage.end);
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
