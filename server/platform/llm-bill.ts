import { calcPrice } from "@pydantic/genai-prices";
import type { LlmSettings } from "./llm-config";

export type LlmUsage = { readonly inputTokens: number; readonly outputTokens: number; readonly calls: number };
/** An estimate from tokens and list prices; `usd` is null where no price is known. */
export type LlmCost = { readonly usd: number | null; readonly basis: "estimated" | "unknown" };

/** Tokens of all calls behind one proposal, and what they are worth by list price. */
export class Bill {
  private input = 0;
  private output = 0;
  private calls = 0;
  private served: string | undefined;

  constructor(private readonly settings: LlmSettings) {}

  add(usage: { inputTokens: number | undefined; outputTokens: number | undefined } | undefined, model: string | undefined): void {
    this.calls += 1;
    this.input += usage?.inputTokens ?? 0;
    this.output += usage?.outputTokens ?? 0;
    this.served = model ?? this.served;
  }

  get usage(): LlmUsage {
    return { inputTokens: this.input, outputTokens: this.output, calls: this.calls };
  }

  get model(): string {
    return this.served ?? this.settings.model;
  }

  cost(): LlmCost {
    const { provider } = this.settings;
    if (this.input + this.output === 0) return { usd: null, basis: "unknown" };
    if (provider === "compatible") return { usd: null, basis: "unknown" };
    const providerId = provider === "xai" ? "x-ai" : provider;
    const price = calcPrice({ input_tokens: this.input, output_tokens: this.output }, this.model, { providerId });
    return price ? { usd: price.total_price, basis: "estimated" } : { usd: null, basis: "unknown" };
  }
}
