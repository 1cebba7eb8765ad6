import { describe, expect, it } from "vitest";
import { userAgent } from "@/server/platform/user-agent";
import type { FetchOptions } from "./http";
import { rememberingGet } from "./remembering";

const setting = () => {
  let time = 0;
  let calls = 0;
  let reply: () => Promise<Response> = async () => new Response("12345");
  const options: FetchOptions = {
    name: "The service",
    signal: new AbortController().signal,
    fetch: () => {
      calls++;
      return reply();
    },
  };
  const get = rememberingGet({ keepMs: 1000, downMs: 500, maxCharacters: 12, now: () => new Date(time) });
  return {
    ask: (path: string) => get(`https://service.example${path}`, options),
    calls: () => calls,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
    answerWith: (next: typeof reply) => {
      reply = next;
    },
  };
};

describe("remembering what was fetched", () => {
  it("asks once while an answer stands", async () => {
    const s = setting();
    await s.ask("/a");
    await s.ask("/a");
    expect(s.calls()).toBe(1);
    s.pass(1000);
    await s.ask("/a");
    expect(s.calls()).toBe(2);
  });

  it("lets the oldest give way", async () => {
    const s = setting();
    for (const path of ["/a", "/b", "/c", "/c", "/a"]) await s.ask(path);
    expect(s.calls()).toBe(4);
  });

  it("does not keep failures, but does not knock twice at a host without a route", async () => {
    const s = setting();
    s.answerWith(async () => new Response("", { status: 500 }));
    await s.ask("/a");
    await s.ask("/a");
    expect(s.calls()).toBe(2);
    s.answerWith(async () => {
      throw new TypeError("fetch failed", { cause: Object.assign(new Error("no name"), { code: "ENOTFOUND" }) });
    });
    expect(await s.ask("/a")).toMatchObject({ ok: false, error: { kind: "unreachable" } });
    expect(await s.ask("/b")).toMatchObject({ ok: false, error: { kind: "unreachable" } });
    expect(s.calls()).toBe(3);
    s.pass(500);
    s.answerWith(async () => new Response("1"));
    expect(await s.ask("/b")).toMatchObject({ ok: true });
  });
});

describe("the name given to services", () => {
  it("holds the contact and nothing a header cannot hold", () => {
    expect(userAgent("")).toBe("Variorum/0.1");
    expect(userAgent("me@example.org\r\nX-Evil: 1")).toBe("Variorum/0.1 (me@example.orgX-Evil: 1)");
  });
});
