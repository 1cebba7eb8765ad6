// The adapters against servers that were not written for them: valid wires with strange manners, at addresses with paths and closing slashes.
import { afterEach, expect, it, vi } from "vitest";
import { setEnvironment } from "@/server/platform/config";
import { apis } from "@/standins/elsewhere/apis";
import { engines, prices } from "@/standins/elsewhere/engines";
import { type Elsewhere, type Manner, serveElsewhere } from "@/standins/elsewhere/wire";
import { type Shown, useFaultyWorld } from "./faults/testing";

vi.setConfig({ testTimeout: 300_000 });

const world = useFaultyWorld();
const engineIds = Object.keys(engines);
const apiIds = Object.keys(apis);
/** What stands behind the host at each vendor. */
const paths: Readonly<Record<string, string>> = {
  ...{ openai: "/v1", perplexity: "/v1", xai: "/v1", gemini: "/v1beta", rxnorm: "/REST", pubmed: "/entrez/eutils", clinicaltrials: "/api/v2" },
  ...{ europepmc: "/europepmc/webservices/rest", dailymed: "/dailymed/services/v2" },
};
/** Between them they name all eight APIs. */
const few = ["identity_formulation", "mechanism_pharmacodynamics", "clinical_efficacy"];
let elsewhere: Elsewhere | undefined;

afterEach(() => elsewhere?.close());

async function researchAt(manner: Manner, slash: "" | "/", categories: readonly string[]): Promise<Shown> {
  const running = await serveElsewhere({ ...engines, ...apis }, manner);
  elsewhere = running;
  await world.forget();
  const name = (id: string) => `${id.toUpperCase().replaceAll("-", "_")}_BASE_URL`;
  setEnvironment({
    ...Object.fromEntries([...engineIds, ...apiIds].map((id) => [name(id), running.address(id) + (paths[id] ?? "") + slash])),
    DOI_BASE_URL: `${running.address("crossref")}${slash}`,
    OPENAI_PRICE: `${prices.input}/${prices.output}/${prices.searches}`,
    GEMINI_PRICE: `${prices.input}/${prices.output}/${prices.searches}`,
  });
  return world.research([...engineIds, ...apiIds], categories);
}

const answersOf = ({ edition }: Shown, provider: string) =>
  edition.categories.flatMap((category) => category.answers.filter((answer) => answer.provider === provider));

/** What does not depend on how it was written. */
function gist({ edition }: Shown) {
  return edition.categories.map(({ slug, outcome, summary, claims, answers }) => ({
    slug,
    outcome,
    sentences: summary.sentences.map((sentence) => sentence.text),
    claims: claims.map((claim) => `${claim.attribute} ${claim.quote}`).sort(),
    answers: answers
      .map(({ provider, status, sources, error, costUsd }) => ({ provider, status, sources, error, costUsd }))
      .sort((a, b) => a.provider.localeCompare(b.provider)),
  }));
}

function expectWhole(shown: Shown): void {
  expect(shown.edition.request).toMatchObject({ status: "completed", identity: { name: "metformin" } });
  for (const provider of [...engineIds, ...apiIds]) {
    const answers = answersOf(shown, provider);
    expect(answers.length, provider).toBeGreaterThan(0);
    for (const answer of answers) expect(answer, `${provider}: ${answer.error}`).toMatchObject({ status: "ok", error: null });
    expect(Math.max(...answers.map((answer) => answer.sources)), provider).toBeGreaterThan(0);
  }
  const charged = [...(elsewhere?.seen ?? [])].reduce((sum, [, { usd }]) => sum + usd, 0);
  expect(shown.edition.cost).toMatchObject({ usd: expect.closeTo(charged, 6), unknown: 0 });
  const roles = new Set(shown.edition.sources.flatMap((source) => source.mentions.map(({ provider, role }) => `${provider} ${role}`)));
  for (const cited of ["openai", "perplexity", "xai", "gemini"]) expect(roles, cited).toContain(`${cited} cited`);
  expect(roles).not.toContain("tavily cited");
}

it("read the same from every manner of writing it", async () => {
  const plain = await researchAt("plain", "", few);
  expectWhole(plain);
  for (const [manner, slash] of [
    ["odd", "/"],
    ["whole", ""],
  ] as const) {
    const other = await researchAt(manner, slash, few);
    expectWhole(other);
    expect(gist(other)).toEqual(gist(plain));
  }
});

it("bring the whole pharmaceutical pack to its end", async () => {
  const shown = await researchAt("odd", "/", []);
  expect(shown.edition.categories).toHaveLength(17);
  expectWhole(shown);
});
