import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { packs } from "@/db/seed/packs/index";
import { questionFor } from "../../question";
import { fact, options, question, runningApis, saying, sound, stated } from "../record/testing";
import { askEma } from "./ask-ema";
import { statedFacts } from "./medicine";
import { makeMedicinesStore } from "./medicines-file";

const running = await runningApis();
const asked = question({
  subject: "apixaban",
  aliases: ["Eliquis"],
  facts: [
    fact("approval_date", "date"),
    fact("status", "enumeration", { values: [{ value: "approved", synonyms: ["authorised"] }] }),
    fact("eu_procedure", "identifier"),
    fact("atc_code", "identifier"),
    fact("orphan", "boolean"),
  ],
});
const how = (more = {}) => ({ ...options(running.baseUrl("ema")), folder: null, store: makeMedicinesStore(), ...more });
const hoursLater = (hours: number) => new Date(options("").now.getTime() + hours * 3_600_000);
const folders: string[] = [];
const folder = async () => {
  const made = await mkdtemp(path.join(tmpdir(), "ema-test-"));
  folders.push(made);
  return made;
};

afterEach(async () => {
  running.faults.clear();
  running.ledger.clear();
  await Promise.all(folders.splice(0).map((made) => rm(made, { recursive: true })));
});

describe("asking the EMA", () => {
  it("states authorisation, status, number and codes in the category's words", async () => {
    const answer = sound(await askEma(asked, how()));
    expect(stated(answer)).toEqual([
      "approval_date=2011-05-18",
      "status=authorised",
      "eu_procedure=EMEA/H/C/002148",
      "atc_code=B01AF02",
      "orphan=no",
    ]);
    expect(answer.claims[1]?.claim).toMatchObject({ value: { value: "approved" }, qualifiers: { jurisdiction: "EU" } });
    expect(answer.sources).toMatchObject([
      { identity: { scheme: "application", value: "EMEA/H/C/002148" }, tier: 1, jurisdiction: "EU", date: "2026-02-20" },
    ]);
    expect(answer.sources[0]?.text).toContain("Therapeutic indication: Prevention of stroke");
  });

  it("takes a mixture and an animal's medicine for no answer", async () => {
    expect(await askEma({ ...asked, subject: "metformin", aliases: [] }, how())).toMatchObject({ status: "ok", sources: [], error: null });
  });

  it("is not asked what its file does not state", async () => {
    expect(await askEma({ ...asked, facts: [fact("half_life", "quantity")] }, how())).toMatchObject({ status: "refused" });
    expect(running.ledger.read().calls).toEqual([]);
  });
});

describe("the medicines file", () => {
  const statuses = () => running.ledger.read().calls.map((call) => call.status);

  it("is downloaded once for many askers, and asked for again with its ETag", async () => {
    const store = makeMedicinesStore();
    await Promise.all([1, 2, 3].map(() => askEma(asked, how({ store }))));
    expect(statuses()).toEqual([200]);
    expect(await askEma(asked, how({ store, now: hoursLater(4) }))).toMatchObject({ status: "ok", error: null });
    await askEma(asked, how({ store, now: hoursLater(5) }));
    expect(statuses()).toEqual([200, 304]);
  });

  it("outlives the process in the data folder", async () => {
    const kept = await folder();
    await askEma(asked, how({ folder: kept }));
    expect(await readdir(kept)).toEqual(["ema-medicines.json"]);
    expect((await askEma(asked, how({ folder: kept, now: hoursLater(4) }))).sources).toHaveLength(1);
    expect(statuses()).toEqual([200, 304]);
  });

  it("is used as it was when it cannot be confirmed, and that is said", async () => {
    const store = makeMedicinesStore();
    await askEma(asked, how({ store }));
    running.faults.set({ standin: "ema", fault: "503" });
    const answer = await askEma(asked, how({ store, now: hoursLater(4) }));
    expect(answer).toMatchObject({ status: "partial", sources: [{ jurisdiction: "EU" }], error: { retryable: false } });
    expect(answer.error?.message).toBe("EMA failed on its side (503). The copy of 2026-11-01 was used.");
  });

  it("is not replaced by what is none, and a folder that cannot be written costs nothing", async () => {
    const other = await saying("ema", [{ unexpected: true }]);
    expect(await askEma(asked, how({ baseUrl: other.baseUrl("ema") }))).toMatchObject({ status: "failed", error: { kind: "schema" } });
    await other.close();
    expect(await askEma(asked, how({ folder: "/dev/null/cache" }))).toMatchObject({ status: "ok" });
  });

  it("lets one asker go without taking the file from the others", async () => {
    const store = makeMedicinesStore();
    const stop = new AbortController();
    const first = askEma(asked, how({ store, signal: stop.signal }));
    const second = askEma(asked, how({ store }));
    stop.abort(new Error("enough"));
    await expect(first).rejects.toThrow("enough");
    expect((await second).sources).toHaveLength(1);
  });
});

describe("the shipped packs", () => {
  it("name the EMA only where its file states something that the category looks for", () => {
    const naming = packs.flatMap((pack) => pack.categories).filter((category) => category.searchParameters.apis.includes("ema"));
    expect(naming.length).toBeGreaterThan(2);
    for (const definition of naming) {
      const stated = Object.values(statedFacts(questionFor(definition, "metformin", null)));
      expect(
        stated.some((fact) => fact !== null),
        definition.slug,
      ).toBe(true);
    }
  });
});
