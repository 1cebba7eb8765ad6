// A category provider by provider, as the panel draws it.
import type { ProviderKind } from "../../providers/schema";
import type { SourceRole } from "../../sources/schema";
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

export type WitnessSource = {
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
  /** Words of the best sources, for what has no prose of its own. */
  readonly excerpts: readonly { readonly number: number; readonly heading: string | null; readonly text: string }[];
  readonly sources: readonly WitnessSource[];
  /** Claims that stand in its sources, and those that it stated outright as fields of a record. */
  readonly claims: number;
  readonly stated: number;
  readonly queries: readonly string[];
  /** US dollars of all calls; null: not known, for the reason given. */
  readonly cost: {
    readonly usd: number | null;
    readonly basis: "billed" | "estimated" | "unknown" | "free" | null;
    readonly reason: string | null;
    readonly calls: number | null;
  };
  /** ISO 8601: when the answer was given that stands for this one. */
  readonly cachedAt: string | null;
  readonly attempts: number;
  /** Tries that failed, oldest first. */
  readonly tries: readonly Try[];
  readonly error: string | null;
  readonly startedAt: string;
  readonly endedAt: string | null;
};

export type ProviderPanel = {
  readonly request: { readonly id: string; readonly subject: string; readonly name: string; readonly createdAt: string };
  readonly category: Pick<EditionCategory, "slug" | "name" | "number" | "status" | "outcome" | "strategy" | "sourceCount" | "independentCount"> & {
    /** Categories of the request. */
    readonly of: number;
  };
  readonly witnesses: readonly Witness[];
};
