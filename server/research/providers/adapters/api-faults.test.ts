// What can go wrong goes wrong in every evidence API the same way: a failed answer of one kind, nothing invented, the others untouched.
import { describe, expect, it } from "vitest";
import type { Answer, Question } from "../schema";
import { askBibleApi } from "./bible-api/ask-bible-api";
import { askClinicalTrials } from "./clinicaltrials/ask-clinicaltrials";
import { askCrossref } from "./crossref/ask-crossref";
import { askDailyMed } from "./dailymed/ask-dailymed";
import { askEma } from "./ema/ask-ema";
import { makeMedicinesStore } from "./ema/medicines-file";
import { askEuropePmc } from "./europepmc/ask-europepmc";
import { askOpenFda } from "./openfda/ask-openfda";
import { askPubMed } from "./pubmed/ask-pubmed";
import type { ApiOptions } from "./record/call";
import { fact, options, question, runningApis, sound } from "./record/testing";
import { askRxNorm } from "./rxnorm/ask-rxnorm";
import { askSefaria } from "./sefaria/ask-sefaria";

const running = await runningApis();
const drug = question({
  subject: "apixaban",
  aliases: ["Eliquis"],
  facts: [fact("atc_code", "identifier"), fact("nct", "identifier")],
  terms: ["half-life", "binding", "stroke"],
});
const verse = question({ subject: "Genesis 1:1", aliases: [] });

const apis: readonly (readonly [Parameters<typeof running.baseUrl>[0], Question, (asked: Question, how: ApiOptions) => Promise<Answer>])[] = [
  ["rxnorm", drug, askRxNorm],
  ["openfda", drug, (asked, how) => askOpenFda(asked, { ...how, apiKey: "sesame-key" })],
  ["dailymed", drug, askDailyMed],
  ["ema", drug, (asked, how) => askEma(asked, { ...how, folder: null, store: makeMedicinesStore() })],
  ["clinicaltrials", drug, askClinicalTrials],
  ["pubmed", drug, (asked, how) => askPubMed(asked, { ...how, apiKey: "sesame-key" })],
  ["europepmc", drug, askEuropePmc],
  ["crossref", drug, askCrossref],
  ["sefaria", verse, askSefaria],
  ["bible-api", verse, askBibleApi],
];
const faults: readonly (readonly [string, object])[] = [
  ["reset", { retryable: true }],
  ["429:retry-after=7", { kind: "rate_limited", retryAfterMs: 7000, retryable: true }],
  ["500", { kind: "server", retryable: true }],
  ["503", { kind: "server", retryable: true }],
  ["401", { kind: "auth", retryable: false }],
  ["403", { kind: "blocked", retryable: false }],
  ["451", { kind: "blocked", retryable: false }],
  ["html", { kind: "schema" }],
  ["wrong-schema", { kind: "schema" }],
  ["not-json", { kind: "schema" }],
  ["empty", { kind: "truncated", retryable: true }],
  ["cut-body", { kind: "truncated", retryable: true }],
  ["cut-stream", { kind: "truncated", retryable: true }],
];

describe.each(apis)("%s", (id, asked, ask) => {
  const answer = async (how: Partial<ApiOptions> = {}) => sound(await ask(asked, options(running.baseUrl(id), how)));

  it("answers when nothing is wrong, and names itself with the contact", async () => {
    const agents: (string | null)[] = [];
    const watched = await answer({
      fetch: (url, init) => {
        agents.push(new Headers(init.headers).get("user-agent"));
        return fetch(url, init);
      },
    });
    expect(watched).toMatchObject({ provider: id, status: "ok", error: null });
    expect(watched.sources.length).toBeGreaterThan(0);
    expect(new Set(agents)).toEqual(new Set(["Variorum/0.1 (me@example.org)"]));
    expect(JSON.stringify(watched)).not.toContain("sesame-key");
  });

  it.each(faults)("%s is a failed answer that says so", async (fault, error) => {
    running.faults.set({ standin: id, fault });
    const failed = await answer();
    running.faults.clear();
    expect(failed).toMatchObject({ status: "failed", sources: [], claims: [], error });
    expect(failed.error?.message).toMatch(/^\S.*\.$/);
    expect(JSON.stringify(failed)).not.toContain("sesame-key");
  });

  it("keeps what came where bytes are no text, and where keys are traps", async () => {
    for (const fault of ["bad-utf8", "proto"]) {
      running.faults.set({ standin: id, fault });
      expect((await answer()).raw ?? "").not.toContain("\u0000");
      running.faults.clear();
    }
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  it("says at once that nobody is there", async () => {
    const failed = sound(await ask(asked, options("http://127.0.0.1:6")));
    expect(failed).toMatchObject({ status: "failed", error: { kind: "unreachable", retryable: false } });
  });

  it("stops when it is told to", async () => {
    running.faults.set({ standin: id, fault: "silent" });
    const stop = new AbortController();
    const asking = ask(asked, options(running.baseUrl(id), { signal: stop.signal }));
    stop.abort(new Error("enough"));
    await expect(asking).rejects.toThrow("enough");
    running.faults.clear();
  });

  it("asks nothing where the subject has no name", async () => {
    running.ledger.clear();
    const refused = await ask({ ...asked, subject: "?!", aliases: [] }, options(running.baseUrl(id)));
    expect(refused).toMatchObject({ status: "refused", sources: [], queries: [], error: { notAsked: true } });
    expect(running.ledger.read().calls).toEqual([]);
  });
});
