// What reaches a socket is counted at the listener where every socket ends.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setEnvironment } from "../config";
import { outbound } from "../outbound";
import { type Listener, listen, outboundTo, publicAddress } from "./testing";

let listener: Listener;
beforeAll(async () => {
  listener = await listen((request, response) => {
    if (request.url === "/robots.txt") return response.writeHead(404).end();
    if (request.url === "/to-inside") return response.writeHead(302, { location: "http://192.168.1.1/" }).end();
    if (request.url === "/to-name") return response.writeHead(302, { location: "http://inside.example/" }).end();
    return response.writeHead(200, { "content-type": "text/plain" }).end("reached");
  });
});
afterAll(() => listener.close());

const inside = ["127.0.0.1", "10.0.0.5", "169.254.169.254", "100.100.100.200", "0.0.0.0", "::1", "::ffff:10.0.0.1", "fe80::1%eth0", "fd00::1"];

describe("the guard of connections", () => {
  it.each(inside)("opens no socket for a name that resolves to %s", async (address) => {
    const before = listener.connections();
    for (const addresses of [[address], [publicAddress, address], [address, publicAddress]]) {
      const { fetchPage } = outboundTo(listener.port, async () => addresses.map((one) => ({ address: one })));
      for (const scheme of ["http", "https"]) {
        expect(await fetchPage(`${scheme}://rebound.example/`)).toMatchObject({ ok: false, refusal: { kind: "refused_address", hops: [] } });
      }
    }
    expect(listener.connections()).toBe(before);
  });

  it("opens no socket for addresses that are refused by their text, however they are resolved", async () => {
    const before = listener.connections();
    const { fetchPage } = outboundTo(listener.port);
    for (const url of [
      "http://localhost/",
      "http://0x7f.1/",
      "http://[::1]/",
      "http://a:b@example.com/",
      "http://example.com:6379/",
      "gopher://example.com/",
    ]) {
      expect((await fetchPage(url)).ok).toBe(false);
    }
    expect(listener.connections()).toBe(before);
  });

  it("connects to the address that it judged: a name that changes its mind is not asked twice for one connection", async () => {
    let asked = 0;
    const { fetchPage } = outboundTo(listener.port, async () => {
      asked += 1;
      return [{ address: asked === 1 ? publicAddress : "127.0.0.1" }];
    });
    const before = listener.connections();
    expect(await fetchPage("http://rebinding.example/")).toMatchObject({ ok: true, page: { status: 200 } });
    const after = listener.connections();
    expect(after - before).toBe(asked);
  });

  it("judges every address that a page redirects to", async () => {
    const lookup = async (name: string) => [{ address: name === "inside.example" ? "10.0.0.1" : publicAddress }];
    const { fetchPage } = outboundTo(listener.port, lookup);
    for (const path of ["to-inside", "to-name"]) {
      const before = listener.connections();
      const result = await fetchPage(`http://${path}.example/${path}`);
      expect(result).toMatchObject({
        ok: false,
        refusal: { kind: "refused_address", hops: [{ url: `http://${path}.example/${path}`, status: 302 }] },
      });
      expect(listener.connections() - before).toBeLessThanOrEqual(1);
    }
  });

  it("is the process's own too, whatever the environment says", async () => {
    setEnvironment({ OUTBOUND: "on", VARIORUM_STANDINS_PORT: String(listener.port) });
    const before = listener.connections();
    for (const url of [`http://127.0.0.1:${listener.port}/`, "http://localhost/", "http://127.0.0.1/", "http://[::ffff:127.0.0.1]/"]) {
      expect((await outbound().fetchPage(url)).ok).toBe(false);
    }
    expect(listener.connections()).toBe(before);
    setEnvironment({ OUTBOUND: "off" });
    expect(await outbound().fetchPage("http://example.com/")).toMatchObject({ ok: false, refusal: { kind: "off" } });
  });

  it("reaches public addresses in ten shapes", async () => {
    const { fetchPage } = outboundTo(listener.port);
    const shapes = [
      "http://example.com/",
      "http://example.com:80/a",
      "http://example.com:443/b",
      "http://WWW.EXAMPLE.COM/c?d=e",
      "http://example.com./f",
      "http://m\u00fcnchen.example/g",
      "http://xn--mnchen-3ya.example/h",
      "http://deep.down.under.example.co.uk/i#part",
      "http://9.9.9.9/j",
      "http://[2620:fe::fe]/k",
    ];
    for (const url of shapes) expect(await fetchPage(url)).toMatchObject({ ok: true, page: { status: 200 } });
  });
});
