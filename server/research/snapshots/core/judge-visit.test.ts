import { describe, expect, it } from "vitest";
import { type Came, judgePage, judgeRefusal, wantsSibling } from "./judge-visit";
import { endsAtTheDoor, madeUpSibling, missingPhrase } from "./soft-missing";

const prose = "The elimination half-life of celandrin is about six hours in adults, and it is given with water twice a day. ".repeat(30);
const came = (change: Partial<Came>): Came => ({
  status: 200,
  url: "https://a.example/articles/celandrin",
  finalUrl: "https://a.example/articles/celandrin",
  title: "Celandrin in adults",
  text: prose,
  readable: true,
  ...change,
});
const stateOf = (change: Partial<Came>) => judgePage(came(change)).state;

describe("a page that came", () => {
  it("is alive when it can be read where it was looked for", () => {
    expect(judgePage(came({}))).toEqual({ state: "alive", method: "GET", reason: "The page was read." });
    expect(stateOf({ finalUrl: "https://www.a.example/articles/celandrin-2" })).toBe("alive");
  });

  it("is dead by its status, and by what it says with a good status", () => {
    expect([404, 410].map((status) => stateOf({ status }))).toEqual(["dead", "dead"]);
    for (const title of [
      "404",
      "Page not found | A journal",
      "Error 404 (Not Found)!!1",
      "Sorry, the page you are looking for could not be found",
      "Seite nicht gefunden",
      "This article is no longer available",
      "Oops!",
    ])
      expect([title, judgePage(came({ title, text: "Try the search." })).method]).toEqual([title, "soft 404"]);
    expect(stateOf({ title: "A journal", text: "We can't find the page you asked for.\nGo home." })).toBe("dead");
    expect(stateOf({ finalUrl: "https://a.example/" })).toBe("dead");
    expect(stateOf({ finalUrl: "https://a.example/en/index.html" })).toBe("dead");
    expect(stateOf({ sameAsMadeUp: true })).toBe("dead");
  });

  it("is not dead because it speaks of something that was not found", () => {
    for (const title of [
      "Novel mutation not found in 404 patients with epilepsy",
      "Antibodies were not found in the serum of treated mice",
      "Removed tumours and what became of them",
      "Lost and found: the Celandrin papers",
      "404 mg of celandrin a day",
      "Compound 404 in rats",
    ])
      expect([title, stateOf({ title })]).toEqual([title, "alive"]);
  });

  it("is blocked, not dead, where the site refuses a program", () => {
    for (const status of [401, 403, 429, 451]) expect(stateOf({ status, text: "" })).toBe("blocked");
    expect(stateOf({ title: "Just a moment...", text: "Checking your browser before accessing a.example." })).toBe("blocked");
    expect(stateOf({ status: 503, title: "Just a moment...", text: "Enable JavaScript and cookies to continue" })).toBe("blocked");
  });

  it("is behind a paywall where only paying readers get on", () => {
    expect(stateOf({ status: 402 })).toBe("paywall");
    expect(stateOf({ finalUrl: "https://a.example/login?next=/articles/celandrin" })).toBe("paywall");
    expect(stateOf({ text: `${prose.slice(0, 400)} Purchase access to read on.` })).toBe("paywall");
  });

  it("is not known where the site failed or nothing could be read", () => {
    expect([500, 502, 503, 400, 406, 302].map((status) => stateOf({ status }))).toEqual(Array(6).fill("unknown"));
    expect(stateOf({ text: "Loading" })).toBe("unknown");
    expect(stateOf({ readable: false, text: "" })).toBe("unknown");
  });

  it("is compared with a made-up neighbour only when it is thin", () => {
    expect(wantsSibling(came({}), judgePage(came({})))).toBe(false);
    const short = came({ text: prose.slice(0, 500) });
    expect(wantsSibling(short, judgePage(short))).toBe(true);
    expect(madeUpSibling("https://a.example/articles/celandrin?x=1#y", "q7")).toBe("https://a.example/articles/variorum-q7");
    expect(madeUpSibling("https://a.example/", "q7")).toBeNull();
  });
});

it("takes no refusal for a death, but that of a name that does not exist", () => {
  const kinds = ["bad_url", "refused_address", "robots", "unreachable", "timeout", "too_large", "too_many_redirects", "resting", "off"] as const;
  const states = kinds.map((kind) => judgeRefusal({ kind, message: "Why." }).state);
  expect(states.every((state) => state !== "dead" && state !== "alive")).toBe(true);
  expect(judgeRefusal({ kind: "unreachable", message: "No such host.", noSuchHost: true }).state).toBe("dead");
});

it("knows a front door and a phrase for what they are", () => {
  expect(endsAtTheDoor("https://a.example/", "https://a.example/")).toBe(false);
  expect(endsAtTheDoor("https://a.example/?p=12", "https://a.example/")).toBe(true);
  expect(endsAtTheDoor("https://a.example/x", "https://a.example/x/")).toBe(false);
  expect(missingPhrase([null, "x".repeat(400)])).toBeNull();
});
