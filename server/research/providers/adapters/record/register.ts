// Several records of one register as one source: the register speaks with one voice, and every record is a line of its text.

import type { Qualifiers } from "../../../claims/schema";
import { identityOf } from "../../../sources/core/identity";
import type { FoundSource } from "../../../sources/schema";
import type { Question } from "../../schema";
import type { Found } from "./api-answer";
import { topicsOf } from "./asked-facts";
import { passagesAbout } from "./cut-passages";
import { type Line, layLines } from "./lay-lines";
import { plainTitle } from "./plain-text";

type Described = Pick<FoundSource, "title" | "tier" | "date" | "jurisdiction" | "publisher" | "licence"> & {
  readonly url: string;
  /** Address of the register, shared by everything that is read out of it. */
  readonly register: string;
  readonly heading: string;
};

/** One source out of the lines; null when there is none. All of it answers the question, best lines first. */
export function registerSource(lines: readonly Line[], described: Described, question: Question, shared: Qualifiers = {}): Found | null {
  const { url, register, heading, title, tier, date, jurisdiction, publisher, licence } = described;
  const laid = layLines(lines, shared);
  const identity = identityOf({ url })?.identity;
  if (laid.text === "" || !identity) return null;
  return {
    claims: laid.claims,
    source: {
      identity,
      aliases: [],
      title: plainTitle(title, heading),
      url: url.slice(0, 2048),
      tier,
      date,
      jurisdiction,
      publisher,
      licence,
      role: "retrieved",
      text: laid.text,
      passages: passagesAbout(laid.text, topicsOf(question), { heading, all: true }),
      upstream: identityOf({ url: register })?.identity ?? null,
      superseded: false,
    },
  };
}
