import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { setEnvironment } from "@/server/platform/config";
import { ownerScope } from "@/server/platform/context";
import { newId } from "@/server/platform/ids";
import { researchFor } from "../testing";
import { toTicks, toUsd } from "./core/money";
import { monthSpending } from "./month-spending";
import { type CallPlan, type Reservation, reserveCall } from "./reserve-call";
import { reserveInTurn } from "./reserve-in-turn";
import { costOfAnswer, giveUpCalls, settleCall } from "./settle-call";
import { sumsOfRequest } from "./store";
import { guard, plan } from "./testing";

const test = useTestDatabase();
const research = researchFor(test);

const reserve = (wanted: CallPlan) => reserveCall(research.system(), wanted);
function callIdOf(reservation: Reservation): string {
  if (reservation.state !== "granted") throw new Error(`It was not granted: ${JSON.stringify(reservation)}`);
  return reservation.callId;
}
const settle = (callId: string, usd: number | null, outcome: "ok" | "failed" = "ok") =>
  test.db.transaction((tx) =>
    settleCall(tx, {
      callId,
      cost: usd === null ? { usd, basis: "unknown", reason: "Not said." } : { usd, basis: "billed" },
      outcome,
      errorKind: null,
      endedAt: research.clock.now(),
    }),
  );
const spentOn = async (wanted: CallPlan) => toUsd((await sumsOfRequest(test.db, wanted.request?.id ?? "")).spentTicks);

describe("setting money aside", () => {
  it("passes the cap by less than one call when twenty ask at once", async () => {
    const shared = plan({ request: { id: newId(), capUsd: 1 } });
    const costs = [0.02, 0.3, 0.1, 0.25, 0.3];
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        const granted = await reserveInTurn(research.system(), shared, () => new Promise((resolve) => setImmediate(resolve)));
        if (granted.state === "refused") return granted.reason;
        await settle(granted.callId, costs[index % costs.length] ?? 0);
        return null;
      }),
    );
    const spent = await spentOn(shared);
    expect(spent).toBeGreaterThan(0.7);
    expect(spent).toBeLessThanOrEqual(1 + 0.3);
    const refusals = outcomes.filter((reason) => reason !== null);
    expect(refusals.length).toBeGreaterThan(5);
    for (const reason of refusals)
      expect(reason).toMatch(/^Oracle was not asked: of the cap of this request \(\$1\.00\), \$[\d.]+ is left, and one question may cost \$0\.10\.$/);
    expect((await sumsOfRequest(test.db, shared.request?.id ?? "")).openTicks).toBe(0);
  });

  it("holds the account's cap over several requests at once", async () => {
    setEnvironment({ VARIORUM_MONTHLY_CAP_USD: "0.5" });
    const ownerId = newId();
    const results = await Promise.all(
      Array.from({ length: 20 }, () => reserve(plan({ ownerId, request: { id: newId(), capUsd: 5 }, guard: guard(0.1, 0.1) }))),
    );
    expect(results.filter(({ state }) => state === "granted")).toHaveLength(5);
    expect(results.filter(({ state }) => state === "wait")).toHaveLength(15);
    for (const granted of results) if (granted.state === "granted") await settle(granted.callId, 0.1);
    expect(await reserve(plan({ ownerId }))).toMatchObject({
      state: "refused",
      reason: expect.stringContaining("your account's cap for 2026-03 ($0.50)"),
    });
    expect(await reserve(plan())).toMatchObject({ state: "granted" });
    setEnvironment({ VARIORUM_MONTHLY_CAP_USD: "" });
  });

  it("asks nothing that costs money under a cap of nothing, and everything that is free", async () => {
    const request = { id: newId(), capUsd: 0 };
    expect(await reserve(plan({ request }))).toMatchObject({ state: "refused" });
    expect(await reserve(plan({ request, guard: guard(0, 0) }))).toMatchObject({ state: "granted" });
  });

  it("ends a wait when the run is cancelled", async () => {
    const shared = plan({ guard: guard(0.6, 1) });
    await reserve(shared);
    const abort = new AbortController();
    const waiting = reserveInTurn({ ...research.system(), signal: abort.signal }, shared);
    abort.abort(new Error("cancelled by the reader"));
    await expect(waiting).rejects.toThrow("cancelled by the reader");
  });

  it("counts a call in the month, by UTC, in which it began", async () => {
    const ownerId = newId();
    const at = async (moment: string, usd: number) => {
      const ctx = { ...research.system(), clock: { now: () => new Date(moment) } };
      const callId = callIdOf(await reserveCall(ctx, plan({ ownerId })));
      await settle(callId, usd);
      return (await monthSpending(ctx, ownerScope(ownerId))).spentUsd;
    };
    expect(await at("2026-03-31T23:59:59.999Z", 0.25)).toBe(0.25);
    expect(await at("2026-04-01T00:00:00.000Z", 0.1)).toBe(0.1);
    expect(await monthSpending({ db: test.db, clock: { now: () => new Date("2026-03-05T00:00:00Z") } }, ownerScope(ownerId))).toMatchObject({
      month: "2026-03",
      spentUsd: 0.25,
      reservedUsd: 0,
      capUsd: 150,
    });
  });
});

describe("settling", () => {
  it("writes a cost once", async () => {
    const wanted = plan();
    const callId = callIdOf(await reserve(wanted));
    await Promise.all([settle(callId, 0.2), settle(callId, 0.2)]);
    await settle(callId, 9);
    expect(await spentOn(wanted)).toBe(0.2);
  });

  it("goes on counting what was set aside where the cost is not known", async () => {
    const wanted = plan();
    await settle(callIdOf(await reserve(wanted)), null);
    expect(await spentOn(wanted)).toBe(0.3);
  });

  it("shows a call that was repeated after a crash as one more line, at what the repetition cost", async () => {
    const wanted = plan({ answerId: newId() });
    await reserve(wanted);
    const again = callIdOf(await reserve({ ...wanted, attempt: 2 }));
    // The most it may cost was set aside; lost, it counts as what is expected, and then as what its repetition came to.
    expect(await spentOn(wanted)).toBe(0.1);
    await settle(again, 0.12);
    expect(await costOfAnswer(test.db, wanted.answerId ?? "")).toMatchObject({ usd: 0.24, basis: "estimated", calls: 2 });
    expect(await spentOn(wanted)).toBe(0.24);
  });

  it("takes the true cost of a call that comes back after it was given up", async () => {
    const wanted = plan({ answerId: newId() });
    const callId = callIdOf(await reserve(wanted));
    await test.db.transaction((tx) => giveUpCalls(tx, [wanted.answerId ?? ""], research.clock.now()));
    expect(await costOfAnswer(test.db, wanted.answerId ?? "")).toEqual({
      usd: null,
      basis: "unknown",
      reason: "It was given up while it was being asked.",
    });
    await settle(callId, 0.07);
    expect(await costOfAnswer(test.db, wanted.answerId ?? "")).toEqual({ usd: 0.07, basis: "billed" });
  });

  it("waits no longer for calls whose process is gone, and counts them at the most they may have cost", async () => {
    const wanted = plan({ guard: guard(0.4, 0.7) });
    await reserve(wanted);
    expect(await reserve(wanted)).toEqual({ state: "wait" });
    research.later(31 * 60_000);
    expect(await reserve(wanted)).toMatchObject({
      state: "refused",
      reason: expect.stringContaining("$0.30 is left, and one question may cost $0.40"),
    });
    expect(await sumsOfRequest(test.db, wanted.request?.id ?? "")).toEqual({ spentTicks: toTicks(0.7), openTicks: 0 });
    expect(await reserve({ ...wanted, guard: guard(0.3, 0.3) })).toMatchObject({ state: "granted" });
  });
});
