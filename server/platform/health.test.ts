import { afterEach, expect, it } from "vitest";
import { setEnvironment } from "./config";
import { health } from "./health";
import { singleton } from "./singleton";

const kept = () => singleton<Record<string, unknown>>("database", () => ({}));
afterEach(() => void delete kept().database);

it("tells visitors that the database is away, and nothing of where it is", async () => {
  setEnvironment({ LOG_LEVEL: "silent", DATABASE_URL: "" });
  kept().database = Promise.reject(new Error("getaddrinfo ENOTFOUND secret-host.internal"));
  const state = await health(new Date(0));
  expect(state).toMatchObject({ status: "degraded", checks: { database: { ok: false } } });
  expect(JSON.stringify(state)).not.toContain("secret-host");
});
