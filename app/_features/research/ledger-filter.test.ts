import { expect, test } from "vitest";
import type { Conflict } from "@/server/research/conflicts/schema";
import { filterChoices, filterOf, passes } from "./ledger-filter";

const entry = (kind: Conflict["kind"], status: Conflict["status"]): Conflict => ({
  id: `${kind} ${status}`,
  attribute: "half_life",
  kind,
  status,
  severity: "major",
  strategy: "manual",
  sides: [],
  winner: null,
  statement: "",
  rationale: "",
  differing: [],
  unstated: [],
});
const ledger = [entry("value", "open"), entry("value", "resolved"), entry("date", "open"), entry("not_comparable", "set_apart")];

test("a choice in the address narrows the ledger, and what is no choice shows all", () => {
  const shown = (state?: string, kind?: string) => ledger.filter((conflict) => passes(conflict, filterOf(state, kind))).map(({ id }) => id);
  expect(shown("open")).toEqual(["value open", "date open"]);
  expect(shown("open", "value")).toEqual(["value open"]);
  expect(shown("agrees", "nonsense")).toHaveLength(4);
});

test("a choice says how many entries it leads to and is left out where it leads to none", () => {
  const { states, kinds } = filterChoices(ledger, filterOf("open", undefined));
  expect(states.map(({ words, count, current }) => [words, count, current])).toEqual([
    ["all", 4, false],
    ["resolved", 1, false],
    ["open", 2, true],
    ["set apart", 1, false],
  ]);
  expect(kinds.map(({ words, count, href }) => [words, count, href])).toEqual([
    ["every kind", 2, "?state=open#ledger"],
    ["values", 1, "?state=open&kind=value#ledger"],
    ["dates", 1, "?state=open&kind=date#ledger"],
  ]);
});
