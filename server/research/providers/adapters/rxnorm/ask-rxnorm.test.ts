import { describe, expect, it } from "vitest";
import { fact, options, question, runningApis, saying, sound, stated } from "../record/testing";
import { askRxNorm } from "./ask-rxnorm";
import { findConcept } from "./find-concept";

const running = await runningApis();
const asked = question({
  facts: [
    fact("rxcui", "identifier"),
    fact("atc_code", "identifier"),
    fact("unii", "identifier"),
    fact("dosage_forms", "set", {
      values: [
        { value: "tablet", synonyms: ["tablets"] },
        { value: "extended-release tablet", synonyms: [] },
      ],
    }),
  ],
});
const find = (name: string) => findConcept(name, options(running.baseUrl("rxnorm")));

describe("finding a drug's concept", () => {
  it("leads a brand and a salt to the ingredient with its other names", async () => {
    for (const name of ["metformin", "Glucophage", "metformin hydrochloride"]) {
      expect(await find(name)).toMatchObject({
        kind: "found",
        concept: {
          rxcui: "6809",
          name: "metformin",
          ingredients: ["metformin"],
          salts: ["metformin hydrochloride"],
          brands: ["Glucophage", "Fortamet", "Riomet"],
        },
      });
    }
  });

  it("names the closest spelling and does not take it", async () => {
    expect(await find("metformine")).toEqual({ kind: "unknown", closest: "metformin" });
    expect(await find("celandrin")).toEqual({ kind: "unknown", closest: null });
  });

  it("keeps a mixture a mixture", async () => {
    const mixture = { rxcui: "700516", name: "Janumet", tty: "BN" };
    const other = await saying("rxnorm", (request: { path: string }) => {
      const body = request.path.includes("allrelated")
        ? {
            allRelatedGroup: {
              conceptGroup: [
                {
                  tty: "IN",
                  conceptProperties: [
                    { rxcui: "1", name: "metformin", tty: "IN" },
                    { rxcui: "2", name: "sitagliptin", tty: "IN" },
                  ],
                },
                { tty: "BN" },
              ],
            },
          }
        : request.path.includes("properties")
          ? { properties: mixture }
          : { idGroup: { rxnormId: ["700516"] } };
      return { body: JSON.stringify(body) };
    });
    expect(await findConcept("Janumet", options(other.baseUrl("rxnorm")))).toMatchObject({
      concept: { name: "Janumet", ingredients: ["metformin", "sitagliptin"], salts: [] },
    });
    await other.close();
  });
});

describe("asking RxNorm", () => {
  it("states codes and forms in the category's words", async () => {
    const answer = sound(await askRxNorm(asked, options(running.baseUrl("rxnorm"))));
    expect(stated(answer)).toEqual([
      "rxcui=6809",
      "atc_code=A10BA02",
      "unii=9100L32L2N",
      "dosage_forms=Oral Tablet",
      "dosage_forms=Extended Release Oral Tablet",
    ]);
    expect(answer.claims.map(({ claim }) => claim.value)).toContainEqual({ kind: "term", value: "extended-release tablet" });
    expect(answer.sources).toMatchObject([{ tier: 5, identity: { scheme: "url" }, title: "RxNorm: metformin (RxCUI 6809)" }]);
    expect(answer.sources[0]?.text).toContain("Brand names: Glucophage, Fortamet, Riomet.");
    expect(answer.sources[0]?.text).not.toContain("Janumet");
  });

  it("finds nothing where the name is unknown", async () => {
    expect(await askRxNorm({ ...asked, subject: "celandrin" }, options(running.baseUrl("rxnorm")))).toMatchObject({ status: "ok", sources: [] });
  });
});
