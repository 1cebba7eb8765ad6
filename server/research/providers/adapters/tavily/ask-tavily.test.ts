import { describe, expect, it } from "vitest";
import { tavilyStandin } from "@/standins/engines/tavily";
import { answerSchema, type Question } from "../../schema";
import { type Ask, describeCuts, describeFaults, engineOptions, halfLife, recordingFetch, testKey, useStandin } from "../testing";
import { askTavily } from "./ask-tavily";

const ask: Ask = (question, options) => askTavily(question, { ...options, model: "advanced", usdPerCredit: 0.008 });
const answerTo = async (sent: unknown, question: Question = halfLife) =>
  answerSchema.parse(await ask(question, engineOptions({ fetch: recordingFetch(sent).fetch })));

describe("Tavily", () => {
  describe("asked at its stand-in", () => {
    const standins = useStandin(tavilyStandin);
    it("brings pages with their words; its own answer cites nothing", async () => {
      const answer = answerSchema.parse(await ask(halfLife, engineOptions({ baseUrl: standins().baseUrl("tavily") })));
      expect(answer).toMatchObject({ status: "ok", spans: [], error: null, requestId: "rq", queries: ["metformin elimination half-life"] });
      expect(answer.text).not.toBe("");
      expect(answer.sources).toHaveLength(4);
      expect(answer.sources.every((source) => source.role === "retrieved" && source.passages.length === 1)).toBe(true);
      expect(answer.cost).toMatchObject({ usd: standins().ledger.read().costUsd, basis: "billed" });
    });
  });

  it("is asked with its key and a query of at most 400 characters", async () => {
    const recorded = recordingFetch({ results: [] });
    const queries = Array.from({ length: 12 }, (_, index) => `metformin question ${index} ${"about a long matter ".repeat(8)}`);
    await ask({ ...halfLife, queries, recencyDays: 7 }, engineOptions({ fetch: recorded.fetch }));
    const [asked] = recorded.asked;
    expect(asked).toMatchObject({ url: "http://127.0.0.1:9/search", headers: { authorization: `Bearer ${testKey}` } });
    expect(asked?.body).toMatchObject({ search_depth: "advanced", topic: "general", include_usage: true, time_range: "week" });
    const query = asked?.body && typeof asked.body === "object" && "query" in asked.body ? String(asked.body.query) : "";
    expect(query).toMatch(/^metformin question 0/);
    expect(query.length).toBeLessThanOrEqual(400);
  });

  it("counts results it cannot read, and says that an unstated cost is unknown", async () => {
    const good = { url: "https://t.example/1", title: "T", content: "The half-life is 12 h.", score: 0.9, published_date: "Mon, 01 Jan 2024" };
    const answer = await answerTo({ answer: null, results: [good, { title: "no address" }, null, { url: "mailto:x@y.example", content: "" }] });
    expect(answer).toMatchObject({ status: "ok", text: "", usage: { unknownItems: 2, unusableAddresses: 1 }, cost: { usd: null, basis: "unknown" } });
    expect(answer.sources).toHaveLength(1);
    expect(answer.sources[0]?.date).toBeNull();
  });

  it("nothing found is an answer without sources", async () => {
    expect(await answerTo({ results: [], usage: { credits: 1 } })).toMatchObject({ status: "ok", sources: [], cost: { usd: 0.008 } });
  });

  it("finds the failure inside a success", async () => {
    expect(await answerTo({ detail: { error: "Unauthorized: missing or invalid API key." } })).toMatchObject({
      status: "failed",
      error: { kind: "auth" },
    });
  });

  describeCuts(tavilyStandin, ask, "application/json");
  describeFaults(tavilyStandin, ask, [
    ["cut-stream:150", { kind: "truncated", retryable: true }],
    ["not-json", { kind: "schema", retryable: false }],
    ["403", { kind: "blocked", retryable: false }],
    ["432", { kind: "no_credit", retryable: false }],
    ["433", { kind: "no_credit", retryable: false }],
    ["429:no-credit", { kind: "no_credit", retryable: false }],
  ]);
});
