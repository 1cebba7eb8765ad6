// OpenAI's Responses API with web search. Its markers stand behind the sentence they vouch for; it shows no words of the pages it read.
import { failedAnswer, storable } from "../../core/engine-answer";
import type { StatusRules } from "../../core/engine-errors";
import type { EngineOptions } from "../../core/engine-options";
import { estimatedCost, type Price } from "../../core/price";
import { searchPrompt } from "../../core/prompt";
import { answerOfResponse } from "../../core/responses/answer";
import { askForResponse } from "../../core/responses/ask";
import type { Answer, Question } from "../../schema";

const name = "OpenAI";
/** Searches and pages of one answer; a question of a category needs a handful. */
const mostToolCalls = 12;

/** What is set aside for a call counts on this. */
const usualOutputTokens = 16_000;

export type OpenAiOptions = EngineOptions & {
  readonly price: Price | null;
  /** Tokens of the answer, what it reasons included. */
  readonly maxOutputTokens?: number;
};

/** Asks one question. `price` estimates the cost, which the answer does not state; null: unknown. */
export async function askOpenAi(question: Question, options: OpenAiOptions): Promise<Answer> {
  const { model, apiKey, price, maxOutputTokens = usualOutputTokens } = options;
  const rules: StatusRules = { name, keyName: "OPENAI_API_KEY", key: apiKey, noCreditStatuses: [402] };
  const { instructions, input } = searchPrompt(question);
  const body = {
    model,
    instructions,
    input,
    tools: [{ type: "web_search" }],
    tool_choice: { type: "web_search" },
    include: ["web_search_call.action.sources"],
    max_tool_calls: mostToolCalls,
    max_output_tokens: maxOutputTokens,
    stream: true,
  };
  const asked = await askForResponse("/responses", body, rules, options);
  const { requestId } = asked;
  if (!asked.ok) return failedAnswer({ provider: "openai", model, requestId, raw: asked.raw === null ? null : storable(asked.raw) }, asked.error);
  return answerOfResponse(
    {
      provider: "openai",
      name,
      numbered: false,
      cost: ({ usage, model: served }, searches) =>
        estimatedCost(
          served ?? model,
          price,
          usage ? { inputTokens: usage.input_tokens ?? 0, outputTokens: usage.output_tokens ?? 0, searches } : null,
        ),
    },
    { model, raw: asked.raw, requestId },
    asked.value,
  );
}
