// The five answer engines as their documentation has them. What they say is one sentence for each of two pages.
import type { Frame, Said, Vendor } from "./wire";

const label = { url: "https://label.somewhere.example/metformin?utm_source=openai", title: "Metformin label" };
const trial = { url: "https://trial.somewhere.example/metformin", title: "Metformin trial" };
const first = "In plasma the elimination half-life of metformin is about 6.2 hours";
const second = "Metformin decreases hepatic glucose production – und senkt 🩸 den Nüchternblutzucker";
const tokens = { input: 1200, output: 90 };
/** What the test's price table says such an answer costs. */
export const prices = { input: 1.25, output: 10, searches: 10 };
const estimate = (tokens.input * prices.input + tokens.output * prices.output) / 1e6 + prices.searches / 1000;

const bearer =
  (vendor: Vendor): Vendor =>
  (asked) =>
    /^Bearer \S+$/.test(asked.headers.authorization ?? "")
      ? vendor(asked)
      : { status: 401, json: { error: { message: "no key", code: "invalid_api_key" } } };

type Item = Record<string, unknown>;
const message = (text: string, annotations?: readonly unknown[]): Item => ({
  ...{ type: "message", role: "assistant", id: "m1" },
  content: [{ type: "output_text", text, ...(annotations ? { annotations } : {}) }],
});

/** Only what the documentation promises of a stream: pieces of text, finished items, and the end. */
function framesOf(response: Item & { readonly output: readonly Item[] }, text: string): Frame[] {
  const frame = (type: string, more: Item): Frame => ({ event: type, data: { type, ...more } });
  const middle = Math.floor(text.length / 2);
  return [
    frame("response.created", { response: { id: response.id, status: "in_progress" } }),
    frame("response.output_text.delta", { delta: text.slice(0, middle) }),
    frame("response.never_heard_of.delta", { delta: 7 }),
    frame("response.output_text.delta", { delta: text.slice(middle) }),
    ...response.output.map((item) => frame("response.output_item.done", { item })),
    frame("response.completed", { response }),
  ];
}

function responses(
  path: string,
  response: Item & { readonly output: readonly Item[] },
  text: string,
  charge: number,
  known?: readonly string[],
): Vendor {
  return bearer((asked): Said => {
    if (asked.path !== path) return { status: 404, json: { error: { message: `no ${asked.path}` } } };
    const foreign = Object.keys(asked.body).find((key) => known && !known.includes(key));
    if (foreign) return { status: 400, json: { error: { message: `unknown field ${foreign}`, type: "invalid_request" } } };
    return { json: response, charge, ...(asked.body.stream === true ? { stream: framesOf(response, text) } : {}) };
  });
}

function openAi(): Vendor {
  const marker = `([label.somewhere.example](${label.url}))`;
  const text = `${first} ${marker}. ${second}.`;
  const at = { start_index: text.indexOf(marker), end_index: text.indexOf(marker) + marker.length };
  const output = [
    {
      type: "web_search_call",
      id: "w1",
      action: {
        type: "search",
        query: "metformin half-life",
        sources: [
          { type: "url", url: label.url },
          { type: "api", name: "oai-x" },
        ],
      },
    },
    { type: "image_generation_call", id: "i1", result: null },
    message(text, [
      { type: "file_citation", file_id: "f" },
      { type: "url_citation", ...label, ...at },
    ]),
  ];
  const usage = { input_tokens: tokens.input, output_tokens: tokens.output, total_tokens: tokens.input + tokens.output };
  return responses("/v1/responses", { id: "resp_1", status: "completed", model: "gpt-elsewhere", output, usage }, text, estimate);
}

function xAi(): Vendor {
  const text = `${first} [[1]](${trial.url}). ${second}.`;
  const output = [message(text, [{ type: "url_citation", url: trial.url, title: "1" }])];
  const usage = { input_tokens: 10, output_tokens: 5, cost_in_usd_ticks: 37_756_000 };
  return responses(
    "/v1/responses",
    { id: "x", model: "grok-elsewhere", status: "completed", citations: [trial.url, label.url], output, usage },
    text,
    0.0037756,
  );
}

function perplexity(): Vendor {
  const text = `${first} [1]. ${second} [2][9].`;
  const output = [
    { type: "search_results", queries: ["metformin"], results: [{ id: 1, ...label, snippet: `${first}.`, date: null }] },
    { type: "search_results", results: [{ id: 2, url: trial.url, title: trial.title }] },
    message(text),
  ];
  const usage = { input_tokens: 900, output_tokens: 60, cost: { currency: "USD", total_cost: 0.011 } };
  const known = "model input instructions tools tool_choice max_steps max_output_tokens response_format stream".split(" ");
  return responses("/v1/agent", { id: "p", status: "completed", model: "perplexity/sonar", error: null, output, usage }, text, 0.011, known);
}

const gemini: Vendor = (asked) => {
  if (!asked.headers["x-goog-api-key"]) return { status: 403, json: { error: { code: 403, status: "PERMISSION_DENIED", message: "no key" } } };
  if (!/^\/v1beta\/models\/[^/]+:generateContent$/.test(asked.path)) return { status: 404, json: { error: { code: 404, status: "NOT_FOUND" } } };
  const text = `${second}. ${first}.`;
  const start = Buffer.byteLength(`${second}. `);
  const chunks = [{ web: { uri: "https://vertexaisearch.cloud.google.com/grounding-api-redirect/ELSEWHERE", title: "label.somewhere.example" } }];
  const supports = [
    { segment: { startIndex: start, endIndex: start + Buffer.byteLength(`${first}.`), text: `${first}.` }, groundingChunkIndices: [0] },
  ];
  const candidate = {
    content: { parts: [{ text, thoughtSignature: "c2ln" }] },
    groundingMetadata: { groundingChunks: chunks, groundingSupports: supports, webSearchQueries: ["q"] },
  };
  const used = { promptTokenCount: 1000, toolUsePromptTokenCount: 200, candidatesTokenCount: 60, thoughtsTokenCount: 30 };
  return { json: { candidates: [candidate], usageMetadata: used }, charge: estimate };
};

const tavily: Vendor = bearer(({ path, body }) => {
  if (path !== "/search" || typeof body.query !== "string") return { status: 400, json: { detail: { error: "query missing" } } };
  const results = [
    { url: label.url, content: `${first}.`, title: label.title },
    { url: trial.url, content: `${second}.` },
  ];
  return { json: { results, answer: null, usage: { credits: 2 } }, charge: 0.016 };
});

export const engines: Readonly<Record<string, Vendor>> = { openai: openAi(), perplexity: perplexity(), xai: xAi(), gemini, tavily };
