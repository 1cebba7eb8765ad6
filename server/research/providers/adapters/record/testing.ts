// For tests of the evidence APIs: a question, an asking on loopback, and stand-ins of one's own.
import { afterAll, expect } from "vitest";
import { apis } from "@/standins/apis/apis";
import { startStandins } from "@/standins/server";
import { jsonReply, type Standin } from "@/standins/wire";
import { type Answer, type AskedFact, answerSchema, type Question } from "../../schema";
import type { ApiOptions } from "./call";

type Id = Standin["id"];

/** The stand-ins of all evidence APIs for the length of a test file. */
export async function runningApis() {
  const running = await startStandins(apis);
  afterAll(running.close);
  return running;
}

/** A server in an API's place that always sends the same. */
export async function saying(id: Id, reply: unknown | Standin["handle"]) {
  const handle = typeof reply === "function" ? (reply as Standin["handle"]) : () => (typeof reply === "string" ? { body: reply } : jsonReply(reply));
  return startStandins([{ id, handle }]);
}

export const fact = (name: string, kind?: string, more: Partial<AskedFact> = {}): AskedFact => ({
  name,
  label: name.replaceAll("_", " "),
  synonyms: [],
  ...(kind ? { kind } : {}),
  ...more,
});

export const question = (more: Partial<Question> = {}): Question => ({
  subject: "metformin",
  aliases: ["metformin hydrochloride", "Glucophage"],
  queries: [],
  terms: ["half-life", "bioavailability"],
  labelSections: ["pharmacokinetics"],
  facts: [],
  ...more,
});

export const options = (baseUrl: string, more: Partial<ApiOptions> = {}): ApiOptions => ({
  baseUrl,
  contact: "me@example.org",
  fetch,
  signal: new AbortController().signal,
  now: new Date("2026-11-01T12:00:00Z"),
  ...more,
});

/** What every answer owes: the shape, no prose, no price, quotes and passages that stand in their source's text. */
export function sound(answer: Answer): Answer {
  const parsed = answerSchema.parse(answer);
  expect(parsed).toMatchObject({ text: "", spans: [], cost: { usd: 0, basis: "free" } });
  for (const { source, claim } of parsed.claims) {
    expect(parsed.sources[source]?.text.slice(claim.start, claim.end)).toBe(claim.quote);
    expect(claim.quote).toContain(claim.raw);
    expect(claim.extractor).toBe("api");
  }
  for (const { text, passages, title } of parsed.sources) {
    expect(passages.length).toBeGreaterThan(0);
    for (const { start, end } of passages) expect(text.slice(start, end).trim()).not.toBe("");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
    expect(title).not.toMatch(/[\u0000-\u001f]|<\/?[a-z]+>/i);
  }
  return parsed;
}

/** Claims as "attribute=raw", in order. */
export function stated(answer: Answer): string[] {
  return answer.claims.map(({ claim }) => `${claim.attribute}=${claim.raw}`);
}
