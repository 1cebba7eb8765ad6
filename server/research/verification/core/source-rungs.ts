// The rungs a source climbs on its own, from what is known of it without going out. What was not looked at is said to be unknown.
import type { SourceIdentity } from "../../sources/schema";
import type { RungResult } from "../schema";

export type SourceFacts = {
  readonly identity: SourceIdentity;
  readonly url: string | null;
  readonly title: string;
  readonly text: string;
  /** The stored text still has the hash it was stored under. */
  readonly textIntact: boolean;
  /** What kinds of provider brought it: the owner's library, a register's own interface, or an answer engine that named it. */
  readonly broughtBy: readonly ("library" | "api" | "engine")[];
  /** Names of those who brought it, for the page. */
  readonly bringers: readonly string[];
};

const shapes: Partial<Record<SourceIdentity["scheme"], RegExp>> = {
  doi: /^10\.\d{4,9}\/\S+$/,
  pmid: /^\d{1,9}$/,
  pmcid: /^PMC\d{1,9}$/i,
  nct: /^NCT\d{8}$/i,
  setid: /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
  application: /^(?:NDA|ANDA|BLA)?\d{5,6}$/i,
  document: /^[0-9a-f]{64}$/,
};

/** Rungs syntactic to not_retracted, in order; after a failure the others are not reached. */
export function sourceRungs(source: SourceFacts, now: Date): RungResult[] {
  const at = now.toISOString();
  const results: RungResult[] = [];
  let down = false;
  const rung = (name: RungResult["rung"], state: RungResult["state"], method: string, reason: string) => {
    results.push(
      down
        ? { rung: name, state: "not_reached", method: "none", reason: "An earlier step failed.", at: null }
        : { rung: name, state, method, reason, at },
    );
    if (state === "failed") down = true;
  };
  const shape = shapes[source.identity.scheme];
  const wellFormed = (shape?.test(source.identity.value) ?? true) && (source.url === null || isWebAddress(source.url));
  rung(
    "syntactic",
    wellFormed ? "passed" : "failed",
    "pattern",
    wellFormed ? "Identifier and address are well formed." : "The identifier or the address is not well formed.",
  );
  if (wellFormed && !source.broughtBy.some((kind) => kind !== "engine")) {
    // An engine names a page and shows a piece of it; until the page itself is read, nothing more is known than that.
    const reason = `Known only from what ${source.bringers.join(", ")} showed; the page itself was not read.`;
    const rest = ["resolved", "identified", "alive", "not_retracted"] as const;
    return [...results, ...rest.map((name) => ({ rung: name, state: "not_reached" as const, method: "none", reason, at: null }))];
  }
  const fetched = source.broughtBy.includes("api");
  rung(
    "resolved",
    "passed",
    fetched ? "registry record" : "stored file",
    fetched ? "The registry returned this record." : "The file is in the library.",
  );
  rung(
    "identified",
    source.textIntact ? "passed" : "failed",
    "SHA-256 of the stored text",
    source.textIntact ? "The stored text is the one that was read." : "The stored text is not the one that was read.",
  );
  rung(
    "alive",
    source.text.trim() === "" ? "failed" : "passed",
    "stored text",
    source.text.trim() === "" ? "Nothing can be read there." : "Its text is stored and readable.",
  );
  // A regulator's own record is not retracted by a journal; for everything else no register was asked.
  const registry = fetched && (source.identity.scheme === "setid" || source.identity.scheme === "application");
  rung(
    "not_retracted",
    registry ? "passed" : "unknown",
    registry ? "registry record" : "none",
    registry ? "The registry lists it as current." : "No retraction register was asked.",
  );
  return results;
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}
