// Sources of a request by every name they go by. Names that somebody registers decide; an address alone never takes one registered work for another.
import type { SourceIdentity } from "../schema";
import { identityKey } from "./identity";
import { isRegistered } from "./merge";

type Named = { readonly identity: SourceIdentity; readonly aliases: readonly SourceIdentity[] };

export class KnownSources<S extends Named> {
  private readonly byKey = new Map<string, S[]>();

  constructor(rows: readonly S[] = []) {
    for (const row of rows) this.add(row);
  }

  add(row: S): void {
    for (const key of namesOf(row).map(identityKey)) this.byKey.set(key, [...(this.byKey.get(key) ?? []), row]);
  }

  /** The source that is meant: the one of the same identity, or the first that shares a name and clashes in none. */
  find(wanted: Named): S | null {
    const own = identityKey(wanted.identity);
    const same = (this.byKey.get(own) ?? []).find((row) => identityKey(row.identity) === own);
    if (same) return same;
    for (const name of namesOf(wanted).toSorted((a, b) => Number(isRegistered(b)) - Number(isRegistered(a)))) {
      const row = (this.byKey.get(identityKey(name)) ?? []).find((candidate) => !clash(candidate, wanted));
      if (row) return row;
    }
    return null;
  }
}

const namesOf = ({ identity, aliases }: Named): SourceIdentity[] => [identity, ...aliases];

function clash(a: Named, b: Named): boolean {
  const values = new Map(
    namesOf(a)
      .filter(isRegistered)
      .map((name) => [name.scheme, name.value]),
  );
  return namesOf(b).some((name) => isRegistered(name) && values.has(name.scheme) && values.get(name.scheme) !== name.value);
}
