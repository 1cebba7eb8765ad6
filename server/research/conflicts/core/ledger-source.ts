import type { SourceIdentity } from "../../sources/schema";
import { trialOf } from "./trials";
import type { LedgerSource } from "./witness";

type Gathered = Omit<LedgerSource, "identities" | "trial"> & {
  readonly title: string;
  readonly text: string;
  readonly identityKey: string;
  readonly aliases: readonly SourceIdentity[];
};

/** A gathered source as the ledger knows it. */
export function ledgerSourceOf({
  id,
  tier,
  date,
  jurisdiction,
  superseded,
  retracted,
  voice,
  publisher,
  title,
  text,
  identityKey,
  aliases,
}: Gathered): LedgerSource {
  const identities = [identityKey, ...aliases.map(({ scheme, value }) => `${scheme}:${value}`)];
  return {
    id,
    tier,
    date,
    jurisdiction,
    superseded,
    retracted,
    voice,
    publisher,
    title,
    identities,
    trial: trialOf({ tier, title, text, identities }),
  };
}
