import { afterEach, expect, it } from "vitest";
import { providerBreakers, providerSettings } from "@/db/schema/providers";
import { useTestDatabase } from "@/db/testing";
import { setEnvironment } from "@/server/platform/config";
import { researchFor } from "../testing";
import { providerStates } from "./provider-states";

const test = useTestDatabase();
const research = researchFor(test);
const stateOf = async (id: string) => (await providerStates(research.system())).find((state) => state.id === id);

afterEach(() => setEnvironment({ OPENAI_API_KEY: "", VARIORUM_STANDINS: "0" }));

it("says of each provider whether it rests, and no longer than it does", async () => {
  setEnvironment({ OPENAI_API_KEY: "k", VARIORUM_STANDINS: "0" });
  expect(await stateOf("openai")).toMatchObject({ off: null, rests: null, p50Ms: null });
  const openedAt = research.clock.now();
  const openedUntil = new Date(openedAt.getTime() + 60_000);
  await test.db
    .insert(providerBreakers)
    .values({ provider: "openai", attempt: 2, reason: "OpenAI failed on its side (503).", openedAt, openedUntil });
  expect(await stateOf("openai")).toMatchObject({ rests: { until: openedUntil.toISOString(), reason: "OpenAI failed on its side (503)." } });
  research.later(60_001);
  expect((await stateOf("openai"))?.rests).toBeNull();
});

it("says why one cannot be asked: no key, or switched off", async () => {
  expect((await stateOf("openai"))?.off).toMatch(/OPENAI_API_KEY/);
  const off = { provider: "library", enabled: false, version: 1, changedBy: "a", changedAt: research.clock.now(), reason: "Test." };
  await test.db.insert(providerSettings).values(off);
  expect((await stateOf("library"))?.off).toBe("An administrator has switched it off.");
});
