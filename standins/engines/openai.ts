import { standinPrices } from "@/server/platform/standin-addresses";
import { jsonReply, type Standin, type StandinRequest, streamReply } from "../wire";
import { type Finding, findingsFor } from "./knowledge/knowledge";
import { openAiFailure, queryOf, questionIn, readResponsesBody } from "./requests";
import { framesOf } from "./response-stream";
import { chargeFor } from "./tokens";

/** OpenAI's /v1/responses with web search: markers as links behind the sentence, pages searched and one opened. */
export const openaiStandin: Standin = {
  id: "openai",
  handle(request: StandinRequest) {
    const read = readResponsesBody(request, openAiFailure);
    if (!read.ok) return read.reply;
    const { body } = read;
    const findings = findingsFor(questionIn(body.words), ["label", "agency"]);
    const { text, annotations } = proseOf(findings);
    const charge = chargeFor(standinPrices.openai, body.words, text, 1);
    const seen = [...findings, ...findingsFor(questionIn(body.words), ["mirror"])];
    const sources = [...seen.map((finding) => ({ type: "url", url: finding.url })), { type: "api", name: "oai-trials" }];
    const [first] = findings;
    const response = {
      id: `resp_${charge.inputTokens}_${charge.outputTokens}`,
      object: "response",
      status: "completed",
      model: `${body.model}-2026-09-01`,
      error: null,
      output: [
        { type: "reasoning", id: "rs_1", summary: [] },
        { type: "web_search_call", id: "ws_1", status: "completed", action: { type: "search", query: queryOf(questionIn(body.words)), sources } },
        ...(first ? [{ type: "web_search_call", id: "ws_2", status: "completed", action: { type: "open_page", url: first.url } }] : []),
        { type: "message", id: "msg_1", role: "assistant", status: "completed", content: [{ type: "output_text", text, annotations }] },
      ],
      usage: {
        input_tokens: charge.inputTokens,
        input_tokens_details: { cached_tokens: 0 },
        output_tokens: charge.outputTokens,
        output_tokens_details: { reasoning_tokens: 0 },
        total_tokens: charge.inputTokens + charge.outputTokens,
      },
    };
    const head = { costUsd: charge.usd, headers: { "x-request-id": "req_standin", "x-ratelimit-remaining-requests": "99" } };
    return body.stream ? streamReply(framesOf(response, true), head) : jsonReply(response, head);
  },
  failure(status, detail) {
    if (detail === "no-credit") return openAiFailure(status, "You exceeded your current quota.", "insufficient_quota", "insufficient_quota");
    if (status === 401) return openAiFailure(status, "Incorrect API key provided: sk-trial-1234567890abcdef.", "invalid_api_key");
    return openAiFailure(status, `Trial failure ${status}.`, null, status >= 500 ? "server_error" : "invalid_request_error");
  },
};

function proseOf(findings: readonly Finding[]) {
  let text = "";
  const annotations: { type: "url_citation"; start_index: number; end_index: number; url: string; title: string }[] = [];
  for (const finding of findings) {
    const url = `${finding.url}?utm_source=openai`;
    const marker = `([${URL.parse(url)?.hostname}](${url}))`;
    text += `${text === "" ? "" : " "}${finding.text} `;
    annotations.push({ type: "url_citation", start_index: text.length, end_index: text.length + marker.length, url, title: finding.title });
    text += marker;
  }
  return { text: text === "" ? "I found no reliable statement on this." : text, annotations };
}
