import { describe, expect, it } from "vitest";
import { parseConfig } from "./config";

const outboundOf = (environment: Record<string, string>) => parseConfig(environment).outbound;

describe("the way out", () => {
  it("is direct where nothing is set, and off where it is turned off", () => {
    expect(outboundOf({ VARIORUM_CONTACT: "me@example.org" })).toEqual({ on: true, proxy: null, contact: "me@example.org", gapMs: 500 });
    expect(outboundOf({ OUTBOUND: "off" }).on).toBe(false);
  });

  it.each([
    ["http://proxy.example:3128", { host: "proxy.example", port: 3128, authorization: null }],
    ["http://proxy.example/", { host: "proxy.example", port: 80, authorization: null }],
    ["http://[::1]:8080", { host: "::1", port: 8080, authorization: null }],
    ["http://us%65r:p%3Aw@10.0.0.1:80", { host: "10.0.0.1", port: 80, authorization: `Basic ${btoa("user:p:w")}` }],
  ])("goes through %s", (OUTBOUND_PROXY, proxy) => {
    expect(outboundOf({ OUTBOUND_PROXY }).proxy).toEqual(proxy);
  });

  it("goes through the stand-ins' pages where they are on, unless a proxy is named", () => {
    expect(outboundOf({ VARIORUM_STANDINS: "1", VARIORUM_STANDINS_PORT: "5000" }).proxy).toEqual({
      host: "127.0.0.1",
      port: 5007,
      authorization: null,
    });
    expect(outboundOf({ VARIORUM_STANDINS: "1", OUTBOUND_PROXY: "http://proxy.example:3128" }).proxy?.host).toBe("proxy.example");
  });

  it.each([
    "https://proxy.example:3128",
    "socks5://proxy.example",
    "proxy.example:3128",
    "http://proxy.example/path",
    "http://a:%zz@proxy.example",
    "http://",
  ])("refuses %s in one sentence that does not repeat it", (OUTBOUND_PROXY) => {
    expect(() => outboundOf({ OUTBOUND_PROXY })).toThrow(
      /^The environment variable OUTBOUND_PROXY is not valid: it must be a proxy's address like http:\/\/host:port/,
    );
  });
});
