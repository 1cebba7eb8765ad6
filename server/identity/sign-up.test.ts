import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { parseConfig } from "@/server/platform/config";
import { argon2Passwords } from "./adapters/passwords";
import { signUpInput } from "./schema";
import { signUp } from "./sign-up";
import { contexts, countingPasswords, password } from "./testing";
import { wayIn } from "./way-in";

const test = useTestDatabase();
const people = contexts(() => test.db);

describe("signing up", () => {
  it("makes exactly one of twenty racing accounts the administrator", async () => {
    expect(await wayIn(people.visitor(), parseConfig({}))).toEqual({ awaitsFirstAccount: true, open: false, providers: [] });
    const results = await Promise.all(Array.from({ length: 20 }, (_, n) => people.join(`racer${n}@example.org`)));
    expect(results.filter((result) => result.first)).toHaveLength(1);
    const rows = await people.everybody();
    expect(rows).toHaveLength(20);
    expect(rows.filter((row) => row.role === "admin" && row.status === "approved")).toHaveLength(1);
    expect(rows.filter((row) => row.role === "user" && row.status === "pending")).toHaveLength(19);
    const oidc = { AUTH_OIDC_ISSUER: "https://id.example", AUTH_OIDC_ID: "a", AUTH_OIDC_SECRET: "b", AUTH_OIDC_NAME: "University" };
    expect(() => parseConfig({ AUTH_GOOGLE_ID: "half" })).toThrow("AUTH_GOOGLE_SECRET");
    const configured = parseConfig({ ...oidc, AUTH_GITHUB_ID: "a", AUTH_GITHUB_SECRET: "b", VARIORUM_OPEN_SIGNUP: "on" });
    const providers = [
      { id: "github", name: "GitHub" },
      { id: "oidc", name: "University" },
    ];
    expect(await wayIn(people.visitor(), configured)).toEqual({ awaitsFirstAccount: false, open: true, providers });
  });

  it("records who came, with ids and states only", async () => {
    const user = await people.account("racer3@example.org");
    const [entry] = await people.trailOf(user.id);
    expect(entry).toMatchObject({ action: "user.sign-up", entity: "user", actor: `user:${user.id}` });
    expect(JSON.stringify(entry)).not.toContain("racer3");
  });

  it("keeps an existing account as it is, and answers and works as for a new one", async () => {
    const before = await people.account("racer3@example.org");
    const passwords = countingPasswords();
    const input = { name: "Thief", email: "RACER3@example.org", password: "another password", note: null };
    const answer = await signUp(people.visitor(), input, { address: "a", open: true, passwords });
    const fresh = await people.join("new@example.org", { input: { note: "Doctoral work." } });
    expect(answer).toEqual(fresh);
    expect(passwords.calls).toEqual(["hash"]);
    expect(await people.account("racer3@example.org")).toEqual(before);
    expect((await people.account("new@example.org")).note).toBe("Doctoral work.");
  });

  it("approves later accounts at once where the house is open, as users", async () => {
    await people.join("open@example.org", { open: true });
    expect(await people.account("open@example.org")).toMatchObject({ role: "user", status: "approved" });
  });

  it("refuses the twenty-first account a minute from one address", async () => {
    for (let n = 0; n < 20; n++) await people.join(`many${n}@example.org`, { address: "10.0.0.1" });
    await expect(people.join("many20@example.org", { address: "10.0.0.1" })).rejects.toMatchObject({ code: "rate_limited", retryAfterMs: 3000 });
    people.later(3000);
    expect(await people.join("many20@example.org", { address: "10.0.0.1" })).toEqual({ first: false });
  });

  it("stores Argon2id with the cost that is promised", async () => {
    const stored = await argon2Passwords.hash(password);
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await argon2Passwords.verify(stored, password)).toBe(true);
    expect(await argon2Passwords.verify(stored, `${password}.`)).toBe(false);
  });

  it.each([
    ["a password of nine characters", { password: "123456789" }, "at least 10"],
    ["a password of 201 characters", { password: "x".repeat(201) }, "at most 200"],
    ["no address", { email: "somebody" }, "e-mail address"],
    ["no name", { name: "  " }, "name"],
    ["a name with a hidden direction mark", { name: "Ann\u202e" }, "cannot be seen"],
  ])("refuses %s in one sentence", (_, wrong, sentence) => {
    const parsed = signUpInput.safeParse({ name: "Ann", email: "ann@example.org", password, ...wrong });
    expect(parsed.error?.issues[0]?.message).toContain(sentence);
  });
});
