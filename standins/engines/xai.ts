import { jsonReply, type Standin, type StandinRequest, streamReply } from "../wire";
import { findingsFor } from "./knowledge/knowledge";
import { queryOf, questionIn, readResponsesBody } from "./requests";
import { framesOf } from "./response-stream";
import { tokensOf } from "./tokens";

const ticksPerToken = 30_000;
const ticksPerSearch = 50_000_000;
const ticksPerUsd = 10_000_000_000;

const failure = (status: number, error: string, code = "Trial failure") => jsonReply({ code, error }, { status });

/** xAI's /v1/responses: numbered links without titles, one citation without its place, what it charged in ticks; the old search field is gone. */
export const xaiStandin: Standin = {
  id: "xai",
  handle(request: StandinRequest) {
    const read = readResponsesBody(request, (status, message) => failure(status, message));
    if (!read.ok) return read.reply;
    const { body } = read;
    if ("search_parameters" in body) return failure(410, "Live search is deprecated.");
    if ("instructions" in body) return failure(400, "The instructions parameter is not supported.");
    const question = questionIn(body.words);
    const findings = findingsFor(question, ["portal", "blog"]);
    let text = "";
    const annotations = findings.map((finding, index) => {
      const marker = `[[${index + 1}]](${finding.url})`;
      text += `${text === "" ? "" : " "}${finding.text} `;
      const place = { start_index: text.length, end_index: text.length + marker.length };
      text += marker;
      return { type: "url_citation", url: finding.url, title: String(index + 1), ...(index === 1 ? {} : place) };
    });
    if (text === "") text = "Nothing reliable was found.";
    const ticks = (tokensOf(body.words) + tokensOf(text)) * ticksPerToken + ticksPerSearch;
    const response = {
      id: "resp_x",
      object: "response",
      status: "completed",
      model: body.model,
      citations: [...findings.map((finding) => finding.url), "https://unused.example/page"],
      output: [
        {
          type: "web_search_call",
          id: "ws",
          status: "completed",
          action: { type: "search", query: queryOf(question), sources: findings.map((finding) => ({ type: "url", url: finding.url })) },
        },
        { type: "message", id: "m", role: "assistant", status: "completed", content: [{ type: "output_text", text, annotations }] },
      ],
      usage: {
        input_tokens: tokensOf(body.words),
        output_tokens: tokensOf(text),
        total_tokens: tokensOf(body.words) + tokensOf(text),
        num_sources_used: findings.length,
        num_server_side_tools_used: 1,
        cost_in_usd_ticks: ticks,
      },
    };
    const costUsd = ticks / ticksPerUsd;
    return body.stream ? streamReply(framesOf(response, true), { costUsd }) : jsonReply(response, { costUsd });
  },
  failure(status, detail) {
    if (detail === "no-credit" || status === 403)
      return failure(status, "Your team doesn't have any credits yet.", "The caller does not have permission to execute the specified operation");
    return failure(status, `Trial failure ${status}.`);
  },
};
