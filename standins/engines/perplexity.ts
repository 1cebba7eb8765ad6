import { jsonReply, type Standin, type StandinRequest, streamReply } from "../wire";
import { findingsFor } from "./knowledge/knowledge";
import { openAiFailure, queryOf, questionIn, readResponsesBody } from "./requests";
import { framesOf } from "./response-stream";
import { tokensOf } from "./tokens";

const allowed = ["model", "input", "instructions", "tools", "tool_choice", "max_steps", "max_output_tokens", "response_format", "stream"];
const searchUsd = 0.005;

/** Perplexity's /v1/agent: numbered markers, results with snippets, what it charged; any field it does not know is refused. */
export const perplexityStandin: Standin = {
  id: "perplexity",
  handle(request: StandinRequest) {
    const read = readResponsesBody({ ...request, path: request.path === "/agent" ? "/responses" : `/not${request.path}` }, openAiFailure, allowed);
    if (!read.ok) return read.reply;
    const { body } = read;
    const question = questionIn(body.words);
    const findings = findingsFor(question, ["label", "mirror", "review"]);
    const results = findings.map((finding, index) => ({
      id: index + 1,
      url: finding.url,
      title: finding.title,
      snippet: finding.text,
      date: finding.date,
      last_updated: finding.date,
      source: "web",
    }));
    const half = Math.ceil(results.length / 2);
    const text =
      findings.length === 0 ? "No reliable statement was found." : findings.map((finding, index) => `${finding.text} [${index + 1}]`).join(" ");
    const inputCost = tokensOf(body.words) * 0.000_001;
    const outputCost = tokensOf(text) * 0.000_001;
    const total = Math.round((inputCost + outputCost + 2 * searchUsd) * 10_000_000) / 10_000_000;
    const response = {
      id: "resp_p",
      object: "response",
      status: "completed",
      model: body.model,
      error: null,
      output: [
        { type: "search_results", queries: [queryOf(question)], results: results.slice(0, half) },
        { type: "search_results", queries: [`${queryOf(question)} review`], results: results.slice(half) },
        { type: "message", id: "m", role: "assistant", status: "completed", content: [{ type: "output_text", text, annotations: [] }] },
      ],
      usage: {
        input_tokens: tokensOf(body.words),
        output_tokens: tokensOf(text),
        total_tokens: tokensOf(body.words) + tokensOf(text),
        tool_calls_details: { search_web: { invocation: 2 } },
        cost: { currency: "USD", input_cost: inputCost, output_cost: outputCost, tool_calls_cost: 2 * searchUsd, total_cost: total },
      },
    };
    return body.stream ? streamReply(framesOf(response, false), { costUsd: total }) : jsonReply(response, { costUsd: total });
  },
  failure(status, detail) {
    const message = detail === "no-credit" ? "Your account has run out of credits." : `Trial failure ${status}.`;
    return openAiFailure(status, message, null, detail === "no-credit" ? "insufficient_credits" : "trial_error");
  },
};
