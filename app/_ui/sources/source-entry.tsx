import type { ReactNode } from "react";
import type { RungResult } from "@/server/research/verification/schema";
import { Siglum } from "../marks/siglum";
import { Tag } from "../marks/tag";
import { Quote } from "../reading/quote";
import { sourceAnchor } from "../reading/source-anchor";
import { formatPartialDate } from "../time/format-time";
import { VerificationLadder } from "./verification-ladder";

export type SourceQuote = { key: string; text: string; marks?: readonly { start: number; end: number }[]; foot?: ReactNode; lang?: string };

type SourceEntryProps = {
  /** Its number everywhere in the edition. */
  number: number;
  title: string;
  /** Where it opens: the address, or the document in the library. */
  href?: string | null;
  /** 1 to 10; tier 1 has the strong frame. */
  tier: number;
  /** "regulator or label of record". */
  tierName: string;
  /** As precise as stated: "2018-04". */
  date?: string | null;
  /** Who published it, or where it was found. */
  publisher?: string | null;
  superseded?: boolean;
  /** What became of it later: "retracted", "page gone". */
  flags?: readonly string[];
  results: readonly RungResult[];
  quotes?: readonly SourceQuote[];
  /** Its sentence is chosen in the text. */
  chosen?: boolean;
  /** What else is to say: the same voice as [3], a note on its licence. */
  children?: ReactNode;
};

/** A source in the apparatus: number, title, tier, date, ladder, and the words that are cited. */
export const SourceEntry = (props: SourceEntryProps) => {
  const {
    number,
    title,
    href,
    tier,
    tierName,
    date,
    publisher,
    superseded = false,
    flags = [],
    results,
    quotes = [],
    chosen = false,
    children,
  } = props;
  return (
    <li className={chosen ? "src src--chosen" : "src"} id={sourceAnchor(number)}>
      <Siglum>{number}</Siglum>
      <div>
        <h3 className="src__title">{href ? <a href={href}>{title}</a> : title}</h3>
        <div className="row">
          <Tag weight={tier === 1 ? "strong" : "plain"}>
            Tier {tier}, {tierName}
          </Tag>
          {superseded ? <Tag weight="ochre">superseded</Tag> : null}
          {flags.map((flag) => (
            <Tag key={flag} weight="ochre">
              {flag}
            </Tag>
          ))}
          <span>{[publisher, date ? formatPartialDate(date) : null].filter((each) => each).join(", ")}</span>
        </div>
        <div className="row">
          <VerificationLadder results={results} />
        </div>
        {quotes.map(({ key, ...quote }) => (
          <Quote key={key} {...quote} />
        ))}
        {children}
      </div>
    </li>
  );
};
