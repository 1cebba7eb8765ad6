// xAI's Responses API with web search. It states what it charged in ticks of 1e-10 dollars; its titles are often only numbers.
import { failedAnswer, storable } from "../../core/engine-answer";
import type { StatusRules } from "../../core/engine-errors";
import type { EngineOptions } from "../../core/engine-options";
import { searchPrompt } from "../../core/prompt";
import { answerOfResponse } from "../../core/responses/answer";
import { askForResponse } from "../../core/responses/ask";
import type { ResponseObject } from "../../core/responses/wire";
import type { Answer, Cost, Question } from "../../schema";

const name = "xAI";
const ticksPerUsd = 10_000_000_000;

export async function askXai(question: Question, options: EngineOptions): Promise<Answer> {
  const { model, apiKey } = options;
  const rules: StatusRules = { name, keyName: "XAI_API_KEY", key: apiKey, noCreditStatuses: [402, 403] };
  const { instructions, input } = searchPrompt(question);
  const body = {
    model,
    // `instructions` is not supported here.
    input: [
      { role: "system", content: instructions },
      { role: "user", content: input },
    ],
    tools: [{ type: "web_search" }],
    stream: true,
  };
  const asked = await askForResponse("/responses", body, rules, options);
  const { requestId } = asked;
  if (!asked.ok) return failedAnswer({ provider: "xai", model, requestId, raw: asked.raw === null ? null : storable(asked.raw) }, asked.error);
  return answerOfResponse({ provider: "xai", name, numbered: false, cost }, { model, raw: asked.raw, requestId }, asked.value);
}

function cost({ usage }: ResponseObject): Cost {
  const ticks = usage?.cost_in_usd_ticks;
  if (typeof ticks !== "number") return { usd: null, basis: "unknown", reason: "The answer does not say what it cost." };
  return { usd: ticks / ticksPerUsd, basis: "billed" };
}
