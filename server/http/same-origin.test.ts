import { describe, expect, it } from "vitest";
import { isSameOrigin } from "./same-origin";

const host = { host: "localhost:3000" };

describe("requests that change something", () => {
  it.each([
    ["from a page of this site", { ...host, origin: "http://localhost:3000", "sec-fetch-site": "same-origin" }],
    ["behind a proxy that renames the host", { host: "10.0.0.4:3000", "x-forwarded-host": "variorum.example", origin: "https://variorum.example" }],
    ["from a program without a browser", host],
    ["typed by the reader", { ...host, "sec-fetch-site": "none" }],
  ])("are taken %s", (_, headers) => {
    expect(isSameOrigin("POST", new Headers(headers))).toBe(true);
  });

  it.each([
    ["another site", { ...host, origin: "https://evil.example" }],
    ["another port", { ...host, origin: "http://localhost:4000" }],
    ["a sandboxed frame", { ...host, origin: "null" }],
    ["another site that hides its origin", { ...host, "sec-fetch-site": "cross-site" }],
    ["a neighbour under the same domain", { ...host, origin: "http://localhost:3000", "sec-fetch-site": "same-site" }],
  ])("are refused from %s", (_, headers) => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) expect(isSameOrigin(method, new Headers(headers))).toBe(false);
    expect(isSameOrigin("GET", new Headers(headers))).toBe(true);
  });
});
