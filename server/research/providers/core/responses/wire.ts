// The "response" object that OpenAI, xAI and Perplexity send, as far as it is used. Items are read one by one: what is not known is counted, never fatal.
import { z } from "zod";

const text = z.string().nullish().catch(null);
const count = z.number().nonnegative().nullish().catch(null);
const list = z
  .array(z.unknown())
  .nullish()
  .catch(null)
  .transform((items) => items ?? []);

export const responseSchema = z.object({
  id: text,
  status: text,
  model: text,
  error: z.unknown().optional(),
  incomplete_details: z.object({ reason: text }).nullish().catch(null),
  output: z.array(z.unknown()),
  /** xAI: every address met, cited or not. */
  citations: list,
  usage: z
    .object({
      input_tokens: count,
      output_tokens: count,
      input_tokens_details: z.object({ cached_tokens: count }).nullish().catch(null),
      output_tokens_details: z.object({ reasoning_tokens: count }).nullish().catch(null),
      num_sources_used: count,
      num_server_side_tools_used: count,
      cost_in_usd_ticks: count,
      tool_calls_details: z
        .object({ search_web: z.object({ invocation: count }).nullish().catch(null) })
        .nullish()
        .catch(null),
      cost: z.object({ currency: text, total_cost: count }).nullish().catch(null),
    })
    .nullish()
    .catch(null),
});
export type ResponseObject = z.infer<typeof responseSchema>;

/** A run that failed has no output; what went wrong stands in `error`. */
export const failedResponseSchema = z.object({ id: text, model: text, error: z.unknown().optional(), status: text });

const address = z.object({ url: z.string() });
export const itemSchemas = {
  message: z.object({ type: z.literal("message"), content: list }),
  search: z.object({
    type: z.literal("web_search_call"),
    action: z.object({ type: text, query: text, queries: list, url: text, sources: list }).nullish().catch(null),
  }),
  results: z.object({ type: z.literal("search_results"), queries: list, results: list }),
  reasoning: z.object({ type: z.literal("reasoning") }),
};
export const partSchemas = {
  text: z.object({ type: z.literal("output_text"), text: z.string(), annotations: list }),
  refusal: z.object({ type: z.literal("refusal"), refusal: z.string() }),
};
export const annotationSchema = address.extend({
  type: z.literal("url_citation"),
  title: text,
  start_index: z.number().int().nonnegative().nullish().catch(null),
  end_index: z.number().int().nonnegative().nullish().catch(null),
});
export type Annotation = z.infer<typeof annotationSchema>;
export const actionSourceSchema = address.extend({ title: text });
export const resultSchema = address.extend({
  id: z.number().int().nullish().catch(null),
  title: text,
  snippet: text,
  date: text,
  last_updated: text,
});
export type SearchResult = z.infer<typeof resultSchema>;
