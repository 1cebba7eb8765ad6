// Sources that several providers bring become one source per identity. Every bringer's role is kept, and every text it brought with its own passages.
import type { FoundSource, PublicationNotice, SourceIdentity, SourceRole } from "../schema";
import { disjointSets } from "./disjoint-sets";
import { identityKey } from "./identity";

type Passage = FoundSource["passages"][number];
export type Brought = FoundSource & { readonly provider: string };
/** Who brought the source, with the strongest role it had there, and one of the texts it was brought in with the stretches of that text that answered. */
export type Mention = { readonly provider: string; readonly role: SourceRole; readonly text: string; readonly passages: readonly Passage[] };
export type Merged = Omit<FoundSource, "passages"> & {
  readonly broughtBy: readonly Mention[];
  /** Indexes into the list given. */
  readonly members: readonly number[];
};

const roleRank: Record<SourceRole, number> = { cited: 0, opened: 1, retrieved: 2 };
const schemeRank: readonly SourceIdentity["scheme"][] = ["doi", "pmid", "pmcid", "nct", "setid", "application", "isbn", "document", "url"];

/** Somebody keeps a register of such values, so that two of them are two works. Addresses move, and a work has as many files as editions of it were saved. */
export const isRegistered = ({ scheme }: SourceIdentity) => scheme !== "url" && scheme !== "document";

/** Merges what shares an identity or an alias, in order of first mention. Two values of one registered scheme are never merged through an address. */
export function mergeFound(brought: readonly Brought[]): Merged[] {
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

function mergeGroup(members: number[], brought: readonly Brought[]): Merged | null {
  const items = members.flatMap((index) => brought[index] ?? []).sort(fullestFirst);
  const [kept] = items;
  if (!kept) return null;
  const broughtBy = mentionsOf(items);
  const [identity = kept.identity, ...aliases] = uniqueIdentities(items.flatMap((item) => [item.identity, ...item.aliases]));
  const stated = <K extends "url" | "date" | "jurisdiction" | "publisher" | "licence" | "upstream">(field: K): FoundSource[K] =>
    items.find((item) => item[field] !== null)?.[field] ?? kept[field];
  const { provider: _provider, passages: _passages, ...description } = kept;
  const notices = uniqueNotices(items.flatMap((item) => item.notices ?? []));
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
    role: strongest(items.map((item) => item.role)),
    superseded: items.some((item) => item.superseded),
    ...(notices.length > 0 ? { notices } : {}),
    broughtBy,
    members,
  };
}

/** The longest text holds the most; among equals an order that does not ask who came first. */
function fullestFirst(a: Brought, b: Brought): number {
  return b.text.length - a.text.length || compare(a.provider, b.provider) || compare(a.text, b.text) || compare(JSON.stringify(a), JSON.stringify(b));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** One mention per provider and text, by provider, its fullest text first. A text that nothing answered in says nothing beside one that does. */
function mentionsOf(items: readonly Brought[]): Mention[] {
  return [...Map.groupBy(items, (item) => item.provider)]
    .sort(([a], [b]) => compare(a, b))
    .flatMap(([provider, own]) => {
      const role = strongest(own.map((item) => item.role));
      const mentions = [...Map.groupBy(own, (item) => item.text)].map(([text, same]) => ({
        provider,
        role,
        text,
        passages: uniquePassages(same.flatMap((item) => item.passages)),
      }));
      const answering = mentions.filter((mention) => mention.passages.length > 0);
      return answering.length > 0 ? answering : mentions.slice(0, 1);
    });
}

/** Notices of several records, each once, newest last. */
export function uniqueNotices(notices: readonly PublicationNotice[]): PublicationNotice[] {
  const byKey = new Map(notices.map((notice) => [`${notice.kind} ${notice.date ?? ""} ${notice.by ?? ""}`, notice]));
  return [...byKey.values()].sort((a, b) => compare(a.date ?? "", b.date ?? "") || compare(a.kind, b.kind) || compare(a.by ?? "", b.by ?? ""));
}

function strongest(roles: readonly SourceRole[]): SourceRole {
  return roles.reduce((best, role) => (roleRank[role] < roleRank[best] ? role : best), "retrieved");
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

/** Every name once, the best register's first. */
export function uniqueIdentities(identities: readonly SourceIdentity[]): SourceIdentity[] {
  const byKey = new Map(identities.map((identity) => [identityKey(identity), identity]));
  return [...byKey.values()].sort(
    (a, b) => schemeRank.indexOf(a.scheme) - schemeRank.indexOf(b.scheme) || (a.value < b.value ? -1 : a.value > b.value ? 1 : 0),
  );
}
