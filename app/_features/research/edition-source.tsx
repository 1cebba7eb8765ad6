import Link from "next/link";
import type { ReactNode } from "react";
import { SourceEntry, type SourceQuote } from "@/app/_ui/sources/source-entry";
import type { EditionSource } from "@/server/research/editions/schema";
import { tierNames } from "@/server/research/sources/schema";
import { hrefOf } from "./source-href";

type EditionSourceEntryProps = {
  requestId: string;
  source: EditionSource;
  quotes?: readonly SourceQuote[];
  chosen?: boolean;
  flags?: readonly string[];
  children?: ReactNode;
};

/** A source of an edition in the apparatus, the same wherever it stands, with the way to everything that is known of it. */
export const EditionSourceEntry = ({ requestId, source, quotes = [], chosen = false, flags = [], children }: EditionSourceEntryProps) => (
  <SourceEntry
    number={source.number}
    title={source.title}
    href={hrefOf(source)}
    tier={source.tier}
    tierName={tierNames[source.tier] ?? "unknown"}
    date={source.date}
    publisher={source.publisher}
    superseded={source.superseded}
    flags={flags}
    results={source.verification.rungs}
    quotes={quotes}
    chosen={chosen}
  >
    {children}
    <p className="note">
      <Link prefetch={false} href={`/research/${requestId}/sources/${source.number}`}>
        How [{source.number}] was checked
      </Link>
    </p>
  </SourceEntry>
);
