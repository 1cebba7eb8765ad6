import { mkdtempSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { authSecret } from "./auth-secret";

const folder = () => mkdtempSync(path.join(tmpdir(), "variorum-secret-"));
const embedded = (dataDir: string) => ({ dataDir, auth: { secret: null }, database: { kind: "pglite" } }) as const;

describe("the sign-in secret", () => {
  it("is made once and kept for its owner's eyes only", () => {
    const dataDir = path.join(folder(), "deeper");
    const secret = authSecret(embedded(dataDir));
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(authSecret(embedded(dataDir))).toBe(secret);
    expect(authSecret(embedded(folder()))).not.toBe(secret);
    expect(readdirSync(dataDir)).toEqual(["auth-secret"]);
    expect(statSync(path.join(dataDir, "auth-secret")).mode & 0o777).toBe(0o600);
  });

  it("is the operator's where one is set", () => {
    expect(authSecret({ ...embedded("/nowhere"), auth: { secret: "operator" } })).toBe("operator");
  });

  it("stays closed without one: on a shared database, in a broken file, in a folder that cannot be", () => {
    expect(() => authSecret({ ...embedded("/nowhere"), database: { kind: "pg" } })).toThrow("AUTH_SECRET is not set");
    const dataDir = folder();
    writeFileSync(path.join(dataDir, "auth-secret"), "\n");
    expect(() => authSecret(embedded(dataDir))).toThrow("no usable secret");
    expect(() => authSecret(embedded(path.join(dataDir, "auth-secret", "x")))).toThrow("cannot be used");
  });
});
