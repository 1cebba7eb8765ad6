import { describe, expect, it } from "vitest";
import { perplexityStandin } from "@/standins/engines/perplexity";
import { answerSchema } from "../../schema";
import { describeCuts, describeFaults, engineOptions, halfLife, recordingFetch, testKey, useStandin } from "../testing";
import { askPerplexity } from "./ask-perplexity";

const result = (id: number | null, url: string, more: Record<string, unknown> = {}) => ({
  id,
  url,
  title: `Page ${id}`,
  snippet: "The half-life is 12 h.",
  ...more,
});
const results = (...list: unknown[]) => ({ type: "search_results", queries: ["q"], results: list });
const body = (text: string, ...output: unknown[]) => ({
  id: "resp_p",
  object: "response",
  status: "completed",
  model: "vendor/other-model",
  error: null,
  output: [...output, { type: "message", content: [{ type: "output_text", text, annotations: [] }] }],
  usage: { input_tokens: 9, output_tokens: 3, tool_calls_details: { search_web: { invocation: 2 } }, cost: { currency: "USD", total_cost: 0.011 } },
});
const answerTo = async (sent: unknown) => answerSchema.parse(await askPerplexity(halfLife, engineOptions({ fetch: recordingFetch(sent).fetch })));

describe("Perplexity", () => {
  describe("asked at its stand-in, which refuses fields it does not know", () => {
    const standins = useStandin(perplexityStandin);
    it("cites its results by number, shows their words, and states what it charged", async () => {
      const answer = answerSchema.parse(
        await askPerplexity({ ...halfLife, recencyDays: 30 }, engineOptions({ baseUrl: standins().baseUrl("perplexity") })),
      );
      expect(answer).toMatchObject({ status: "ok", error: null, cost: { usd: standins().ledger.read().costUsd, basis: "billed" } });
      expect(answer.sources.map((source) => source.role)).toEqual(["cited", "cited", "cited"]);
      for (const source of answer.sources) {
        expect(source.passages).toHaveLength(1);
        expect(source.text).toMatch(/half-life of metformin/);
      }
      expect(answer.spans.map((span) => [answer.text.slice(span.start, span.end), span.sources])).toEqual([
        ["[1]", [0]],
        ["[2]", [1]],
        ["[3]", [2]],
      ]);
      expect(answer.sources[0]?.text).toBe(answer.sources[1]?.text);
    });
  });

  it("is asked at /agent with the search forced, the model pinned and a period where the category has one", async () => {
    const recorded = recordingFetch(body("x"));
    await askPerplexity({ ...halfLife, recencyDays: 365 }, engineOptions({ fetch: recorded.fetch }));
    expect(recorded.asked[0]).toMatchObject({
      url: "http://127.0.0.1:9/agent",
      headers: { authorization: `Bearer ${testKey}` },
      body: {
        model: "test-model",
        tools: [{ type: "web_search", filters: { search_recency_filter: "year" } }],
        tool_choice: { type: "web_search" },
        stream: true,
      },
    });
  });

  it("merges every list of results; what is not cited is retrieved; the model that served is stored", async () => {
    const answer = await answerTo(
      body(
        "12 h [1]; 21 h [2, 1].",
        results(result(1, "https://p.example/1")),
        results(result(2, "https://p.example/2"), result(3, "https://p.example/3")),
      ),
    );
    expect(answer.servedModel).toBe("vendor/other-model");
    expect(answer.sources.map(({ role, url }) => [role, url])).toEqual([
      ["cited", "https://p.example/1"],
      ["cited", "https://p.example/2"],
      ["retrieved", "https://p.example/3"],
    ]);
    expect(answer.spans.map((span) => span.sources)).toEqual([[0], [1, 0]]);
    expect(answer.usage).toMatchObject({ searches: 2, inputTokens: 9 });
  });

  it("lets no marker point at a page that it does not name for certain", async () => {
    const reused = [results(result(1, "https://p.example/1")), results(result(1, "https://p.example/other"), result(2, "https://p.example/2"))];
    const answer = await answerTo(body("A [1]. B [2]. C [7]. D [100].", ...reused));
    expect(answer.spans).toEqual([{ start: answer.text.indexOf("[2]"), end: answer.text.indexOf("[2]") + 3, sources: [2], covers: "marker" }]);
    expect(answer.usage).toMatchObject({ ambiguousMarkers: 1, danglingMarkers: 2 });
    expect(answer.sources.map((source) => source.role)).toEqual(["retrieved", "retrieved", "cited"]);
    const same = await answerTo(body("A [1].", results(result(1, "https://p.example/1")), results(result(1, "https://p.example/1?utm_source=x"))));
    expect(same.spans).toHaveLength(1);
    expect(same.sources).toHaveLength(1);
  });

  it("does not take the engine's prose for a source's words", async () => {
    const answer = await answerTo(body("The half-life is 99 h [1].", results(result(1, "https://p.example/1", { snippet: null }))));
    expect(answer.sources[0]).toMatchObject({ role: "cited", text: "", passages: [] });
    expect(answer.text).toContain("99 h");
  });

  it("says that the cost is unknown where it is not stated in dollars", async () => {
    expect((await answerTo({ ...body("x [1]", results(result(1, "https://p.example/1"))), usage: null })).cost).toMatchObject({
      usd: null,
      basis: "unknown",
    });
    const euros = { cost: { currency: "EUR", total_cost: 1 } };
    expect((await answerTo({ ...body("x [1]", results(result(1, "https://p.example/1"))), usage: euros })).cost).toMatchObject({
      usd: null,
      basis: "unknown",
    });
  });

  it("finds a failed run inside a success", async () => {
    const failed = {
      id: "r",
      object: "response",
      status: "failed",
      model: "m",
      output: [],
      error: { type: "insufficient_credits", message: "Your account has run out of credits." },
    };
    expect(await answerTo(failed)).toMatchObject({ status: "failed", error: { kind: "no_credit", retryable: false } });
  });

  describeCuts(perplexityStandin, askPerplexity, "text/event-stream");
  describeFaults(perplexityStandin, askPerplexity, [
    ["cut-stream:400", { kind: "truncated", retryable: true }],
    ["not-json", { kind: "truncated", retryable: true }],
    ["403", { kind: "blocked", retryable: false }],
    ["401:no-credit", { kind: "no_credit", retryable: false }],
  ]);
});
