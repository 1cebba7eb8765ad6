import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { systemClock } from "@/server/platform/clock";
import { setEnvironment } from "@/server/platform/config";
import { apis } from "@/standins/apis/apis";
import { startStandins } from "@/standins/server";
import { resolveDrug } from "./resolve-drug";
import { resolveSubject } from "./resolve-subject";

const signal = new AbortController().signal;
const test = useTestDatabase();
const ctx = {
  clock: systemClock,
  signal,
  log: pino({ level: "silent" }),
  get db() {
    return test.db;
  },
};
const found = {
  kind: "found",
  raw: [],
  concept: { rxcui: "1", name: "sitagliptin / metformin", ingredients: ["sitagliptin", "metformin"], salts: [], brands: ["Janumet"], doseForms: [] },
} as const;

describe("a drug's name", () => {
  it("becomes its ingredient with salts and brands before anything is asked", async () => {
    const running = await startStandins(apis);
    setEnvironment({ RXNORM_BASE_URL: running.baseUrl("rxnorm") });
    expect(await resolveSubject(ctx, { subject: " Glucophage ", kind: "drug" })).toEqual({
      name: "metformin",
      aliases: ["metformin hydrochloride", "Glucophage", "Fortamet", "Riomet"],
      ids: { rxcui: "6809" },
      resolvedBy: "RxNorm register",
    });
    expect(await resolveSubject(ctx, { subject: "metformine", kind: "drug" })).toMatchObject({
      name: "metformine",
      resolvedBy: "as typed",
      note: "RxNorm does not know this name. The closest name there is metformin.",
    });
    await running.close();
  });

  it("stays as typed when nobody can be asked, and that is said", async () => {
    setEnvironment({ RXNORM_BASE_URL: "http://127.0.0.1:6" });
    expect(await resolveSubject(ctx, { subject: "warfarin", kind: "drug" })).toMatchObject({
      name: "warfarin",
      aliases: [],
      ids: {},
      resolvedBy: "as typed",
      note: expect.stringMatching(/^The name was not resolved: RxNorm is unreachable from this machine \(.+\)\.$/),
    });
  });

  it("is waited for no longer than it may be", async () => {
    const never = (_name: string, stop: AbortSignal) =>
      new Promise<never>((_found, reject) => stop.addEventListener("abort", () => reject(stop.reason)));
    expect(await resolveDrug("warfarin", never, signal, 20)).toMatchObject({
      resolvedBy: "as typed",
      note: expect.stringContaining("did not answer within"),
    });
  });

  it("is given up with the run, not turned into an answer", async () => {
    const stop = new AbortController();
    const never = (_name: string, cancelled: AbortSignal) =>
      new Promise<never>((_found, reject) => cancelled.addEventListener("abort", () => reject(cancelled.reason)));
    const asking = resolveDrug("warfarin", never, stop.signal);
    stop.abort(new Error("cancelled"));
    await expect(asking).rejects.toThrow("cancelled");
  });

  it("of a mixture brings no part's names", async () => {
    expect(await resolveDrug("Janumet", async () => found, signal)).toEqual({
      name: "sitagliptin / metformin",
      aliases: ["Janumet"],
      ids: { rxcui: "1" },
      resolvedBy: "RxNorm register",
      note: "A mixture of sitagliptin, metformin.",
    });
  });

  it.each(["Which drugs lower blood glucose best in adults over sixty-five?", "12?", "x".repeat(200)])("is not what %j is", async (subject) => {
    const asked: string[] = [];
    const find = async (name: string) => {
      asked.push(name);
      return found;
    };
    expect(await resolveDrug(subject, find, signal)).toMatchObject({ name: subject, resolvedBy: "as typed" });
    expect(asked).toEqual([]);
  });
});

describe("other subjects", () => {
  it("are told without going out", async () => {
    expect(await resolveSubject(ctx, { subject: "Romans 8:28", kind: "passage" })).toMatchObject({ ids: { osis: "Rom.8.28" } });
    expect(await resolveSubject(ctx, { subject: "Acme", kind: "company" })).toEqual({ name: "Acme", aliases: [], ids: {}, resolvedBy: "as typed" });
  });
});
