// Perplexity's Agent API with a forced search. It refuses fields that it does not know, and says what it charged.
import { failedAnswer, storable } from "../../core/engine-answer";
import type { StatusRules } from "../../core/engine-errors";
import type { EngineOptions } from "../../core/engine-options";
import { searchPrompt } from "../../core/prompt";
import { answerOfResponse } from "../../core/responses/answer";
import { askForResponse } from "../../core/responses/ask";
import type { ResponseObject } from "../../core/responses/wire";
import type { Answer, Cost, Question } from "../../schema";

const name = "Perplexity";
const mostSteps = 4;
const mostResults = 15;
const mostOutputTokens = 4000;

export async function askPerplexity(question: Question, options: EngineOptions): Promise<Answer> {
  const { model, apiKey } = options;
  const rules: StatusRules = { name, keyName: "PERPLEXITY_API_KEY", key: apiKey, noCreditStatuses: [402] };
  const { instructions, input } = searchPrompt(question);
  const recency = recencyOf(question.recencyDays);
  const body = {
    model,
    input,
    instructions,
    tools: [{ type: "web_search", max_results: mostResults, ...(recency ? { filters: { search_recency_filter: recency } } : {}) }],
    tool_choice: { type: "web_search" },
    max_steps: mostSteps,
    max_output_tokens: mostOutputTokens,
    stream: true,
  };
  const asked = await askForResponse("/agent", body, rules, options);
  const { requestId } = asked;
  if (!asked.ok) return failedAnswer({ provider: "perplexity", model, requestId, raw: asked.raw === null ? null : storable(asked.raw) }, asked.error);
  return answerOfResponse({ provider: "perplexity", name, numbered: true, cost }, { model, raw: asked.raw, requestId }, asked.value);
}

function cost({ usage }: ResponseObject): Cost {
  const total = usage?.cost?.total_cost;
  const currency = usage?.cost?.currency ?? "USD";
  if (typeof total !== "number") return { usd: null, basis: "unknown", reason: "The answer does not say what it cost." };
  if (currency !== "USD") return { usd: null, basis: "unknown", reason: `The answer states ${total} ${currency.slice(0, 8)}, not dollars.` };
  return { usd: total, basis: "billed" };
}

/** The shortest of the periods on offer that holds the category's; null when none does. */
function recencyOf(days: number | undefined): string | null {
  const periods = [
    ["day", 1],
    ["week", 7],
    ["month", 31],
    ["year", 366],
  ] as const;
  return days === undefined ? null : (periods.find(([, length]) => days <= length)?.[0] ?? null);
}
