import { describe, expect, it } from "vitest";
import { openaiStandin } from "@/standins/engines/openai";
import { claimOfMarker } from "../../core/markers";
import { answerSchema } from "../../schema";
import { describeCuts, describeFaults, engineOptions, fetchOf, halfLife, recordingFetch, testKey, useStandin } from "../testing";
import { askOpenAi } from "./ask-openai";

const price = { input: 1.25, output: 10, searches: 10 };
const ask: typeof askOpenAiPriced = (question, options) => askOpenAiPriced(question, options);
async function askOpenAiPriced(question: Parameters<typeof askOpenAi>[0], options: Parameters<typeof engineOptions>[0] & object) {
  return askOpenAi(question, { ...engineOptions(options), price });
}
const answerTo = async (body: unknown, init: ResponseInit = {}) =>
  answerSchema.parse(await ask(halfLife, engineOptions({ fetch: recordingFetch(body, init).fetch })));

const label = "https://a.example/label";
const message = (text: string, annotations: unknown[] = []) => ({
  type: "message",
  id: "msg_1",
  role: "assistant",
  status: "completed",
  content: [{ type: "output_text", text, annotations }],
});
const response = (output: unknown[], more: Record<string, unknown> = {}) => ({
  id: "resp_1",
  object: "response",
  status: "completed",
  model: "served-model",
  error: null,
  output,
  usage: { input_tokens: 1_000_000, output_tokens: 100_000, total_tokens: 1_100_000, input_tokens_details: { cached_tokens: 3 } },
  ...more,
});
const search = {
  type: "web_search_call",
  id: "ws_1",
  status: "completed",
  action: { type: "search", query: "q", sources: [{ type: "url", url: label }] },
};
const citation = (text: string, marker: string, more: Record<string, unknown> = {}) => ({
  type: "url_citation",
  start_index: text.indexOf(marker),
  end_index: text.indexOf(marker) + marker.length,
  url: `${label}?utm_source=openai`,
  title: "Label",
  ...more,
});
const marker = `([a.example](${label}?utm_source=openai))`;

describe("OpenAI", () => {
  describe("asked at its stand-in", () => {
    const standins = useStandin(openaiStandin);
    it("streams an answer whose markers point at the pages they name, and costs what the stand-in charged", async () => {
      const answer = answerSchema.parse(await ask(halfLife, engineOptions({ baseUrl: standins().baseUrl("openai") })));
      expect(answer).toMatchObject({
        status: "ok",
        model: "test-model",
        servedModel: "test-model-2026-09-01",
        error: null,
        requestId: "req_standin",
      });
      expect(answer.sources.map((source) => source.role)).toEqual(["cited", "cited", "retrieved"]);
      expect(answer.sources.every((source) => source.text === "" && source.passages.length === 0)).toBe(true);
      expect(answer.spans).toHaveLength(2);
      for (const span of answer.spans) {
        const words = answer.text.slice(span.start, span.end);
        expect(span.covers).toBe("marker");
        expect(words).toContain(answer.sources[span.sources[0] ?? -1]?.url);
      }
      expect(answer.cost).toEqual({ usd: standins().ledger.read().costUsd, basis: "estimated" });
      expect(answer.raw).toContain("response.completed");
      expect(answer.raw).not.toContain(testKey);
    });
  });

  it("is asked as its documentation says, with the question as fenced data", async () => {
    const recorded = recordingFetch(response([message("x")]));
    await ask(halfLife, engineOptions({ baseUrl: "https://api.example/v1", fetch: recorded.fetch }));
    expect(recorded.asked).toHaveLength(1);
    expect(recorded.asked[0]).toMatchObject({
      url: "https://api.example/v1/responses",
      headers: { authorization: `Bearer ${testKey}`, "user-agent": "Variorum/0.1 (me@example.org)" },
      body: {
        model: "test-model",
        input: expect.stringMatching(/^BEGIN DATA (\w{16})\n[\s\S]*metformin[\s\S]*\nEND DATA \1$/),
        tools: [{ type: "web_search" }],
        tool_choice: { type: "web_search" },
        include: ["web_search_call.action.sources"],
        max_output_tokens: 16_000,
        stream: true,
      },
    });
    expect(recorded.asked[0]?.headers).not.toHaveProperty("idempotency-key");
    await ask(halfLife, engineOptions({ fetch: recorded.fetch, idempotencyKey: "a:0" }));
    expect(recorded.asked[1]?.headers).toMatchObject({ "idempotency-key": "a:0" });
  });

  it("reads whole bodies too, strips private marks and keeps places right", async () => {
    const raw = `\ue200A 😀 half-life\ue201 is 12 h \ue200cite\ue202turn0search0\ue201${marker}. More.`;
    const answer = await answerTo(response([search, message(raw, [citation(raw, marker)])]));
    expect(answer.text).toBe(`A 😀 half-life is 12 h ${marker}. More.`);
    const [span] = answer.spans;
    expect(answer.text.slice(span?.start, span?.end)).toBe(marker);
    const claim = span ? claimOfMarker(answer.text, span) : null;
    expect(answer.text.slice(claim?.start, claim?.end)).toBe("A 😀 half-life is 12 h");
    expect(answer.sources).toHaveLength(1);
    expect(answer.sources[0]).toMatchObject({ role: "cited", url: label, title: "Label" });
  });

  it("believes offsets in code points where they fit, and looks for the link where none fit or none are given", async () => {
    const text = `😀😀 12 h ${marker}`;
    const units = text.indexOf(marker);
    const spansWith = async (start: number | undefined, end: number | undefined) =>
      (await answerTo(response([message(text, [citation(text, marker, { start_index: start, end_index: end })])]))).spans;
    const right = [{ start: units, end: text.length, sources: [0], covers: "marker" }];
    expect(await spansWith(units - 2, text.length - 2)).toEqual(right);
    expect(await spansWith(undefined, undefined)).toEqual(right);
    expect(await spansWith(0, 2)).toEqual(right);
    expect(await spansWith(5000, 6000)).toEqual(right);
    expect(await spansWith(9, 3)).toEqual(right);
  });

  it("keeps and counts what it does not know", async () => {
    const odd = [{ type: "crystal_ball_call", secrets: [1] }, "text", null, { type: "message", content: [{ type: "output_audio" }] }];
    const opened = { type: "web_search_call", action: { type: "open_page", url: "https://b.example/opened" } };
    const api = {
      ...search,
      action: {
        ...search.action,
        sources: [
          { type: "api", name: "prices" },
          { type: "url", url: "javascript:alert(1)" },
        ],
      },
    };
    const answer = await answerTo(response([...odd, opened, api, message("Twelve.", [{ type: "file_citation" }])]));
    expect(answer.sources.map(({ role, url }) => [role, url])).toEqual([["opened", "https://b.example/opened"]]);
    expect(answer).toMatchObject({ status: "ok", usage: { unknownItems: 6, unusableAddresses: 1, searches: 1 } });
    expect(answer.raw).toContain("crystal_ball_call");
  });

  it("says partial for an answer that was cut by length or names no source, refused for a refusal, failed for nothing", async () => {
    const cited = message(`12 h ${marker}`, [citation(`12 h ${marker}`, marker)]);
    expect(await answerTo(response([cited], { status: "incomplete", incomplete_details: { reason: "max_output_tokens" } }))).toMatchObject({
      status: "partial",
      text: `12 h ${marker}`,
      error: { kind: "truncated", retryable: false },
    });
    expect(await answerTo(response([message("Twelve hours, I believe.")]))).toMatchObject({
      status: "partial",
      sources: [],
      error: { kind: "schema" },
    });
    const refusal = { type: "message", content: [{ type: "refusal", refusal: "I cannot help." }] };
    expect(await answerTo(response([refusal]))).toMatchObject({ status: "refused", text: "I cannot help.", error: { kind: "blocked" } });
    expect(await answerTo(response([]))).toMatchObject({ status: "failed", error: { kind: "schema" }, cost: { basis: "estimated", usd: 2.25 } });
  });

  it("uses nothing of an answer without measure, and ends soon on text made to be read slowly", async () => {
    expect(await answerTo(response([message("x".repeat(200_001))]))).toMatchObject({ status: "failed", text: "", error: { kind: "schema" } });
    const annotations = Array.from({ length: 1200 }, () => ({ type: "url_citation", url: label, start_index: 3, end_index: 9 }));
    for (const piece of ["[", "[](http:", "[[1](", "[1,", "([a](https://a.example/", "\ue200", "... ["]) {
      const answer = await answerTo(response([message(piece.repeat(Math.floor(190_000 / piece.length)), annotations)]));
      expect(answer.usage.unknownItems).toBe(200);
    }
  });

  it.each([
    [{ error: { code: "rate_limit_exceeded", message: "Slow down" } }, "rate_limited", true],
    [{ error: { type: "insufficient_quota", message: "You exceeded your quota" } }, "no_credit", false],
    [response([], { status: "failed", error: { code: "server_error", message: "Oops" } }), "server", true],
    [{ error: "Incorrect API key provided: sk-abcdefgh12345678" }, "auth", false],
    [{ type: "error", code: "invalid_prompt", message: "Bad" }, "bad_request", false],
  ])("finds the failure inside a success: %o", async (body, kind, retryable) => {
    const answer = await answerTo(body);
    expect(answer).toMatchObject({ status: "failed", error: { kind, retryable } });
    expect(JSON.stringify(answer)).not.toContain("sk-abcdefgh");
  });

  it("takes the answer from the events where the terminal event leaves it out, and waits for nothing after it", async () => {
    const frame = (value: unknown) => `data: ${JSON.stringify(value)}\n\n`;
    const text = `12 h ${marker}`;
    const frames = [
      frame({ type: "response.output_text.delta", delta: "12 h " }),
      frame({ type: "response.output_text.delta", delta: marker }),
      frame({ type: "response.output_text.annotation.added", annotation: citation(text, marker) }),
      frame({ type: "response.completed", response: { id: "r", status: "completed", model: "m" } }),
    ];
    const answer = await ask(halfLife, engineOptions({ fetch: fetchOf([...frames, "data: half an ev"]) }));
    expect(answer).toMatchObject({ status: "ok", text, spans: [{ start: 5, sources: [0] }] });
  });

  describeCuts(openaiStandin, ask, "text/event-stream");
  describeFaults(openaiStandin, ask, [
    ["cut-stream:400", { kind: "truncated", retryable: true }],
    ["not-json", { kind: "truncated", retryable: true }],
    ["403", { kind: "blocked", retryable: false }],
    ["429:no-credit", { kind: "no_credit", retryable: false }],
  ]);
});
