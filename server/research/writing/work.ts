// What came of asking a model: how much it proposed, how much of that stood, and why the rest did not.
import type { Proposal } from "@/server/platform/llm";
import type { ModelWork } from "../requests/run-events";

/** The growing account of one step. */
export class Work {
  private readonly dropped: Record<string, number> = {};
  private model: string;
  private calls = 0;
  private failed = 0;
  private proposed = 0;
  private kept = 0;
  private usd: number | null = 0;
  private reason: string | null = null;

  constructor(model: string) {
    this.model = model;
  }

  /** One question that was asked, however it ended. */
  asked(proposal: Proposal<unknown>): void {
    this.calls += proposal.usage.calls;
    if (proposal.keptAt !== undefined) {
      this.model = proposal.model;
      this.because("What the same model answered to the same passages before stands; nothing was asked for it.");
    }
    if (proposal.usage.calls > 0) {
      this.model = proposal.model;
      this.usd = this.usd === null || proposal.cost.usd === null ? null : this.usd + proposal.cost.usd;
    }
    if (!proposal.error) return;
    this.failed += 1;
    this.reason = proposal.error.message;
  }

  propose(count: number): void {
    this.proposed += count;
  }

  keep(count: number): void {
    this.kept += count;
  }

  drop(reason: string): void {
    this.dropped[reason] = (this.dropped[reason] ?? 0) + 1;
  }

  /** Says in one sentence why less was asked than could have been. */
  because(reason: string): void {
    this.reason ??= reason;
  }

  get account(): ModelWork {
    const { model, calls, failed, proposed, kept, dropped, usd: costUsd, reason } = this;
    return { model, calls, failed, proposed, kept, dropped: { ...dropped }, costUsd, reason };
  }
}
