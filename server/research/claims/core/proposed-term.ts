// A proposed date, yes or no, member, identifier or reference counts where our own readers find the same at the quoted place, with the same negation.
import type { Fact } from "../../categories/schema";
import type { ClaimValue } from "../schema";
import type { Analysed } from "./analyse";
import { findDates } from "./dates";
import { findMentions, indexFacts } from "./mentions";
import { namingOf } from "./named";
import { isNegated } from "./negation";
import type { ClaimProposal, DropReason } from "./proposal";
import type { Span } from "./proposed-quantity";
import { findReferences } from "./references";
import { type Found, readBooleans, readIdentifiers, readMembers } from "./vocabulary";

export type ReadTerm = {
  readonly value: ClaimValue;
  readonly start: number;
  readonly end: number;
  readonly mention: Span | null;
  readonly denied: boolean;
};
type Candidate = {
  readonly value: ClaimValue;
  readonly start: number;
  readonly end: number;
  readonly denied: boolean;
  readonly said: readonly string[];
};

/** The value at the quoted place, or why there is none. `quoted`: the offsets of the quote in the sentence. */
export function readTerm(
  fact: Fact,
  facts: readonly Fact[],
  proposal: ClaimProposal,
  analysed: Analysed,
  quoted: Span,
  around: string,
): ReadTerm | DropReason {
  const wanted = spelled(proposal.text ?? (fact.kind === "boolean" ? (proposal.polarity === "denied" ? "no" : "yes") : ""));
  if (wanted === "") return "value_not_found";
  const found = candidates(fact, facts, analysed).find(
    ({ start, end, said }) => start >= quoted.start && end <= quoted.end && said.some((form) => spelled(form) === wanted),
  );
  if (!found) return "value_not_found";
  const naming = namingOf(fact, facts, analysed.plain, around, found.start);
  if (!naming) return "fact_not_named";
  // A yes or no holds its own negation; everything else says it beside the value.
  if (fact.kind !== "boolean" && found.denied !== (proposal.polarity === "denied")) return "negation_differs";
  const { value, start, end, denied } = found;
  return { value, start, end, mention: naming.mention, denied: fact.kind !== "boolean" && denied };
}

const spelled = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s_-]+/g, " ")
    .trim();

/** The fact as if it needed no name: naming is judged apart, with what stands around the sentence. */
const nameless = new WeakMap<Fact, Fact>();

function withoutNames(fact: Fact): Fact {
  const known = nameless.get(fact) ?? { ...fact, synonyms: [] };
  nameless.set(fact, known);
  return known;
}

function candidates(fact: Fact, facts: readonly Fact[], { plain, lower, references }: Analysed): Candidate[] {
  const term = ({ value, start, end, denied }: Found): Candidate => ({
    value: { kind: "term", value },
    start,
    end,
    denied,
    said: saidAs(fact, value),
  });
  switch (fact.kind) {
    case "boolean": {
      const own = findMentions(indexFacts(facts), lower).filter((mention) => mention.fact === fact);
      return readBooleans(plain, own).map(({ start, end, denied }) => ({
        value: { kind: "boolean", value: !denied },
        start,
        end,
        denied,
        said: denied ? ["no", "false"] : ["yes", "true"],
      }));
    }
    case "enumeration":
    case "set":
      return readMembers(plain, [withoutNames(fact)], []).map(term);
    case "identifier":
      return readIdentifiers(plain, [withoutNames(fact)], []).map(term);
    case "reference":
      return references().map(({ value, start, end }) => ({
        value: { kind: "term", value },
        start,
        end,
        denied: false,
        said: [value, plain.slice(start, end)],
      }));
    case "date":
      return findDates(plain, { loose: true }).map(({ value, start, end, raw }) => ({
        value,
        start,
        end,
        denied: isNegated(plain, start, end, fact.deniedBy ?? []),
        said: [
          raw,
          value.earliest,
          value.earliest.slice(0, value.precision === "year" ? 4 : 7),
          ...(value.precision === "day" ? [] : [value.latest]),
        ],
      }));
    default:
      return [];
  }
}

function saidAs(fact: Fact, value: string): string[] {
  if (fact.kind === "reference") return [value, ...findReferences(value).map((reference) => reference.value)];
  return [value, ...(fact.values.find((each) => each.value === value)?.synonyms ?? [])];
}
