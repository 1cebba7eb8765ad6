// PubMed, Europe PMC and Crossref over the same papers: one identity, one layout, and notices that none of them hides.
import { describe, expect, it } from "vitest";
import { mergeFound } from "../../../sources/core/merge";
import { askCrossref } from "../crossref/ask-crossref";
import { askEuropePmc } from "../europepmc/ask-europepmc";
import { askPubMed } from "../pubmed/ask-pubmed";
import { fact, options, question, runningApis, saying, sound, stated } from "./testing";

const running = await runningApis();
const asked = question({
  terms: ["half-life", "mortality", "death"],
  facts: [fact("design", "set"), fact("notice", "set"), fact("notice_date", "date"), fact("retracted", "boolean"), fact("doi", "identifier")],
});
const pubmed = () => askPubMed(asked, { ...options(running.baseUrl("pubmed")), apiKey: null });
const europepmc = () => askEuropePmc(asked, options(running.baseUrl("europepmc")));
const crossref = () => askCrossref(asked, options(running.baseUrl("crossref")));

describe("one paper on three ways", () => {
  it("is one source with every name it has", async () => {
    const answers = [sound(await pubmed()), sound(await europepmc()), sound(await crossref())];
    const merged = mergeFound(answers.flatMap((answer) => answer.sources.map((source) => ({ ...source, provider: answer.provider }))));
    expect(merged.map((source) => source.identity.value).sort()).toEqual(["10.5555/standin.met.1", "10.5555/standin.met.2", "10.5555/standin.met.3"]);
    const kinetics = merged.find((source) => source.identity.value === "10.5555/standin.met.1");
    expect(kinetics?.broughtBy.map((mention) => mention.provider)).toEqual(["crossref", "europepmc", "pubmed"]);
    expect(kinetics?.aliases.map((alias) => alias.scheme)).toEqual(["pmid", "pmcid"]);
    expect(kinetics?.text).toContain("bioavailability was 55% ± 16% (p < 0.05).");
    // A DOI among the references belongs to another work.
    expect(JSON.stringify(merged)).not.toContain("another.work");
  });

  it("stands on the tier of its kind, with the licence stated", async () => {
    const { sources } = await europepmc();
    expect(sources.map(({ tier, licence }) => [tier, licence])).toEqual([
      [4, "CC BY"],
      [3, "Abstract only; rights with the publisher"],
      [4, "Abstract only; rights with the publisher"],
    ]);
  });

  it("carries its retraction", async () => {
    for (const answer of [await pubmed(), await europepmc(), await crossref()]) {
      const retracted = answer.sources.find((source) => source.identity.value === "10.5555/standin.met.3");
      expect(retracted?.notices).toMatchObject([{ kind: "retraction" }]);
      expect(retracted?.text).toMatch(/This article was retracted.*\./);
      expect(stated(answer)).toEqual(expect.arrayContaining(["notice=retracted", "retracted=retracted", "doi=10.5555/standin.met.3"]));
    }
    expect(stated(await crossref())).toContain("notice_date=2018-06-12");
  });
});

describe("records of odd shape", () => {
  const hostile = 'Metformin half-life <img src=x onerror="alert(1)">\u0000\u202E and <i>more</i>';

  it("lose their markup, and a broken one loses only itself", async () => {
    const works = { message: { items: [{ DOI: "10.5555/ODD", title: [hostile], unknown: { a: 1 }, license: "none" }, { title: ["no DOI"] }, 7] } };
    const other = await saying("crossref", works);
    const answer = sound(await askCrossref(asked, options(other.baseUrl("crossref"))));
    expect(answer).toMatchObject({ status: "ok", sources: [{ title: "Metformin half-life and more", identity: { value: "10.5555/odd" } }] });
    await other.close();
  });

  it("are an error when none can be read, and none when there are none", async () => {
    const broken = await saying("europepmc", { resultList: { result: [{ title: 5 }] } });
    expect(await askEuropePmc(asked, options(broken.baseUrl("europepmc")))).toMatchObject({ status: "failed", error: { kind: "schema" } });
    await broken.close();
    const empty = await saying("europepmc", { hitCount: 0, resultList: { result: [] } });
    expect(await askEuropePmc(asked, options(empty.baseUrl("europepmc")))).toMatchObject({ status: "ok", sources: [], error: null });
    await empty.close();
  });

  it("tells PubMed's limit from an answer, whatever its status", async () => {
    const limited = await saying("pubmed", { error: "API rate limit exceeded", count: "4" });
    expect(await askPubMed(asked, { ...options(limited.baseUrl("pubmed")), apiKey: null })).toMatchObject({
      status: "failed",
      error: { kind: "rate_limited", retryable: true },
    });
    await limited.close();
  });
});
