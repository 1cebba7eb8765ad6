// For tests of resilience: providers that answer as told, and a category that is being asked.

import { askProvider } from "../providers/ask-provider";
import type { Provider } from "../providers/port";
import type { Answer, ProviderError } from "../providers/schema";
import { startRequest } from "../requests/start-request";
import type { researchFor } from "../testing";

export const goodAnswer: Answer = {
  provider: "openai",
  model: "m",
  servedModel: "m-1",
  text: "Six hours.",
  status: "ok",
  sources: [
    {
      identity: { scheme: "url", value: "https://a.example/label" },
      aliases: [],
      title: "Label",
      url: "https://a.example/label",
      text: "The half-life is six hours.",
      tier: 10,
      date: null,
      jurisdiction: null,
      publisher: null,
      licence: null,
      role: "cited",
      passages: [],
      upstream: null,
      superseded: false,
    },
  ],
  spans: [],
  claims: [],
  queries: ["Celandrin half-life"],
  usage: { inputTokens: 1000, outputTokens: 100 },
  cost: { usd: 0.05, basis: "billed" },
  error: null,
  requestId: "r",
  raw: '{"answer":"Six hours."}',
};

export function failedWith(error: Partial<ProviderError> & Pick<ProviderError, "kind">): Answer {
  const full = { retryable: false, message: `OpenAI failed: ${error.kind}.`, ...error };
  return { ...goodAnswer, status: "failed", text: "", sources: [], error: full, raw: null, cost: { usd: 0, basis: "free" } };
}

/** A provider under an engine's id that gives these answers in turn, the last one again and again, and counts. */
export function engine(...turns: (Answer | (() => Promise<Answer>))[]) {
  let asked = 0;
  const provider: Provider = {
    info: () => ({ id: "openai", name: "OpenAI", kind: "engine", off: null, estimateUsd: 0.06 }),
    ask: async () => {
      asked += 1;
      const turn = turns[Math.min(asked, turns.length) - 1];
      if (turn === undefined) throw new Error("not asked for this");
      return typeof turn === "function" ? turn() : turn;
    },
  };
  return { provider, find: () => provider, asked: () => asked };
}

type Research = ReturnType<typeof researchFor>;

/** A request of one category, started; `ask` asks the engine for it as the pipeline does. */
export async function askedCategory(research: Research, input: Record<string, unknown> = {}, owner?: Awaited<ReturnType<Research["account"]>>) {
  const account = owner ?? (await research.account());
  const requestId = await research.submit(account.ctx, { categories: ["half-life"], ...input });
  const { started } = await startRequest(research.system(), { requestId, round: 1 });
  const requestCategoryId = started[0] ?? "";
  const ask = (find: () => Provider, lastAttempt = true) =>
    askProvider(research.system(), { requestCategoryId, round: 1, provider: "openai", lastAttempt }, find);
  return { account, requestId, requestCategoryId, ask };
}
