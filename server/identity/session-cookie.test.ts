import { describe, expect, it } from "vitest";
import { isSecure, readSession, sealSession, sessionCookie } from "./session-cookie";

const secret = "s".repeat(40);
const claim = { userId: "01USER", epoch: 3 };
const carrying = (cookie: { name: string; value: string }, more: Record<string, string> = {}) =>
  new Headers({ cookie: `${cookie.name}=${cookie.value}`, ...more });
const https = { "x-forwarded-proto": "https" };

describe("the session cookie", () => {
  it("gives back its claim, over http and over https", async () => {
    expect(await readSession(carrying(await sealSession(claim, secret)), secret)).toEqual(claim);
    expect(await readSession(carrying(await sealSession(claim, secret, true), https), secret)).toEqual(claim);
  });

  it("is bound to this host over https, and a plain cookie is not taken there", async () => {
    expect(sessionCookie(true)).toEqual({ name: "__Host-variorum.session", options: { httpOnly: true, sameSite: "lax", path: "/", secure: true } });
    expect(await readSession(carrying(await sealSession(claim, secret), https), secret)).toBeNull();
    const { value } = await sealSession(claim, secret);
    expect(await readSession(carrying({ name: sessionCookie(true).name, value }, https), secret)).toBeNull();
  });

  it("is nothing when altered, sealed with another secret, absent, or offered as a bearer token", async () => {
    const cookie = await sealSession(claim, secret);
    const middle = Math.floor(cookie.value.length / 2);
    const altered = `${cookie.value.slice(0, middle)}${cookie.value[middle] === "A" ? "B" : "A"}${cookie.value.slice(middle + 1)}`;
    expect(await readSession(carrying({ ...cookie, value: altered }), secret)).toBeNull();
    expect(await readSession(carrying(cookie), "t".repeat(40))).toBeNull();
    expect(await readSession(new Headers(), secret)).toBeNull();
    expect(await readSession(new Headers({ authorization: `Bearer ${cookie.value}` }), secret)).toBeNull();
  });

  it("is another at every sign-in", async () => {
    expect((await sealSession(claim, secret)).value).not.toBe((await sealSession(claim, secret)).value);
  });

  it("believes the first proxy about https", () => {
    expect(isSecure(new Headers({ "x-forwarded-proto": "https, http" }))).toBe(true);
    expect(isSecure(new Headers())).toBe(false);
  });
});
