import { z } from "zod";
import { standinPrices } from "@/server/platform/standin-addresses";
import { jsonReply, type Standin, type StandinReply, type StandinRequest } from "../wire";
import { citedThrough, findingsFor } from "./knowledge/knowledge";
import { parseBody, queryOf, questionIn } from "./requests";
import { chargeFor } from "./tokens";

const parts = z.object({ parts: z.array(z.object({ text: z.string() })) });
const bodySchema = z.object({ contents: z.array(parts).min(1), systemInstruction: parts.optional(), tools: z.array(z.unknown()).optional() });

function failure(status: number, message: string, more: { status?: string; details?: unknown[] } = {}): StandinReply {
  return jsonReply({ error: { code: status, message, status: more.status ?? "FAILED_PRECONDITION", details: more.details ?? [] } }, { status });
}

/** Gemini's generateContent: over passages it cites them by number; with the search tool it grounds, in bytes and with redirecting addresses. */
export const geminiStandin: Standin = {
  id: "gemini",
  handle(request: StandinRequest) {
    const model = /^\/models\/([^/:]+):generateContent$/.exec(request.path)?.[1];
    if (!model || request.method !== "POST") return failure(404, `Unknown request: ${request.method} ${request.path}`, { status: "NOT_FOUND" });
    if (!request.headers["x-goog-api-key"]) return failure(403, "Method doesn't allow unregistered callers.", { status: "PERMISSION_DENIED" });
    const body = bodySchema.safeParse(parseBody(request.body));
    if (!body.success) return failure(400, `Invalid JSON payload: ${z.prettifyError(body.error)}`, { status: "INVALID_ARGUMENT" });
    const input = body.data.contents.flatMap((content) => content.parts.map((part) => part.text)).join("\n");
    const grounded = (body.data.tools ?? []).length > 0;
    const { text, metadata } = grounded ? groundedAnswer(questionIn(input)) : { text: answerOver(questionIn(input)), metadata: {} };
    // A search is charged where its answer rests on one.
    const charge = chargeFor(standinPrices.gemini, input, text, "groundingMetadata" in metadata ? 1 : 0);
    const usage = { promptTokenCount: charge.inputTokens, candidatesTokenCount: charge.outputTokens, thoughtsTokenCount: 0 };
    return jsonReply(
      {
        candidates: [{ content: { role: "model", parts: [{ text }] }, finishReason: "STOP", ...metadata }],
        usageMetadata: { ...usage, totalTokenCount: charge.inputTokens + charge.outputTokens },
        modelVersion: `${model}-001`,
        responseId: "rid",
      },
      { costUsd: charge.usd },
    );
  },
  failure(status, detail) {
    if (status === 429) {
      const wait = { "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: "37s" };
      return failure(status, "Resource has been exhausted.", { status: "RESOURCE_EXHAUSTED", details: [wait] });
    }
    if (detail === "no-credit") return failure(status, "Billing has run out of credits.", { status: "PAYMENT_REQUIRED" });
    return failure(status, `Trial failure ${status}.`, { status: status >= 500 ? "INTERNAL" : "INVALID_ARGUMENT" });
  },
};

/** The first sentence of every passage with its number. */
function answerOver(question: string): string {
  const passages = [...question.matchAll(/^Passage (\d+), from: .*\n([^\n]+)/gm)];
  const sentences = passages.slice(0, 6).map(([, number = "", text = ""]) => `${(/^.+?[.!?](?=\s|$)/.exec(text)?.[0] ?? text).trim()} [${number}]`);
  return sentences.length > 0 ? sentences.join(" ") : "The passages do not state it.";
}

function groundedAnswer(question: string) {
  const findings = findingsFor(question, ["agency", "review"]);
  let text = "";
  const supports = findings.map((finding, index) => {
    // A character of several bytes before each sentence: places counted in bytes and in characters differ.
    text += text === "" ? "– " : " – ";
    const startIndex = Buffer.byteLength(text);
    text += finding.text;
    return { segment: { startIndex, endIndex: Buffer.byteLength(text), text: finding.text }, groundingChunkIndices: [index] };
  });
  const chunks = findings.map((finding, index) => ({
    web: {
      uri: citedThrough(`https://vertexaisearch.cloud.google.com/grounding-api-redirect/TRIAL${index}${finding.topic}`, finding),
      title: URL.parse(finding.url)?.hostname,
    },
  }));
  const grounding = {
    webSearchQueries: [queryOf(question)],
    searchEntryPoint: { renderedContent: "<div></div>" },
    groundingChunks: chunks,
    groundingSupports: supports,
  };
  return findings.length > 0 ? { text, metadata: { groundingMetadata: grounding } } : { text: "Nothing reliable was found.", metadata: {} };
}
