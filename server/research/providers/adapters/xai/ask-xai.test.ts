import { describe, expect, it } from "vitest";
import { xaiStandin } from "@/standins/engines/xai";
import { answerSchema } from "../../schema";
import { describeCuts, describeFaults, engineOptions, halfLife, recordingFetch, useStandin } from "../testing";
import { askXai } from "./ask-xai";

const answerTo = async (sent: unknown) => answerSchema.parse(await askXai(halfLife, engineOptions({ fetch: recordingFetch(sent).fetch })));
const page = "https://x.example/1";
const body = (text: string, annotations: unknown[], more: Record<string, unknown> = {}) => ({
  id: "r",
  object: "response",
  status: "completed",
  model: "served",
  citations: [page, "https://x.example/unused"],
  output: [{ type: "message", content: [{ type: "output_text", text, annotations }] }],
  usage: { input_tokens: 10, output_tokens: 5, num_server_side_tools_used: 1, cost_in_usd_ticks: 37_756_000 },
  ...more,
});

describe("xAI", () => {
  describe("asked at its stand-in", () => {
    const standins = useStandin(xaiStandin);
    it("cites by numbered links, one of them without its place, and states what it charged", async () => {
      const answer = answerSchema.parse(await askXai(halfLife, engineOptions({ baseUrl: standins().baseUrl("xai") })));
      expect(answer).toMatchObject({ status: "ok", error: null, cost: { usd: standins().ledger.read().costUsd, basis: "billed" } });
      expect(answer.sources.map((source) => source.role)).toEqual(["cited", "cited", "retrieved"]);
      expect(answer.spans.map((span) => answer.text.slice(span.start, span.end))).toEqual([
        `[[1]](${answer.sources[0]?.url})`,
        `[[2]](${answer.sources[1]?.url})`,
      ]);
      expect(answer.sources.map((source) => source.title)).toEqual(["drug-portal.example", "health-notes.example", "unused.example"]);
    });
  });

  it("is asked without fields that it has given up", async () => {
    const recorded = recordingFetch(body("x", []));
    await askXai(halfLife, engineOptions({ fetch: recorded.fetch }));
    expect(recorded.asked[0]).toMatchObject({
      url: "http://127.0.0.1:9/responses",
      body: { model: "test-model", input: [{ role: "system" }, { role: "user" }], tools: [{ type: "web_search" }], stream: true },
    });
    expect(Object.keys(recorded.asked[0]?.body ?? {})).not.toEqual(expect.arrayContaining(["search_parameters"]));
    expect(recorded.asked[0]?.body).not.toHaveProperty("instructions");
  });

  it("shows no title that is only a number, takes ticks for 1e-10 dollars, and knows cited from met", async () => {
    const text = `12 h [[1]](${page}).`;
    const answer = await answerTo(body(text, [{ type: "url_citation", url: page, title: "1", start_index: 5, end_index: 31 }]));
    expect(answer.sources.map(({ title, role }) => [title, role])).toEqual([
      ["x.example", "cited"],
      ["x.example", "retrieved"],
    ]);
    expect(answer.cost).toEqual({ usd: 0.0037756, basis: "billed" });
    expect(answer.spans).toEqual([{ start: 5, end: text.length - 1, sources: [0], covers: "marker" }]);
  });

  it("finds every link of a citation without offsets, and keeps one that stands nowhere as cited", async () => {
    const text = `12 h [[1]](${page}), again [[1]](${page}).`;
    const nowhere = { type: "url_citation", url: "https://x.example/nowhere" };
    const answer = await answerTo(body(text, [{ type: "url_citation", url: page }, nowhere]));
    expect(answer.spans).toHaveLength(2);
    expect(answer.sources.filter((source) => source.role === "cited")).toHaveLength(2);
  });

  it.each([
    [{ code: "Some resource has been exhausted", error: "Too many requests, rate limit" }, "rate_limited", true],
    [{ error: "Your team doesn't have any credits yet." }, "no_credit", false],
    [{ error: { message: "internal error" } }, "server", true],
  ])("finds the envelope inside a success: %o", async (sent, kind, retryable) => {
    expect(await answerTo(sent)).toMatchObject({ status: "failed", error: { kind, retryable } });
  });

  describeCuts(xaiStandin, askXai, "text/event-stream");
  describeFaults(xaiStandin, askXai, [
    ["cut-stream:400", { kind: "truncated", retryable: true }],
    ["not-json", { kind: "truncated", retryable: true }],
    ["403", { kind: "no_credit", retryable: false }],
  ]);
});
