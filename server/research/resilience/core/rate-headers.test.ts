import { describe, expect, it } from "vitest";
import { readRateHeaders, slower } from "./rate-headers";

const now = new Date("2026-03-01T00:00:00Z");
const read = (status: number, headers: Record<string, string>) => readRateHeaders(status, new Headers(headers), now);

describe("what a service says of its limits", () => {
  it.each([
    [429, { "retry-after": "7" }, 7000],
    [503, { "retry-after": "Sun, 01 Mar 2026 00:00:09 GMT" }, 9000],
    [200, { "retry-after": "7" }, null],
    [200, { "x-ratelimit-remaining-requests": "0", "x-ratelimit-reset-requests": "1m2.5s" }, 62_500],
    [200, { "x-ratelimit-remaining-requests": "3", "x-ratelimit-reset-requests": "1m" }, null],
    [200, { "x-ratelimit-remaining-tokens": "0", "x-ratelimit-reset-tokens": "120ms" }, 120],
    [200, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(now.getTime() / 1000 + 4) }, 4000],
    [200, { ratelimit: "limit=100, remaining=0, reset=30" }, 30_000],
    [200, { ratelimit: '"default";r=0;t=5' }, 5000],
    [200, { ratelimit: '"default";r=2;t=5' }, null],
    [429, { "retry-after": "86400" }, 300_000],
    [429, { "retry-after": "soon" }, null],
    [429, { "retry-after": "-3" }, null],
    [200, { "x-ratelimit-remaining": "", "x-ratelimit-reset": "9" }, null],
  ])("%s %o holds for %s ms", (status, headers, holdMs) => {
    expect(read(status, Object.fromEntries(Object.entries(headers))).holdMs).toBe(holdMs);
  });

  it("states a limit where it is one, and the slower of two counts", () => {
    expect(read(200, { "x-rate-limit-limit": "5", "x-rate-limit-interval": "1s" }).limit).toEqual({ burst: 5, periodMs: 1000 });
    expect(read(200, { "x-rate-limit-limit": "many", "x-rate-limit-interval": "1s" }).limit).toBeNull();
    const own = { burst: 3, periodMs: 1000 };
    expect(slower(own, { burst: 5, periodMs: 1000 })).toBe(own);
    expect(slower(own, { burst: 1, periodMs: 1000 })).toEqual({ burst: 1, periodMs: 1000 });
    expect(slower(own, null)).toBe(own);
  });
});
