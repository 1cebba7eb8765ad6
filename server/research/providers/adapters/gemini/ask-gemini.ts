// Gemini. By default it answers over passages that Variorum holds and cites them by number; grounded in Google Search only where the operator switched that on.
import { askForJson } from "../../core/ask-json";
import { blankAnswer, failedAnswer, storable } from "../../core/engine-answer";
import type { StatusRules } from "../../core/engine-errors";
import type { EngineOptions } from "../../core/engine-options";
import { estimatedCost, type Price } from "../../core/price";
import { passagesPrompt, searchPrompt } from "../../core/prompt";
import type { Answer, ProviderError, Question } from "../../schema";
import { nothingFound } from "./found";
import { type Part, readGrounding } from "./grounding";
import { readCitations } from "./passages";
import { type GeminiBody, geminiSchema, partSchema } from "./wire";

const name = "Gemini";

export type GeminiOptions = EngineOptions & { readonly price: Price | null; readonly grounding: boolean };

export async function askGemini(question: Question, options: GeminiOptions): Promise<Answer> {
  const { model, apiKey, grounding } = options;
  const passages = grounding ? [] : (question.passages ?? []);
  if (!grounding && passages.length === 0) return blankAnswer({ provider: "gemini", model, status: "refused", error: nothingToRead });
  const prompt = grounding ? searchPrompt(question) : passagesPrompt(question);
  const rules: StatusRules = { name, keyName: "GEMINI_API_KEY", key: apiKey, noCreditStatuses: [402] };
  const body = {
    systemInstruction: { parts: [{ text: prompt.instructions }] },
    contents: [{ role: "user", parts: [{ text: prompt.input }] }],
    ...(grounding ? { tools: [{ googleSearch: {} }] } : {}),
  };
  const path = `/models/${encodeURIComponent(model)}:generateContent`;
  const asked = await askForJson(path, body, geminiSchema, { "x-goog-api-key": apiKey }, rules, options);
  const raw = asked.raw === null ? null : storable(asked.raw);
  if (!asked.ok) return failedAnswer({ provider: "gemini", model, requestId: asked.requestId, raw }, asked.error);
  return readAnswer(asked.value, passages.slice(0, prompt.passagesGiven), { ...options, raw, requestId: asked.requestId });
}

function readAnswer(
  body: GeminiBody,
  passages: NonNullable<Question["passages"]>,
  asked: GeminiOptions & { raw: string | null; requestId: string | null },
): Answer {
  const { model, grounding } = asked;
  const [candidate] = body.candidates ?? [];
  const { text, parts, unknown } = textOf(candidate?.content?.parts ?? []);
  const metadata = candidate?.groundingMetadata;
  const found = grounding ? (metadata ? readGrounding(metadata, parts, text) : nothingFound) : readCitations(text, passages);
  const searches = found.queries.length;
  const used = body.usageMetadata;
  const inputTokens = (used?.promptTokenCount ?? 0) + (used?.toolUsePromptTokenCount ?? 0);
  const outputTokens = (used?.candidatesTokenCount ?? 0) + (used?.thoughtsTokenCount ?? 0);
  const { misplacedSpans, danglingMarkers } = found;
  const counts = { searches, unknownItems: unknown + found.unknownItems, misplacedSpans, danglingMarkers };
  const known = {
    provider: "gemini",
    model,
    servedModel: body.modelVersion ?? null,
    queries: found.queries,
    usage: {
      ...(used ? { inputTokens, outputTokens } : {}),
      ...nonZero(counts),
    },
    cost: estimatedCost(body.modelVersion ?? model, asked.price, used ? { inputTokens, outputTokens, searches: Math.min(searches, 1) } : null),
    requestId: asked.requestId ?? body.responseId ?? null,
    raw: asked.raw,
  };
  const stopped = stopReason(body.promptFeedback?.blockReason ?? candidate?.finishReason ?? null);
  if (stopped?.kind === "blocked") return blankAnswer({ ...known, status: "refused", error: stopped });
  if (text.trim() === "")
    return failedAnswer(known, stopped ?? { kind: "schema", retryable: false, message: `${name} sent an answer without text.` });
  const error = stopped ?? (found.sources.length === 0 ? uncited(grounding) : null);
  return blankAnswer({ ...known, status: error ? "partial" : "ok", text, sources: found.sources, spans: found.spans, error });
}

function nonZero(counts: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

/** The text of the parts that are no thoughts, and where each part begins in it. */
function textOf(items: readonly unknown[]): { text: string; parts: (Part | null)[]; unknown: number } {
  let text = "";
  let unknown = 0;
  const parts = items.map((item) => {
    const parsed = partSchema.safeParse(item);
    if (!parsed.success) unknown += 1;
    if (!parsed.success || parsed.data.thought) return null;
    const part = { text: parsed.data.text, base: text.length };
    text += part.text;
    return part;
  });
  return { text, parts, unknown };
}

function stopReason(reason: string | null): ProviderError | null {
  if (reason === null || reason === "STOP" || reason === "FINISH_REASON_UNSPECIFIED") return null;
  if (reason === "MAX_TOKENS")
    return { kind: "truncated", retryable: false, message: `${name} stopped at its limit of length; what came before is kept.` };
  const known = /^[A-Z_]{1,40}$/.test(reason) ? ` (${reason})` : "";
  return { kind: "blocked", retryable: false, message: `${name} declined to answer${known}.` };
}

function uncited(grounding: boolean): ProviderError {
  const message = grounding
    ? `${name} answered without grounding; nothing of it can be checked, and no source was kept.`
    : `${name} answered without citing a passage; nothing of it can be checked.`;
  return { kind: "schema", retryable: false, message };
}

const nothingToRead: ProviderError = {
  kind: "bad_request",
  notAsked: true,
  retryable: false,
  message: "Gemini was not asked: it answers over passages of other sources, and there were none.",
};
