import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { AppError } from "@/server/platform/errors";
import { linkAccount } from "./link-account";
import { contexts, countingPasswords, password } from "./testing";
import { mismatch, verifyCredentials } from "./verify-credentials";

const test = useTestDatabase();
const people = contexts(() => test.db);

async function attempt(email: string, plain: string, address = email) {
  const passwords = countingPasswords();
  const outcome = await verifyCredentials(people.visitor(), { email, password: plain }, { address, passwords }).catch((error: unknown) => error);
  return { outcome, calls: passwords.calls };
}

describe("signing in with a password", () => {
  it("gives the session's claim and records the start", async () => {
    await people.join("ines@example.org");
    const user = await people.account("ines@example.org");
    const { outcome } = await attempt(" Ines@Example.org ", password);
    expect(outcome).toEqual({ userId: user.id, epoch: 0 });
    expect((await people.trailOf(user.id)).at(-1)).toMatchObject({ action: "session.start", after: { method: "password", epoch: 0 } });
    expect((await people.account("ines@example.org")).lastSeenAt).not.toBeNull();
  });

  it("answers an unknown address, a wrong password and an account without one alike, each after one computation", async () => {
    const identity = { provider: "google", providerAccountId: "g-1", email: "goo@example.org", emailVerified: true, name: "Goo" };
    await linkAccount(people.visitor(), identity, { open: false });
    const wrong = await attempt("ines@example.org", "not the password");
    const unknown = await attempt("nobody@example.org", "not the password");
    const without = await attempt("goo@example.org", "not the password");
    for (const { outcome, calls } of [wrong, unknown, without]) {
      expect(outcome).toBeInstanceOf(AppError);
      expect(outcome).toMatchObject({ code: "unauthorised", userMessage: mismatch });
      expect(calls).toHaveLength(1);
    }
  });

  it("allows five tries a minute for an address with an account, and as many without", async () => {
    for (const email of ["ines@example.org", "ghost@example.org"]) {
      people.later(120_000);
      for (let n = 0; n < 5; n++) expect((await attempt(email, "wrong wrong", `${email}-${n}`)).outcome).toMatchObject({ code: "unauthorised" });
      const sixth = await attempt(email, password, `${email}-6`);
      expect(sixth.outcome).toMatchObject({ code: "rate_limited", retryAfterMs: 12_000 });
      expect(sixth.calls).toEqual([]);
      people.later(12_000);
      expect((await attempt(email, "wrong wrong", `${email}-7`)).outcome).toMatchObject({ code: "unauthorised" });
    }
  });

  it("allows twenty tries a minute from one machine, whatever the accounts", async () => {
    people.later(120_000);
    for (let n = 0; n < 20; n++) await attempt(`spray${n}@example.org`, "wrong wrong", "192.0.2.7");
    expect((await attempt("spray20@example.org", "wrong wrong", "192.0.2.7")).outcome).toMatchObject({ code: "rate_limited", retryAfterMs: 3000 });
    expect((await attempt("spray20@example.org", "wrong wrong", "192.0.2.8")).outcome).toMatchObject({ code: "unauthorised" });
  });
});
