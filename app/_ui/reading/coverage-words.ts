// The coverage line of a category: what was asked, found, empty, blocked, skipped.
import type { Coverage } from "@/server/research/requests/schema";
import type { State } from "../marks/states";

/** More reasons than these stand in the table alone. */
const mostReasons = 3;

/** Sentences in the order of the line; a list that is empty is left out. `name` gives a provider's name. */
export const coverageWords = (coverage: Coverage, name: (provider: string) => string = (provider) => provider): string[] => {
  const reasons = (list: readonly { provider: string; reason: string }[]) =>
    list.length > mostReasons
      ? list.map(({ provider }) => name(provider)).join(", ")
      : list
          .map(({ provider, reason }) => (names(reason, name(provider)) ? reason.replace(/\.$/, "") : `${name(provider)}, ${lower(reason)}`))
          .join("; ");
  const asked = coverage.asked.length;
  return [
    asked === 0 ? "Asked nobody." : `Asked ${asked} ${asked === 1 ? "provider" : "providers"}.`,
    coverage.found.length > 0 && `Found: ${coverage.found.map((each) => `${name(each.provider)} ${each.sources}`).join(", ")}.`,
    coverage.empty.length > 0 && `Empty: ${coverage.empty.map(name).join(", ")}.`,
    coverage.blocked.length > 0 && `Blocked: ${reasons(coverage.blocked)}.`,
    coverage.skipped.length > 0 && `Skipped: ${reasons(coverage.skipped)}.`,
  ].filter((each) => each !== false);
};

const names = (reason: string, name: string): boolean => reason.toLowerCase().startsWith(name.toLowerCase());

/** A reason within a list: without its full stop, and beginning small unless it begins with a name in capitals. */
const lower = (reason: string): string => reason.replace(/\.$/, "").replace(/^[A-Z](?=[a-z ])/, (first) => first.toLowerCase());

export type CoverageRow = {
  readonly provider: string;
  readonly state: Extract<State, "done" | "nothing_found" | "blocked" | "not_searched">;
  readonly words: string;
  readonly reason: string | null;
};

/** One row for each provider of the request: found first, then empty, blocked, skipped. */
export const coverageRows = ({ found, empty, blocked, skipped }: Coverage): CoverageRow[] => [
  ...found.map(
    ({ provider, sources }): CoverageRow => ({ provider, state: "done", words: `${sources} ${sources === 1 ? "source" : "sources"}`, reason: null }),
  ),
  ...empty.map((provider): CoverageRow => ({ provider, state: "nothing_found", words: "searched, nothing found", reason: null })),
  ...blocked.map(({ provider, reason }): CoverageRow => ({ provider, state: "blocked", words: "no answer", reason })),
  ...skipped.map(({ provider, reason }): CoverageRow => ({ provider, state: "not_searched", words: "not asked", reason })),
];
