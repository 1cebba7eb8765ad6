// For tests of what is looked up outside: the stand-ins' web behind their proxy, their registers, and a category whose engine brought what a test says.
import { afterAll, beforeAll } from "vitest";
import { answers, snapshots, sources } from "@/db/schema/research";
import type { TestDatabase } from "@/db/testing";
import { systemClock } from "@/server/platform/clock";
import { setEnvironment } from "@/server/platform/config";
import { sha256 } from "@/server/platform/hash";
import { newId } from "@/server/platform/ids";
import { outboundFor } from "@/server/platform/outbound";
import { apis } from "@/standins/apis/apis";
import { pages } from "@/standins/pages/pages";
import { type RunningStandins, startStandins } from "@/standins/server";
import { lookUpWork } from "../providers/look-up-work";
import { startRequest } from "../requests/start-request";
import { keepVisit } from "../snapshots/keep-visit";
import { readPage } from "../snapshots/read-page";
import { keepSnapshots } from "../snapshots/snapshots";
import { gatherSources } from "../sources/gather-sources";
import type { FoundSource } from "../sources/schema";
import { researchFor } from "../testing";
import { checkSources } from "./check-sources";
import type { LookParts } from "./look-at-source";
import { verifySources } from "./verify-sources";

/** A source as an engine brings it: the address, the title it gives, the words it shows. */
export function shown(url: string, title: string, snippet: string, over: Partial<FoundSource> = {}): FoundSource {
  return {
    identity: { scheme: "url", value: url },
    aliases: [],
    title,
    url,
    tier: 10,
    date: null,
    jurisdiction: null,
    publisher: null,
    licence: null,
    role: "cited",
    text: snippet,
    passages: snippet === "" ? [] : [{ start: 0, end: snippet.length, page: null, heading: null, score: 1 }],
    upstream: null,
    superseded: false,
    ...over,
  };
}

/** The first source of a request, with a page of it that was read and kept; the hash of the page's text. */
export async function keepPage({ db }: TestDatabase, requestId: string): Promise<string> {
  const id = newId();
  const text = "The half-life of celandrin is 6 hours.";
  const url = "https://a.example/celandrin";
  await db.transaction(async (tx) => {
    const [snapshotHash = ""] = await keepSnapshots(tx, ["What an engine showed."]);
    const identity = { scheme: "url" as const, value: url };
    await tx
      .insert(sources)
      .values({ id, requestId, identityKey: `url:${url}`, identity, number: 1, title: "Celandrin", url, tier: 10, snapshotHash });
    const page = { title: "Celandrin", lang: "en", kind: "html", published: null, canonicalUrl: null, doi: null, contentType: "text/html" } as const;
    await keepVisit(tx, id, {
      id: newId(),
      url,
      status: 200,
      hops: [{ url, status: 200 }],
      headers: {},
      page: { ...page, bytes: text.length, characters: text.length, pageStarts: null },
      judgement: { state: "alive", method: "GET", reason: "The page was read." },
      at: new Date().toISOString(),
      body: new TextEncoder().encode(text),
      text,
    });
  });
  return sha256(text);
}

export function outsideFor(test: TestDatabase) {
  const research = researchFor(test);
  let running: RunningStandins | undefined;
  beforeAll(async () => {
    running = await startStandins([...apis, pages]);
    setEnvironment({
      VARIORUM_PARALLEL_CATEGORIES: "3",
      CROSSREF_BASE_URL: running.baseUrl("crossref"),
      DOI_BASE_URL: running.baseUrl("doi"),
      PUBMED_BASE_URL: running.baseUrl("pubmed"),
    });
  });
  afterAll(async () => {
    await running?.close();
  });
  const parts = (): LookParts => {
    const { hostname, port } = new URL(running?.baseUrl("pages") ?? "");
    const proxy = { host: hostname, port: Number(port), authorization: null };
    return {
      outbound: outboundFor({ on: true, proxy, contact: "", gapMs: 0 }, { limits: { totalMs: 30_000 } }),
      readPage,
      // Turns are taken by a clock that goes.
      lookUp: (ctx, work, signal) => lookUpWork({ ...ctx, clock: systemClock }, work, signal),
    };
  };
  /** A request under way whose first category has what this engine brought, gathered. */
  const brought = async (list: readonly FoundSource[], { provider = "tavily", subject = "Celandrin" } = {}) => {
    const { ctx } = await research.account();
    const requestId = await research.submit(ctx, { subject, providers: ["library", "openfda"] });
    await startRequest(research.system(), { requestId, round: 1 });
    const [row] = await research.categories(requestId);
    const requestCategoryId = row?.id ?? "";
    for (const { text } of list)
      await test.db
        .insert(snapshots)
        .values({ hash: sha256(text), body: text })
        .onConflictDoNothing();
    const found = { sources: list.map(({ text, ...source }) => ({ ...source, textHash: sha256(text) })), claims: [] };
    const answer = { id: newId(), requestCategoryId, provider, round: 1, sourceCount: list.length, startedAt: research.clock.now() };
    await test.db.insert(answers).values({ ...answer, status: "ok", found });
    await gatherSources(research.system(), { requestCategoryId, round: 1 });
    return { ctx, requestId, requestCategoryId, row };
  };
  return {
    research,
    parts,
    brought,
    /** What a run does between gathering and extracting. */
    verify: async (requestCategoryId: string, way: LookParts = parts()) => {
      const input = { requestCategoryId, round: 1 };
      const { batches } = await verifySources(research.system(), input);
      const counts = [];
      for (const [index, sourceIds] of batches.entries())
        counts.push(await checkSources(research.system(), { ...input, batch: index + 1, sourceIds }, way));
      return counts;
    },
  };
}
