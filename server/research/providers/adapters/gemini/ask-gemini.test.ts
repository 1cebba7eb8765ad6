import { describe, expect, it } from "vitest";
import { geminiStandin } from "@/standins/engines/gemini";
import { answerSchema, type Question } from "../../schema";
import { type Ask, describeCuts, describeFaults, engineOptions, halfLife, recordingFetch, testKey, useStandin } from "../testing";
import { askGemini } from "./ask-gemini";

const price = { input: 0.3, output: 2.5, searches: 14 };
const ask: Ask = (question, options) => askGemini(question, { ...options, price, grounding: false });
const askGrounded: Ask = (question, options) => askGemini(question, { ...options, price, grounding: true });
const setId = "11111111-2222-3333-4444-555555555555";
const passages = [
  { key: `setid:${setId}`, sourceTitle: "Label", text: "The half-life is 12 hours. It is taken with food." },
  { key: "url:https://a.example/page", sourceTitle: "Page", text: "The half-life is 21 hours in renal impairment." },
  { key: `setid:${setId}`, sourceTitle: "Label", text: "The dose is 5 mg. It is not for children." },
  { key: "no identity", sourceTitle: "Nothing", text: "This stands nowhere." },
];
const overPassages: Question = { ...halfLife, passages };
const body = (text: string, more: Record<string, unknown> = {}, candidate: Record<string, unknown> = {}) => ({
  candidates: [{ content: { role: "model", parts: [{ text }] }, finishReason: "STOP", ...candidate }],
  usageMetadata: { promptTokenCount: 10, toolUsePromptTokenCount: 50, candidatesTokenCount: 5, thoughtsTokenCount: 7, totalTokenCount: 72 },
  modelVersion: "served",
  responseId: "rid",
  ...more,
});
const answerTo = async (sent: unknown, by: Ask = ask, question = overPassages) =>
  answerSchema.parse(await by(question, engineOptions({ fetch: recordingFetch(sent).fetch })));

describe("Gemini over passages", () => {
  describe("asked at its stand-in", () => {
    const standins = useStandin(geminiStandin);
    it("cites passages by number, as the sources they come from", async () => {
      const answer = answerSchema.parse(await ask(overPassages, engineOptions({ baseUrl: standins().baseUrl("gemini") })));
      expect(answer).toMatchObject({
        status: "ok",
        servedModel: "test-model-001",
        cost: { usd: standins().ledger.read().costUsd, basis: "estimated" },
      });
      expect(answer.sources.map(({ identity, role }) => [identity, role])).toEqual([
        [{ scheme: "setid", value: setId }, "cited"],
        [{ scheme: "url", value: "https://a.example/page" }, "cited"],
      ]);
      expect(answer.usage.danglingMarkers).toBe(1);
      for (const source of answer.sources)
        for (const { start, end } of source.passages) expect(passages.map((passage) => passage.text)).toContain(source.text.slice(start, end));
    });
  });

  it("sends its key in a header, the passages as fenced data, and no search tool", async () => {
    const recorded = recordingFetch(body("x [1]"));
    await ask(overPassages, engineOptions({ fetch: recorded.fetch, model: "models/../x" }));
    expect(recorded.asked[0]).toMatchObject({
      url: "http://127.0.0.1:9/models/models%2F..%2Fx:generateContent",
      headers: { "x-goog-api-key": testKey },
      body: {
        contents: [
          { role: "user", parts: [{ text: expect.stringMatching(/^BEGIN DATA [\s\S]*Passage 2, from: Page:\nThe half-life is 21 hours/) }] },
        ],
      },
    });
    expect(recorded.asked[0]?.body).not.toHaveProperty("tools");
  });

  it("is not asked without passages, and that is free", async () => {
    const recorded = recordingFetch(body("x"));
    const answer = await ask(halfLife, engineOptions({ fetch: recorded.fetch }));
    expect(recorded.asked).toEqual([]);
    expect(answer).toMatchObject({ status: "refused", sources: [], cost: { usd: 0 }, error: { kind: "bad_request" } });
  });

  it("says partial for an answer that cites no passage or is cut by length, refused for one that is blocked", async () => {
    expect(await answerTo(body("Twelve hours, I believe."))).toMatchObject({ status: "partial", sources: [], error: { kind: "schema" } });
    expect(await answerTo(body("12 h [1]", {}, { finishReason: "MAX_TOKENS" }))).toMatchObject({ status: "partial", error: { kind: "truncated" } });
    expect(await answerTo(body("12 h [1]", {}, { finishReason: "SAFETY" }))).toMatchObject({
      status: "refused",
      text: "",
      error: { kind: "blocked" },
    });
    expect(await answerTo({ promptFeedback: { blockReason: "PROHIBITED_CONTENT" } })).toMatchObject({
      status: "refused",
      error: { kind: "blocked" },
    });
    expect(await answerTo(body(""))).toMatchObject({ status: "failed", error: { kind: "schema" } });
  });

  it("leaves thoughts out, counts parts it does not know, and grounding that nobody asked for is not read", async () => {
    const parts = [{ text: "Let me think [1].", thought: true }, { executableCode: {} }, { text: "12 h [2]." }];
    const groundingMetadata = { groundingChunks: [{ web: { uri: "https://evil.example/", title: "evil.example" } }] };
    const answer = await answerTo(body("", {}, { content: { parts }, groundingMetadata }));
    expect(answer).toMatchObject({ text: "12 h [2].", usage: { unknownItems: 1, inputTokens: 60, outputTokens: 12 } });
    expect(answer.sources.map((source) => source.url)).toEqual(["https://a.example/page"]);
  });

  describeCuts(geminiStandin, ask, "application/json", overPassages);
  describeFaults(
    geminiStandin,
    ask,
    [
      ["cut-stream:150", { kind: "truncated", retryable: true }],
      ["not-json", { kind: "schema", retryable: false }],
      ["403", { kind: "blocked", retryable: false }],
      ["429", { kind: "rate_limited", retryable: true, retryAfterMs: 37_000 }],
    ],
    overPassages,
  );
});

describe("Gemini grounded", () => {
  const chunk = (id: string, title: string) => ({ web: { uri: `https://vertexaisearch.cloud.google.com/grounding-api-redirect/${id}`, title } });
  const grounded = (text: string, supports: unknown[], chunks: unknown[] = [chunk("A", "ema.europa.eu"), chunk("B", "b.example")]) =>
    body(text, {}, { groundingMetadata: { webSearchQueries: ["q"], groundingChunks: chunks, groundingSupports: supports } });

  describe("asked at its stand-in", () => {
    const standins = useStandin(geminiStandin);
    it("turns bytes into UTF-16 places that cover the claim", async () => {
      const answer = answerSchema.parse(await askGrounded(halfLife, engineOptions({ baseUrl: standins().baseUrl("gemini") })));
      expect(answer).toMatchObject({ status: "ok", error: null, cost: { usd: standins().ledger.read().costUsd, basis: "estimated" } });
      expect(answer.spans).toHaveLength(2);
      for (const { start, end, covers } of answer.spans) {
        expect(covers).toBe("claim");
        expect(answer.text.slice(start, end)).toMatch(/^(?:Following|The plasma).+\.$/);
      }
    });
  });

  it("keeps places right behind characters of many bytes, and drops those that the text does not bear out", async () => {
    const text = "Ä😀 first. second µg. third.";
    const bytes = (words: string) => ({
      startIndex: Buffer.byteLength(text.slice(0, text.indexOf(words))),
      endIndex: Buffer.byteLength(text.slice(0, text.indexOf(words) + words.length)),
      text: words,
    });
    const supports = [
      { segment: bytes("second µg."), groundingChunkIndices: [0] },
      { segment: { endIndex: Buffer.byteLength("Ä😀 first."), text: "Ä😀 first." }, groundingChunkIndices: [1, 0, 9] },
      { segment: { startIndex: 1, endIndex: 3, text: "not there" }, groundingChunkIndices: [0] },
      { segment: { startIndex: 0, endIndex: 2, text: "third." }, groundingChunkIndices: [1] },
      { segment: "odd" },
    ];
    const answer = await answerTo(grounded(text, supports), askGrounded);
    expect(answer.spans.map((span) => [text.slice(span.start, span.end), span.sources])).toEqual([
      ["second µg.", [0]],
      ["Ä😀 first.", [1, 0]],
      ["third.", [1]],
    ]);
    expect(answer.usage).toMatchObject({ misplacedSpans: 1, unknownItems: 1 });
  });

  it("names redirects as sources without a link or text, and pages of one host as one voice", async () => {
    const chunks = [chunk("A", "ema.europa.eu"), chunk("B", "ema.europa.eu"), chunk("C", "A title <b>in words</b>"), { image: {} }];
    const answer = await answerTo(grounded("Text.", [{ segment: { endIndex: 5, text: "Text." }, groundingChunkIndices: [0] }], chunks), askGrounded);
    expect(answer.sources.map(({ title, url, text, role, tier, upstream }) => [title, url, text, role, tier, upstream?.value ?? null])).toEqual([
      ["ema.europa.eu", null, "", "cited", 1, "https://ema.europa.eu"],
      ["ema.europa.eu", null, "", "retrieved", 1, "https://ema.europa.eu"],
      ["A title <b>in words</b>", null, "", "retrieved", 10, null],
    ]);
    expect(answer.usage.unknownItems).toBe(1);
  });

  it("without grounding is partial and has no source", async () => {
    expect(await answerTo(body("Half-life is 12 h."), askGrounded)).toMatchObject({
      status: "partial",
      sources: [],
      spans: [],
      error: { kind: "schema" },
    });
  });
});
