import { describe, expect, it } from "vitest";
import { pacedFetch } from "./pace";

const reply = async () => new Response("{}");
const request = (signal = new AbortController().signal) => ({ name: "A service", fetch: reply, signal });

describe("a turn", () => {
  it("comes no faster than the limit", async () => {
    let now = 0;
    const waits: number[] = [];
    const wait = async (ms: number) => {
      waits.push(ms);
      now += ms;
    };
    const get = pacedFetch({ burst: 2, periodMs: 1000 }, () => now, wait);
    for (let i = 0; i < 4; i++) expect(await get("http://service.example/", request())).toMatchObject({ ok: true });
    expect(waits).toEqual([500, 500]);
  });

  it("is given up where it is too far off, with the time to wait", async () => {
    const get = pacedFetch({ burst: 1, periodMs: 60_000 }, () => 0);
    await get("http://service.example/", request());
    expect(await get("http://service.example/", request())).toMatchObject({
      ok: false,
      error: { kind: "rate_limited", retryable: true, retryAfterMs: 60_000 },
    });
  });

  it("is not waited for after a cancel", async () => {
    const get = pacedFetch({ burst: 1, periodMs: 10_000 });
    await get("http://service.example/", request());
    const stop = new AbortController();
    const waiting = get("http://service.example/", request(stop.signal));
    stop.abort();
    await expect(waiting).rejects.toThrow();
  });
});
