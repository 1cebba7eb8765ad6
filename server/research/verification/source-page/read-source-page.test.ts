import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { sha256 } from "@/server/platform/hash";
import { extractCategoryClaims } from "../../claims/extract-category-claims";
import { writeSummary } from "../../synthesis/write-summary";
import { outsideFor, shown } from "../testing";
import { readSourcePage } from "./read-source-page";
import { readSourceText } from "./read-source-text";
import { readSourceWarc } from "./read-source-warc";

const test = useTestDatabase();
const outside = outsideFor(test);
const sentence = "The elimination half-life of examplamine is 6.2 hours in adults.";
const address = "https://hazards.example/article";

async function edition() {
  const made = await outside.brought([shown(address, "Examplamine: a monograph", sentence)], { subject: "Examplamine" });
  await outside.verify(made.requestCategoryId);
  const input = { requestCategoryId: made.requestCategoryId, round: 1 };
  await extractCategoryClaims(outside.research.system(), input);
  await writeSummary(outside.research.system(), input);
  return made;
}

describe("the page of a source", () => {
  it("says who brought it, what was taken from it, where it stands on the page, and what was kept", async () => {
    const { ctx, requestId } = await edition();
    const page = await readSourcePage(ctx, { id: requestId, number: 1 });
    expect(page.categories).toMatchObject([
      {
        slug: "half-life",
        broughtBy: [{ provider: "tavily", name: "Tavily", role: "cited" }],
        shown: [{ by: "Tavily", state: "stands", found: 1, shown: 1 }],
        rungs: [{ rung: "quote_anchored", state: "passed" }, { rung: "supports" }],
      },
    ]);
    const [look] = page.looks;
    expect(look).toMatchObject({ status: 200, judgement: { state: "alive" }, changed: false, title: "Examplamine: a monograph" });
    expect(page.claims).toMatchObject([{ label: "Elimination half-life", quote: sentence, textHash: look?.textHash }]);
    expect(page.claims[0]?.href).toBe(`${address}#:~:text=The%20elimination%20half%2Dlife%20of%20examplamine%20is%206.2%20hours%20in%20adults.`);
    expect(page.texts.map((text) => [text.kind, text.by])).toEqual([
      ["page", []],
      ["shown", ["Tavily"]],
    ]);
    // The page names a DOI of its own, which is no identifier of the source but is looked up for retraction.
    expect(page.register).toMatchObject({ scheme: "doi", value: "10.5555/standin.hazard.1", state: "absent" });
    expect(page.source.verification.rungs.find((rung) => rung.rung === "identified")?.state).toBe("passed");
  });

  it("opens every stored text of the source and none of any other, for those who may see the edition", async () => {
    const { ctx, requestId } = await edition();
    const page = await readSourcePage(ctx, { id: requestId, number: 1 });
    for (const { hash, characters } of page.texts) {
      const { text } = await readSourceText(ctx, { id: requestId, number: 1, hash });
      expect([sha256(text), text.length]).toEqual([hash, characters]);
    }
    const claim = page.claims[0];
    const { text } = await readSourceText(ctx, { id: requestId, number: 1, hash: claim?.textHash ?? "" });
    expect(text.slice(claim?.start, claim?.end)).toBe(sentence);
    const absent = { code: "not_found" };
    await expect(readSourceText(ctx, { id: requestId, number: 1, hash: page.looks[0]?.bodyHash ?? "" })).rejects.toMatchObject(absent);
    await expect(readSourcePage(ctx, { id: requestId, number: 2 })).rejects.toMatchObject(absent);
    const { ctx: stranger } = await outside.research.account();
    await expect(readSourcePage(stranger, { id: requestId, number: 1 })).rejects.toMatchObject(absent);
    await expect(readSourceWarc(stranger, { id: requestId, number: 1 })).rejects.toMatchObject(absent);
  });

  it("gives its pages as they came, as a WARC file", async () => {
    const { ctx, requestId } = await edition();
    const { name, bytes } = await readSourceWarc(ctx, { id: requestId, number: 1 });
    expect(name).toBe(`variorum-${requestId}-source-1.warc.gz`);
    const records = gunzipSync(bytes).toString("utf8");
    expect(records).toContain(`WARC-Target-URI: ${address}`);
    expect(records).toContain("judgement: alive");
    expect(records).toContain(sentence);
  });
});
