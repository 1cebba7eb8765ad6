import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { requestCategories } from "@/db/schema/research";
import { useTestDatabase } from "@/db/testing";
import type { Ctx } from "@/server/platform/context";
import { sha256 } from "@/server/platform/hash";
import { askProvider } from "../providers/ask-provider";
import type { Answer, ProviderError } from "../providers/schema";
import { startRequest } from "../requests/start-request";
import { gatherSources } from "../sources/gather-sources";
import type { FoundSource } from "../sources/schema";
import { researchFor } from "../testing";
import { writingOf } from "./core/writing";
import { readProviderPanel } from "./provider-panel";
import { readRawPage } from "./read-raw-answer";

const test = useTestDatabase();
const research = researchFor(test);
let owner: { id: string; ctx: Ctx };
let requestId: string;
let category: { requestCategoryId: string; round: number };

beforeEach(async () => {
  owner = await research.account();
  requestId = await research.submit(owner.ctx, { categories: ["half-life"] });
  const { started } = await startRequest(research.system(), { requestId, round: 1 });
  category = { requestCategoryId: started[0] ?? "", round: 1 };
});

const text = "Celandrin leaves the plasma with an elimination half-life of 6.2 hours.";
const page: FoundSource = {
  identity: { scheme: "url", value: "https://leaflets.example/celandrin" },
  aliases: [],
  title: "Celandrin leaflet",
  url: "https://leaflets.example/celandrin",
  tier: 4,
  date: "2020",
  jurisdiction: null,
  publisher: "leaflets.example",
  licence: null,
  role: "cited",
  text,
  passages: [{ start: 0, end: text.length, page: null, heading: null, score: 1 }],
  upstream: null,
  superseded: false,
};
const said: Answer = {
  provider: "openai",
  model: "m",
  servedModel: "m-2",
  text: "About six hours.",
  status: "ok",
  sources: [page, { ...page, identity: { scheme: "url", value: "https://other.example/c" }, url: "https://other.example/c", role: "retrieved" }],
  spans: [],
  claims: [],
  queries: ["Celandrin half-life"],
  usage: {},
  cost: { usd: 0.25, basis: "billed", reason: "As stated." },
  error: null,
  requestId: null,
  raw: null,
};
const broken: ProviderError = { kind: "server", status: 500, retryable: true, message: "It answered with an error (500)." };

async function answer(provider: string, turn: Partial<Answer>, lastAttempt = true): Promise<void> {
  const info = () => ({ id: provider, name: provider, kind: "engine", off: null, estimateUsd: 0 }) as const;
  const find = () => ({ info, ask: async () => ({ ...said, ...turn, provider }) });
  await askProvider(research.system(), { ...category, provider, lastAttempt }, find, () => 0.5);
}
const panel = () => readProviderPanel(owner.ctx, { id: requestId, slug: "half-life" });

describe("a category provider by provider", () => {
  it("has each one's words, sources with role and number, model, cost and time", async () => {
    await answer("openai", {});
    await gatherSources(research.system(), category);
    const { witnesses, category: about } = await panel();
    expect(about).toMatchObject({ slug: "half-life", number: 1, of: 1, strategy: "manual" });
    expect(witnesses).toMatchObject([
      {
        provider: "openai",
        name: "OpenAI",
        kind: "engine",
        standing: "answered",
        text: "About six hours.",
        excerpts: [],
        model: "m",
        servedModel: "m-2",
        attempts: 1,
        tries: [],
        sources: [
          { number: 1, role: "cited", title: "Celandrin leaflet" },
          { number: 2, role: "retrieved" },
        ],
      },
    ]);
    // The two addresses hold the same words.
    expect(new Set(witnesses[0]?.sources.map((source) => source.voice)).size).toBe(1);
    expect(witnesses[0]?.cost.usd).toBe(0.25);
  });

  it("shows sources before they are gathered, without numbers", async () => {
    await answer("openai", {});
    expect((await panel()).witnesses[0]?.sources.map(({ number, voice }) => [number, voice])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it("lists the tries of what failed, and keeps what an answer without sources said apart", async () => {
    const failed: Partial<Answer> = { status: "failed", text: "", sources: [], error: broken, cost: { usd: 0, basis: "free" } };
    await expect(answer("xai", failed, false)).rejects.toThrow();
    research.later(4000);
    await answer("xai", failed);
    await answer("gemini", { sources: [] });
    const { witnesses } = await panel();
    const of = (provider: string) => witnesses.find((witness) => witness.provider === provider);
    expect(of("xai")).toMatchObject({ standing: "failed", attempts: 2, error: broken.message });
    expect(of("xai")?.tries).toMatchObject([
      { attempt: 1, reason: broken.message, waitMs: expect.any(Number) },
      { attempt: 2, reason: broken.message, waitMs: null },
    ]);
    expect(of("gemini")).toMatchObject({ standing: "ungrounded", text: "About six hours.", sources: [] });
  });

  it("quotes the sources of what has no prose of its own, copies once", async () => {
    await answer("openfda", { text: "" });
    await gatherSources(research.system(), category);
    expect((await panel()).witnesses[0]).toMatchObject({ kind: "api", standing: "answered", excerpts: [{ number: 1, text }] });
  });

  it("is not there for somebody else, nor for a category that was not asked", async () => {
    const other = await research.account();
    await expect(readProviderPanel(other.ctx, { id: requestId, slug: "half-life" })).rejects.toMatchObject({ code: "not_found" });
    await expect(readProviderPanel(owner.ctx, { id: requestId, slug: "dose" })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("what an engine said", () => {
  it("leads from each sentence to the sources it points at, by their place among the gathered ones", async () => {
    const prose = "It stays in the blood for 6.2 h [2]. Nothing is known of children.";
    const other = {
      ...page,
      identity: { scheme: "url", value: "https://other.example/c" },
      url: "https://other.example/c",
      role: "retrieved",
    } as const;
    const start = prose.indexOf("[2]");
    const spans = [{ start, end: start + 3, sources: [1], covers: "marker" as const }];
    // Each test asks another engine: an answer to the same question would stand for it.
    await answer("perplexity", { text: prose, sources: [{ ...other, text: "Other words about something else." }, page], spans });
    const said = async () => (await panel()).witnesses[0];
    const words = [
      { text: "It stays in the blood for 6.2 h", sources: [1] },
      { text: ".", sources: [] },
    ];
    expect(await said()).toMatchObject({ linked: true, said: [[words, [{ text: " Nothing is known of children.", sources: [] }]]] });
    await gatherSources(research.system(), category);
    const witness = await said();
    const index = witness?.said[0]?.[0]?.[0]?.sources[0] ?? -1;
    expect(witness?.sources[index]).toMatchObject({ title: "Celandrin leaflet", url: page.url, role: "cited" });
  });

  it("is kept as it came, in pages whose size is said, and for nobody else", async () => {
    const raw = `{"words":"${"six ".repeat(4000)}"}`;
    await answer("tavily", { raw });
    const input = { id: requestId, slug: "half-life", provider: "tavily" };
    const first = await readRawPage(owner.ctx, { ...input, page: 1 });
    expect(first).toMatchObject({ name: "Tavily", page: 1, pages: 2, characters: raw.length, bytes: raw.length, hash: sha256(raw) });
    const last = await readRawPage(owner.ctx, { ...input, page: 99 });
    expect(first.text + last.text).toBe(raw);
    expect((await panel()).witnesses[0]).toMatchObject({ raw: true });
    const stranger = await research.account();
    await expect(readRawPage(stranger.ctx, { ...input, page: 1 })).rejects.toMatchObject({ code: "not_found" });
    await expect(readRawPage(owner.ctx, { ...input, provider: "xai", page: 1 })).rejects.toMatchObject({ code: "not_found" });
  });
});

it("names who of the request was not asked, with the reason", async () => {
  const { witnesses, skipped } = await panel();
  expect(witnesses).toEqual([]);
  expect(skipped).toEqual([]);
  const skip = [{ provider: "openfda", reason: "It cannot." }];
  const coverage = { outcome: "found" as const, asked: [], found: [], empty: [], blocked: [], skipped: skip, queries: [] };
  await test.db.update(requestCategories).set({ coverage }).where(eq(requestCategories.id, category.requestCategoryId));
  expect((await panel()).skipped).toEqual([{ provider: "openfda", name: "openFDA", reason: "It cannot." }]);
});

it("says who wrote the text: the model that drafted it, and why less came of it", () => {
  const at = "2026-03-02T09:00:00.000Z";
  const work = { model: "m-1", calls: 1, failed: 0, proposed: 3, kept: 2, dropped: {}, costUsd: 0, reason: null };
  const of = (slug: string) => ({ slug, name: "A", number: 1 });
  const events = [
    { seq: 1, at, type: "claims.extracted", body: { category: of("a"), claims: 1, model: { ...work, failed: 1, reason: "It was too slow." } } },
    { seq: 2, at, type: "text.written", body: { category: of("a"), sentences: 2, withheld: 1, model: work } },
    { seq: 3, at, type: "text.written", body: { category: of("b"), sentences: 2, withheld: 0 } },
  ];
  expect(writingOf(events, "a")).toEqual({ model: "m-1", proposed: 3, kept: 2, reasons: ["It was too slow."] });
  expect(writingOf(events, "b")).toEqual({ model: null, proposed: 0, kept: 0, reasons: [] });
});
