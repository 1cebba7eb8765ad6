// A category provider by provider, as the panel draws it.
import type { Claim } from "../../claims/schema";
import type { Conflict } from "../../conflicts/schema";
import type { ProviderKind } from "../../providers/schema";
import type { AgainQuote } from "../../requests/quote-again";
import type { PublicationNotice, SourceRole } from "../../sources/schema";
import type { EditionCategory } from "../schema";

/**
 * ungrounded: an engine's words with no cited source behind them; cut_off: the answer ends before its end; nothing_found: asked, and nothing citable came.
 */
export type Standing = "waiting" | "answered" | "cut_off" | "ungrounded" | "nothing_found" | "failed" | "not_asked";

/** A try that failed. */
export type Try = {
  /** From 1. */
  readonly attempt: number;
  /** ISO 8601: when it was known to have failed. */
  readonly at: string;
  readonly reason: string;
  /** Milliseconds that were waited after it; null: it was not tried again, or it is not known. */
  readonly waitMs: number | null;
};

/** Words of an engine, and the sources its answer points at behind them: indexes into the witness's `sources`. */
export type SaidPiece = { readonly text: string; readonly sources: readonly number[] };
/** Sentences; white space between two belongs to the second. */
export type SaidParagraph = readonly (readonly SaidPiece[])[];

export type WitnessSource = {
  /** Null until the category's sources are gathered. */
  readonly id: string | null;
  /** Its number everywhere in the edition; null until the category's sources are gathered. */
  readonly number: number | null;
  readonly title: string;
  readonly url: string | null;
  readonly tier: number;
  readonly date: string | null;
  readonly publisher: string | null;
  readonly documentId: string | null;
  readonly role: SourceRole;
  /** Sources with the same voice count once; null until it is known. */
  readonly voice: string | null;
  /** Retractions, concerns and corrections that a record states. */
  readonly notices: readonly PublicationNotice[];
};

/** A later round in which it failed, while the answer before it stands. */
export type LaterFailure = { readonly standing: Standing; readonly at: string; readonly attempts: number; readonly error: string | null };

export type WitnessCost = {
  /** US dollars of all calls of an answer; null: not known, for the reason given. */
  readonly usd: number | null;
  readonly basis: "billed" | "estimated" | "unknown" | "free" | null;
  readonly reason: string | null;
  readonly calls: number | null;
};

/** What one provider answered. */
export type Witness = {
  readonly provider: string;
  readonly name: string;
  readonly kind: ProviderKind;
  readonly standing: Standing;
  /** What was asked for, and what the vendor says answered. */
  readonly model: string | null;
  readonly servedModel: string | null;
  /** An engine's own prose; never the words of a source. Empty for the others. */
  readonly text: string;
  /** The same prose, sentence by sentence with its sources. */
  readonly said: readonly SaidParagraph[];
  /** Whether the answer says which words rest on which source. */
  readonly linked: boolean;
  /** Words of the best sources, for what has no prose of its own. */
  readonly excerpts: readonly { readonly number: number; readonly heading: string | null; readonly text: string }[];
  readonly sources: readonly WitnessSource[];
  /** Claims that stand in its sources, and those that it stated outright as fields of a record. */
  readonly claims: number;
  readonly stated: number;
  readonly queries: readonly string[];
  readonly cost: WitnessCost;
  /** Of the other rounds in which it was asked. */
  readonly otherCosts: readonly WitnessCost[];
  /** ISO 8601: when the answer was given that stands for this one. */
  readonly cachedAt: string | null;
  readonly attempts: number;
  /** Tries that failed, oldest first. */
  readonly tries: readonly Try[];
  readonly error: string | null;
  readonly startedAt: string;
  readonly endedAt: string | null;
  /** Whether the body as it came is kept. */
  readonly raw: boolean;
  readonly since: LaterFailure | null;
  /** How often it may be asked; null: as often as one likes. */
  readonly limit: { readonly perMinute: number; readonly atATime: number } | null;
  /** What asking it once more would cost; null where it cannot answer the category. */
  readonly again: AgainQuote | null;
};

/** Who wrote a category's text, and what a model that was asked failed at. */
export type Writing = {
  /** Null: sentences were chosen from passages, no model was asked. */
  readonly model: string | null;
  /** Sentences it proposed, and those of them that passed. */
  readonly proposed: number;
  readonly kept: number;
  /** Why less came of it than could have, one sentence each. */
  readonly reasons: readonly string[];
};

export type PanelFact = { readonly name: string; readonly label: string; readonly unit: string };

export type ProviderPanel = {
  readonly request: {
    readonly id: string;
    readonly subject: string;
    readonly name: string;
    /** What the resolving of the subject has to say, in one sentence. */
    readonly note: string | null;
    readonly createdAt: string;
    readonly open: boolean;
    /** Progress events up to this number are in it. */
    readonly seq: number;
  };
  readonly category: Pick<EditionCategory, "slug" | "name" | "number" | "status" | "outcome" | "strategy" | "sourceCount" | "independentCount"> & {
    /** Categories of the request. */
    readonly of: number;
  };
  readonly witnesses: readonly Witness[];
  /** Providers of the request that were not asked, with the reason. */
  readonly skipped: readonly { readonly provider: string; readonly name: string; readonly reason: string }[];
  readonly claims: readonly Claim[];
  readonly conflicts: readonly Conflict[];
  readonly facts: readonly PanelFact[];
  readonly writing: Writing;
};
