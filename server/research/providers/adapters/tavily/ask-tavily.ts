// Tavily's search: pages with the words that fit the question. The answer it writes carries no marks, so it vouches for nothing and cites nothing.
import { z } from "zod";
import { askForJson } from "../../core/ask-json";
import { blankAnswer, failedAnswer, storable } from "../../core/engine-answer";
import type { StatusRules } from "../../core/engine-errors";
import type { EngineOptions } from "../../core/engine-options";
import { makeSourceList } from "../../core/engine-sources";
import { searchLine } from "../../core/prompt";
import type { Answer, Cost, Question } from "../../schema";

const name = "Tavily";
/** Longer queries are refused. */
const longestQuery = 400;
const mostResults = 12;

const text = z.string().nullish().catch(null);
const responseSchema = z.object({
  answer: text,
  results: z.array(z.unknown()),
  usage: z
    .object({ credits: z.number().nonnegative().nullish().catch(null) })
    .nullish()
    .catch(null),
  request_id: text,
});
const resultSchema = z.object({ url: z.string(), title: text, content: text, published_date: text });

/** Asks one question; `model` is the search depth. */
export async function askTavily(question: Question, options: EngineOptions & { readonly usdPerCredit: number }): Promise<Answer> {
  const { model, apiKey, usdPerCredit } = options;
  const rules: StatusRules = { name, keyName: "TAVILY_API_KEY", key: apiKey, noCreditStatuses: [402, 432, 433] };
  const query = searchLine(question, longestQuery);
  const range = timeRangeOf(question.recencyDays);
  const body = {
    query,
    search_depth: model,
    topic: "general",
    max_results: mostResults,
    include_answer: true,
    include_raw_content: false,
    include_usage: true,
    ...(range ? { time_range: range } : {}),
  };
  const asked = await askForJson("/search", body, responseSchema, { authorization: `Bearer ${apiKey}` }, rules, options);
  const known = { provider: "tavily", model, requestId: asked.requestId, queries: [query], raw: asked.raw === null ? null : storable(asked.raw) };
  if (!asked.ok) return failedAnswer(known, asked.error);
  const { answer, results, usage, request_id } = asked.value;
  const list = makeSourceList();
  let unknownItems = 0;
  for (const item of results) {
    const result = resultSchema.safeParse(item);
    if (!result.success) unknownItems += 1;
    else {
      const { url, title, content, published_date } = result.data;
      list.add({ url, role: "retrieved", title: title ?? null, snippet: content ?? null, date: published_date ?? null });
    }
  }
  const credits = usage?.credits ?? null;
  return blankAnswer({
    ...known,
    requestId: known.requestId ?? request_id ?? null,
    status: "ok",
    text: storable(answer ?? ""),
    sources: list.sources(),
    usage: {
      searches: 1,
      ...(credits === null ? {} : { credits }),
      ...(unknownItems > 0 ? { unknownItems } : {}),
      ...(list.unusable() > 0 ? { unusableAddresses: list.unusable() } : {}),
    },
    cost: costOf(credits, usdPerCredit),
  });
}

/** Credits are what is billed; what one is worth in dollars is the operator's plan. */
function costOf(credits: number | null, usdPerCredit: number): Cost {
  if (credits === null) return { usd: null, basis: "unknown", reason: "The answer does not say how many credits it took." };
  return { usd: Math.round(credits * usdPerCredit * 1e10) / 1e10, basis: "billed", reason: `${credits} credits at ${usdPerCredit} dollars.` };
}

function timeRangeOf(days: number | undefined): string | null {
  const ranges = [
    ["day", 1],
    ["week", 7],
    ["month", 31],
    ["year", 366],
  ] as const;
  return days === undefined ? null : (ranges.find(([, length]) => days <= length)?.[0] ?? null);
}
