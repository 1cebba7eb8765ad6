import { describe, expect, it } from "vitest";
import { parseConfig } from "./config";

const refusal = (environment: Record<string, string>) => {
  try {
    parseConfig(environment);
  } catch (error) {
    return error instanceof Error && "code" in error ? { code: error.code, message: error.message } : error;
  }
  return null;
};

describe("the configuration", () => {
  it("needs nothing: embedded database, embedded functions, three categories at a time", () => {
    const config = parseConfig({});
    expect(config).toMatchObject({ database: { kind: "pglite" }, jobs: "embedded", port: 3000, auth: { secret: null, github: null, oidc: null } });
    expect(config.research).toEqual({ parallelCategories: 3, stopStartingMs: 25 * 60_000, endMs: 30 * 60_000 });
    expect(config.dataDir).toMatch(/\/\.data$/);
  });

  it.each([
    [{ DATABASE_URL: "postgres://u:p@ep-x.eu.neon.tech/db" }, "neon"],
    [{ DATABASE_URL: "postgresql://u:p@localhost:5432/db" }, "pg"],
    [{ DATABASE_URL: "postgres://u:p@localhost/db", DATABASE_DRIVER: "neon", NEON_WS_PROXY: "localhost:5433" }, "neon"],
  ])("chooses the driver from %o", (environment, kind) => {
    expect(parseConfig(environment).database.kind).toBe(kind);
  });

  it.each([{ INNGEST_DEV: "1" }, { INNGEST_EVENT_KEY: "k" }, { INNGEST_SIGNING_KEY: "s" }])(
    "leaves functions to an Inngest server with %o",
    (environment) => {
      expect(parseConfig(environment).jobs).toBe("inngest");
    },
  );

  it("wants all of a bucket's variables or none", () => {
    expect(refusal({ S3_ENDPOINT: "https://s3.example.org" })).toMatchObject({ message: expect.stringContaining("S3_BUCKET") });
    const all = { S3_ENDPOINT: "https://s3.example.org/", S3_BUCKET: "books", S3_ACCESS_KEY_ID: "k", S3_SECRET_ACCESS_KEY: "s" };
    expect(parseConfig(all).s3).toMatchObject({ endpoint: "https://s3.example.org", region: "us-east-1" });
  });

  it("takes an empty variable for one that is not set", () => {
    expect(parseConfig({ PORT: "", DATABASE_URL: "", AUTH_SECRET: "" })).toMatchObject({ port: 3000, database: { kind: "pglite" } });
  });

  it.each([
    ["PORT", "eighty", "a whole number from 0 to 65535"],
    ["PORT", "70000", "a whole number from 0 to 65535"],
    ["DATABASE_URL", "mysql://localhost/db", "postgres://user:password@host:5432/database"],
    ["DATABASE_URL", "postgres://[half", "postgres://user:password@host:5432/database"],
    ["AUTH_SECRET", "short", "at least 32 characters"],
    ["VARIORUM_END_MINUTES", "-1", "a number of minutes above 0"],
    ["VARIORUM_PARALLEL_CATEGORIES", "1.5", "a whole number from 1 to 32"],
    ["OPENFDA_BASE_URL", "api.fda.gov", "an address that begins with http:// or https://"],
    ["LOG_LEVEL", "loud", "one of fatal, error, warn, info, debug, trace, silent"],
    ["VARIORUM_OPEN_SIGNUP", "perhaps", "1 or 0"],
  ])("names %s=%s in one sentence that says what to do", (name, value, wanted) => {
    const refused = refusal({ [name]: value });
    expect(refused).toMatchObject({ code: "configuration" });
    expect(refused).toHaveProperty("message", expect.stringContaining(`The environment variable ${name} is not valid: it must`));
    expect(refused).toHaveProperty("message", expect.stringContaining(wanted));
    expect(refused).toHaveProperty("message", expect.stringMatching(/Correct or unset it, then start again\.$/));
  });

  it("names the first variable alone when several are wrong, and repeats no secret", () => {
    const refused = refusal({ PORT: "x", AUTH_SECRET: "hunter2" });
    expect(refused).toHaveProperty("message", expect.stringContaining("PORT"));
    expect(refused).toHaveProperty("message", expect.not.stringContaining("AUTH_SECRET"));
    expect(JSON.stringify(refusal({ AUTH_SECRET: "hunter2" }))).not.toContain("hunter2");
  });

  it.each([
    [{ AUTH_GITHUB_ID: "a" }, "AUTH_GITHUB_SECRET"],
    [{ AUTH_GOOGLE_SECRET: "b" }, "AUTH_GOOGLE_ID"],
    [{ AUTH_OIDC_ID: "a", AUTH_OIDC_SECRET: "b" }, "AUTH_OIDC_ISSUER"],
    [{ AUTH_OIDC_ISSUER: "https://id.example.org" }, "AUTH_OIDC_ID"],
  ])("refuses half a sign-in: %o", (environment, missing) => {
    const message = `The environment variable ${missing} is not valid: it must be set together with the others of its provider. Correct or unset it, then start again.`;
    expect(refusal(environment)).toMatchObject({ code: "configuration", message });
  });
});
