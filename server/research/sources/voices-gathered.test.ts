import { describe, expect, it } from "vitest";
import { answers, snapshots } from "@/db/schema/research";
import { useTestDatabase } from "@/db/testing";
import { sha256 } from "@/server/platform/hash";
import { newId } from "@/server/platform/ids";
import { readAnswers } from "../providers/read-answers";
import { startRequest } from "../requests/start-request";
import { researchFor } from "../testing";
import { gatherSources } from "./gather-sources";
import type { FoundSource } from "./schema";

const test = useTestDatabase();
const research = researchFor(test);

const page = (host: string, text: string, over: Partial<FoundSource> = {}): FoundSource => ({
  identity: { scheme: "url", value: `https://${host}/celandrin` },
  aliases: [],
  title: `Celandrin at ${host}`,
  url: `https://${host}/celandrin`,
  tier: 10,
  date: null,
  jurisdiction: null,
  publisher: host,
  licence: null,
  role: "cited",
  text,
  passages: text === "" ? [] : [{ start: 0, end: text.length, page: null, heading: null, score: 1 }],
  upstream: null,
  superseded: false,
  ...over,
});
type Said = { readonly provider: string; readonly servedModel?: string; readonly sources: readonly FoundSource[] };

/** What a category counts after these answers. */
async function counted(...said: readonly Said[]) {
  const { ctx } = await research.account();
  const requestId = await research.submit(ctx, { categories: ["half-life"], providers: ["library"] });
  const { started } = await startRequest(research.system(), { requestId, round: 1 });
  const requestCategoryId = started[0] ?? "";
  for (const { provider, servedModel = null, sources } of said) {
    for (const { text } of sources)
      await test.db
        .insert(snapshots)
        .values({ hash: sha256(text), body: text })
        .onConflictDoNothing();
    const found = { sources: sources.map(({ text, ...source }) => ({ ...source, textHash: sha256(text) })), claims: [] };
    const row = { id: newId(), requestCategoryId, provider, servedModel, round: 1, status: "ok" as const, sourceCount: sources.length, found };
    await test.db.insert(answers).values({ ...row, startedAt: research.clock.now() });
  }
  await gatherSources(research.system(), { requestCategoryId, round: 1 });
  const [category] = await research.categories(requestId);
  return { sources: category?.sourceCount, independent: category?.independentCount, answers: await readAnswers(test.db, requestCategoryId, 1) };
}

const label =
  "In healthy adults the elimination half-life of celandrin in plasma is 6.2 hours. Renal clearance accounts for most of the elimination, and the " +
  "drug is not bound to plasma proteins to a relevant extent. Food delays absorption by about one hour without changing the amount absorbed. " +
  "In patients with moderate renal impairment the half-life is prolonged in proportion to the decrease of creatinine clearance.";
const other =
  "A crossover trial in twelve volunteers measured how long celandrin stays in the blood after a single tablet, and found a mean half-life of " +
  "fourteen hours with wide variation between persons; the authors ask for further work in the elderly before a change of the interval is advised.";

describe("voices, as they are gathered", () => {
  it("are one where a text is copied with small changes under another address", async () => {
    const reprint = label.replace("healthy adults", "healthy volunteers").concat(" Reprinted by a directory of medicines.");
    const said = { provider: "tavily", sources: [page("label.example", label), page("directory.example", reprint), page("trial.example", other)] };
    expect(await counted(said)).toMatchObject({ sources: 3, independent: 2 });
  });

  it("are one where an engine showed a copy as a further text of a source", async () => {
    const one = { provider: "tavily", sources: [page("label.example", "Contents and contact."), page("mirror.example", label)] };
    const two = { provider: "perplexity", sources: [page("label.example", label)] };
    expect(await counted(one)).toMatchObject({ sources: 2, independent: 2 });
    expect(await counted(one, two)).toMatchObject({ sources: 2, independent: 1 });
  });

  it("are one where two copies name the same upstream, whether or not that is among them", async () => {
    const upstream = { scheme: "setid", value: "11111111-2222-3333-4444-555555555555" } as const;
    const copies = [page("a.example", "One wording.", { upstream }), page("b.example", "Quite another wording.", { upstream })];
    expect(await counted({ provider: "tavily", sources: copies })).toMatchObject({ sources: 2, independent: 1 });
    const original = page("regulator.example", label, { identity: upstream });
    expect(await counted({ provider: "tavily", sources: copies }, { provider: "openfda", sources: [original] })).toMatchObject({
      sources: 3,
      independent: 1,
    });
  });

  it("are not added to by a second engine, nor by a preset that another vendor's model answered", async () => {
    const cited = [page("label.example", label), page("trial.example", other)];
    const alone = await counted({ provider: "openai", servedModel: "gpt-6.1-terra", sources: cited });
    const both = await counted(
      { provider: "openai", servedModel: "gpt-6.1-terra", sources: cited },
      {
        provider: "perplexity",
        servedModel: "openai/gpt-6.1-terra",
        sources: cited.map((source) => ({ ...source, text: source.text.slice(0, 90) })),
      },
    );
    expect(alone).toMatchObject({ sources: 2, independent: 2 });
    expect(both).toMatchObject({ sources: 2, independent: 2 });
    expect(both.answers.map(({ provider, servedModel }) => [provider, servedModel])).toEqual([
      ["openai", "gpt-6.1-terra"],
      ["perplexity", "openai/gpt-6.1-terra"],
    ]);
  });
});
