// Which entries of the ledger are shown: by what they are to each other and by kind. The choice stands in the address, so that it can be sent.
import { conflictState } from "@/app/_ui/conflicts/conflict-state";
import type { State } from "@/app/_ui/marks/states";
import { type Conflict, conflictKinds } from "@/server/research/conflicts/schema";

type Kind = Conflict["kind"];
export type Filter = { readonly state: State | null; readonly kind: Kind | null };
export type FilterChoice = { readonly key: string; readonly words: string; readonly count: number; readonly href: string; readonly current: boolean };

const stateNames = { conflict: "resolved", open: "open", by_jurisdiction: "side by side", not_comparable: "set apart" } as const;
export const kindNames: Record<Kind, string> = {
  value: "values",
  unit_slip: "slips of the unit",
  date: "dates",
  status: "states",
  polarity: "yes or no",
  set: "members of a list",
  jurisdiction_difference: "by jurisdiction",
  not_comparable: "not comparable",
  interpretive: "interpretation",
};
type StateName = keyof typeof stateNames;
const states = Object.keys(stateNames).filter((key): key is StateName => key in stateNames);

/** Reads the choice from an address; what is no choice counts as none. */
export function filterOf(state: unknown, kind: unknown): Filter {
  return { state: states.find((each) => each === state) ?? null, kind: conflictKinds.find((each) => each === kind) ?? null };
}

export function passes(conflict: Conflict, { state, kind }: Filter): boolean {
  return (state === null || conflictState(conflict).state === state) && (kind === null || conflict.kind === kind);
}

/** The choices that lead anywhere, each with how many entries it shows beside the other choice. */
export function filterChoices(conflicts: readonly Conflict[], filter: Filter): { states: FilterChoice[]; kinds: FilterChoice[] } {
  const href = ({ state, kind }: Filter): string => {
    const query = new URLSearchParams({ ...(state ? { state } : {}), ...(kind ? { kind } : {}) }).toString();
    return `${query === "" ? "?" : `?${query}`}#ledger`;
  };
  const choice = (key: string, words: string, to: Filter, current: boolean): FilterChoice[] => {
    const count = conflicts.filter((conflict) => passes(conflict, to)).length;
    return count > 0 || current ? [{ key, words, count, href: href(to), current }] : [];
  };
  return {
    states: [
      ...choice("all", "all", { ...filter, state: null }, filter.state === null),
      ...states.flatMap((state) => choice(state, stateNames[state], { ...filter, state }, filter.state === state)),
    ],
    kinds: [
      ...choice("all", "every kind", { ...filter, kind: null }, filter.kind === null),
      ...conflictKinds.flatMap((kind) => choice(kind, kindNames[kind], { ...filter, kind }, filter.kind === kind)),
    ],
  };
}
