import { z } from "zod";
import { standinPrices } from "@/server/platform/standin-addresses";
import { jsonReply, type Standin, type StandinReply, type StandinRequest } from "../wire";
import { findingsFor } from "./knowledge/knowledge";
import { bearerOf, parseBody } from "./requests";

const bodySchema = z.object({
  query: z.string().min(1).max(400),
  search_depth: z.enum(["basic", "advanced"]).default("basic"),
  max_results: z.number().int().min(0).max(20).default(5),
  include_answer: z.union([z.boolean(), z.enum(["basic", "advanced"])]).default(false),
});

function failure(status: number, error: string): StandinReply {
  return jsonReply({ detail: { error } }, { status });
}

/** Tavily's /search: results with the words of their pages, an answer that cites nothing, credits. */
export const tavilyStandin: Standin = {
  id: "tavily",
  handle(request: StandinRequest) {
    if (request.method !== "POST" || request.path !== "/search") return failure(404, `Unknown request: ${request.method} ${request.path}`);
    if (!bearerOf(request)) return failure(401, "Unauthorized: missing or invalid API key.");
    const body = bodySchema.safeParse(parseBody(request.body));
    if (!body.success) return failure(400, z.prettifyError(body.error));
    const { query, search_depth, max_results, include_answer } = body.data;
    const findings = findingsFor(query, ["label", "portal", "review", "blog"]).slice(0, max_results);
    const credits = search_depth === "advanced" ? 2 : 1;
    return jsonReply(
      {
        query,
        answer: include_answer ? (findings[0]?.text ?? "Nothing was found.") : null,
        images: [],
        results: findings.map((finding, index) => ({
          title: finding.title,
          url: finding.url,
          content: finding.text,
          score: Math.round((0.95 - index * 0.03) * 100) / 100,
          raw_content: null,
          published_date: finding.date,
        })),
        response_time: 0.1,
        usage: { credits },
        request_id: "rq",
      },
      { costUsd: credits * standinPrices.tavilyCredit },
    );
  },
  failure(status, detail) {
    if (status === 432) return failure(status, "This request exceeds your plan's set usage limit.");
    if (status === 433) return failure(status, "This request exceeds the pay-as-you-go limit.");
    return failure(status, detail === "no-credit" ? "No credits left." : `Trial failure ${status}.`);
  },
};
