import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { linkAccount, type ProvidedIdentity } from "./link-account";
import { contexts } from "./testing";

const test = useTestDatabase();
const people = contexts(() => test.db);

const arrive = (identity: Partial<ProvidedIdentity>) =>
  linkAccount(
    people.visitor(),
    { provider: "google", providerAccountId: "1", email: "ann@example.org", emailVerified: true, name: "Ann", ...identity },
    { open: false },
  );

describe("signing in through an identity provider", () => {
  it("makes the first account the administrator's, once", async () => {
    const claim = await arrive({});
    expect(await people.account("ann@example.org")).toMatchObject({ id: claim.userId, role: "admin", status: "approved", passwordHash: null });
    expect(await arrive({})).toEqual(claim);
    await arrive({ providerAccountId: "2", email: "bo@example.org", name: null });
    expect(await people.account("bo@example.org")).toMatchObject({ name: "bo", role: "user", status: "pending" });
  });

  it("knows a person by the provider's id, whatever address they use there now", async () => {
    const { id } = await people.account("ann@example.org");
    expect((await arrive({ email: "ann.new@example.org" })).userId).toBe(id);
  });

  it("links a second provider when both sides verified the address", async () => {
    const { id } = await people.account("ann@example.org");
    expect((await arrive({ provider: "oidc", providerAccountId: "x" })).userId).toBe(id);
    expect((await people.trailOf(id)).filter((entry) => entry.action === "user.link").map((entry) => entry.after)).toEqual([
      { provider: "google" },
      { provider: "oidc" },
    ]);
  });

  it("links nothing by an address that the provider did not verify", async () => {
    await expect(arrive({ provider: "github", providerAccountId: "7", emailVerified: false })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("links nothing to an account whose own address was never verified, since anybody may have made it", async () => {
    await people.join("victim@example.org");
    await expect(arrive({ providerAccountId: "8", email: "Victim@example.org" })).rejects.toMatchObject({ code: "forbidden" });
    expect((await people.account("victim@example.org")).emailVerified).toBeNull();
  });

  it("refuses a sign-in without an address, and leaves nothing behind", async () => {
    const before = (await people.everybody()).length;
    await expect(arrive({ providerAccountId: "9", email: null })).rejects.toMatchObject({ code: "forbidden" });
    expect(await people.everybody()).toHaveLength(before);
  });
});
