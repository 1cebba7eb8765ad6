// For tests of what is looked up outside: the stand-ins' web behind their proxy, their registers, and a category whose engine brought what a test says.
import { afterAll, beforeAll } from "vitest";
import { answers, snapshots } from "@/db/schema/research";
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
import { gatherSources } from "../sources/gather-sources";
import type { FoundSource } from "../sources/schema";
import { researchFor } from "../testing";
import { checkSources } from "./check-sources";
import type { LookParts } from "./look-at-source";
import { readFetchedPage } from "./look-parts";
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
      outbound: outboundFor({ on: true, proxy, contact: "", gapMs: 0 }, { limits: { totalMs: 3000 } }),
      readPage: readFetchedPage,
      // Turns are taken by a clock that goes.
      lookUp: (ctx, work, signal) => lookUpWork({ ...ctx, clock: systemClock }, work, signal),
    };
  };
  /** A request under way whose first category has what this engine brought, gathered. */
  const brought = async (list: readonly FoundSource[], provider = "tavily") => {
    const { ctx } = await research.account();
    const requestId = await research.submit(ctx, { providers: ["library", "openfda"] });
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
