import { describe, expect, it } from "vitest";
import { askBibleApi } from "../bible-api/ask-bible-api";
import { askSefaria } from "../sefaria/ask-sefaria";
import { passageOf } from "./bible-books";
import { fact, options, question, runningApis, saying, sound, stated } from "./testing";

const running = await runningApis();
const licence = fact("licence", "enumeration", { values: [{ value: "public domain", synonyms: [] }] });
const verse = (subject: string, facts = [fact("translation", "set"), licence]) => question({ subject, aliases: [], facts });
const bible = (subject: string) => askBibleApi(verse(subject), options(running.baseUrl("bible-api")));
const sefaria = (subject: string, facts?: ReturnType<typeof fact>[]) => askSefaria(verse(subject, facts), options(running.baseUrl("sefaria")));

describe("a passage by its OSIS reference", () => {
  it.each([
    ["Rom.8.28", "Romans 8:28", null],
    ["Rom.8.28-Rom.8.30", "Romans 8:28-30", null],
    ["Gen.1.1-Gen.2.3", "Genesis 1:1-2:3", "Genesis.1.1-2.3"],
    ["1Sam.3", "1 Samuel 3", "I_Samuel.3"],
    ["Song.1.2", "Song of Solomon 1:2", "Song_of_Songs.1.2"],
  ])("%s is %s", (osis, reference, sefariaRef) => {
    expect(passageOf(osis)).toMatchObject({ reference, sefaria: sefariaRef });
  });

  it("is none where the book is unknown or another begins", () => {
    expect([passageOf("Tob.1.1"), passageOf("Gen.50.1-Exod.1.1"), passageOf("")]).toEqual([null, null, null]);
  });
});

describe("bible-api", () => {
  it("sets translations side by side, each with its name and licence", async () => {
    const answer = sound(await bible("Romans 8:28"));
    expect(answer.sources.map((source) => source.title)).toEqual([
      "Romans 8:28, World English Bible",
      "Romans 8:28, King James Version",
      "Romans 8:28, American Standard Version (1901)",
      "Romans 8:28, Clementine Latin Vulgate",
    ]);
    expect(answer).toMatchObject({ status: "ok", error: null });
    expect(stated(answer)).toEqual(expect.arrayContaining(["translation=King James Version", "licence=Public Domain"]));
    expect(answer.sources[3]?.text).toContain("omnia cooperantur in bonum");
  });

  it("finds nothing where no translation has the verse, and is not asked of what is no passage", async () => {
    expect(await bible("Romans 99:1")).toMatchObject({ sources: [] });
    expect(await bible("grace")).toMatchObject({ status: "refused" });
  });
});

describe("Sefaria", () => {
  it("brings each version with its own language and licence, without its footnotes", async () => {
    const answer = sound(await sefaria("Genesis 1:1"));
    expect(answer.sources.map((source) => source.licence)).toEqual(["Public Domain", "CC-BY"]);
    expect(answer.sources[0]?.text).toContain("בְּרֵאשִׁ֖ית");
    expect(answer.sources[1]?.text).toBe(
      "Genesis 1:1 in the version Stand-in Community Translation, English (CC-BY).\nWhen God began to create heaven and earth",
    );
  });

  it("brings works that comment, and passages that are linked, where those are asked for", async () => {
    const works = sound(await sefaria("Genesis 1:1", [fact("work", "set")]));
    expect(works.sources.map((source) => source.title)).toEqual(["Bereshit Rabbah 1:1, Stand-in Midrash", "Rashi on Genesis 1:1:1, Stand-in Rashi"]);
    const linked = sound(await sefaria("Genesis 1:1", [fact("related_passage", "reference", { label: "Related passages" })]));
    expect(linked.sources.map((source) => source.text)).toEqual([
      "Parallel passage linked with Genesis 1:1: Psalms 33:6.\nParallel passage linked with Genesis 1:1: Proverbs 8:22.",
    ]);
  });

  it("says that it does not hold the New Testament, and asks nothing then", async () => {
    running.ledger.clear();
    expect(await sefaria("Romans 8:28")).toMatchObject({
      status: "refused",
      error: { message: expect.stringContaining("Romans is not among them") },
    });
    expect(running.ledger.read().calls).toEqual([]);
  });

  it("finds nothing where it says so, and reads texts however deep they are", async () => {
    expect(await sefaria("Genesis 99:99")).toMatchObject({ sources: [] });
    const other = await saying("sefaria", {
      ref: "Genesis 1",
      versions: [
        { versionTitle: "Deep", language: "en", text: [["one <b>two</b>"], ["three", ""]] },
        { versionTitle: "Empty", text: [] },
        { text: 5 },
      ],
    });
    const answer = sound(await askSefaria(verse("Genesis 1"), options(other.baseUrl("sefaria"))));
    expect(answer.sources.map((source) => [source.text, source.licence])).toEqual([
      ["Genesis 1 in the version Deep, English.\none two\nthree", "Not stated"],
    ]);
    await other.close();
  });
});
