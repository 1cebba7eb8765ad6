import { once } from "node:events";
import { createServer as createHttpServer, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, connect } from "node:net";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { pages } from "@/standins/pages/pages";
import { type RunningStandins, startStandins } from "@/standins/server";
import { parseConfig } from "../config";
import { outboundFor } from "../outbound";
import { outboundTo, publicAddress } from "./testing";
import { certificate, privateKey } from "./testing-certificate";

const trusted = getCACertificates("default");
let standins: RunningStandins;
const secure = createTlsServer({ key: privateKey, cert: certificate }, (request, response) => {
  response.writeHead(request.url === "/robots.txt" ? 404 : 200).end(`${request.headers.host}${request.url}`);
});
const asked: { method: string; target: string; credentials: string | undefined }[] = [];
let tunnelAnswer = 200;
/** Makes tunnels, all of them to the one secure server here. */
const tunnelling = createHttpServer((request, response) => {
  asked.push({ method: request.method ?? "", target: request.url ?? "", credentials: request.headers["proxy-authorization"] });
  response.writeHead(request.url?.endsWith("/robots.txt") ? 404 : 200).end("by absolute form");
}).on("connect", (request, socket) => {
  asked.push({ method: "CONNECT", target: request.url ?? "", credentials: request.headers["proxy-authorization"] });
  if (tunnelAnswer === 0) return socket.destroy();
  if (tunnelAnswer !== 200) return socket.end(`HTTP/1.1 ${tunnelAnswer} No\r\nContent-Length: 0\r\n\r\n`);
  const far = connect(portOf(secure), "127.0.0.1", () => {
    socket.write("HTTP/1.1 200 OK\r\n\r\n");
    far.pipe(socket).pipe(far);
  });
  far.on("error", () => socket.destroy());
  return socket.on("error", () => far.destroy());
});

beforeAll(async () => {
  setDefaultCACertificates([...trusted, certificate]);
  standins = await startStandins([pages]);
  for (const server of [secure, tunnelling]) await once(server.listen(0, "127.0.0.1"), "listening");
});
afterEach(() => {
  asked.length = 0;
  tunnelAnswer = 200;
  standins.faults.clear();
});
afterAll(async () => {
  setDefaultCACertificates(trusted);
  for (const server of [secure, tunnelling]) server.closeAllConnections();
  secure.close();
  tunnelling.close();
  await standins.close();
});

const portOf = (server: Pick<Server, "address">) => (server.address() as AddressInfo).port;
const through = (proxy: string) =>
  outboundFor(parseConfig({ OUTBOUND_PROXY: proxy }).outbound, {
    lookup: () => Promise.reject(new Error("Through a proxy no name is resolved here.")),
    sleep: async () => {},
  });
const bodyOf = (body: Uint8Array) => Buffer.from(body).toString("utf8");

describe("through a proxy that knows no tunnels", () => {
  it("http and https pages come by absolute form, and the tunnel is tried once", async () => {
    const { fetchPage } = through(standins.baseUrl("pages"));
    for (const url of [
      "http://hazards.example/article",
      "https://hazards.example/article",
      "https://labels.agency-west.example/metformin/elimination",
    ]) {
      expect(await fetchPage(url)).toMatchObject({ ok: true, page: { status: 200, finalUrl: url } });
    }
    const paths = standins.ledger.read().calls.map((call) => `${call.method} ${call.path}`);
    expect(paths).toContain("GET https://hazards.example/article");
    expect(paths).toContain("GET https://labels.agency-west.example/robots.txt");
  });

  it("addresses inside are refused all the same, and so are redirects to them", async () => {
    const { fetchPage } = through(standins.baseUrl("pages"));
    const before = standins.ledger.read().calls.length;
    for (const url of [
      "http://127.0.0.1/",
      "http://169.254.169.254/",
      "http://localhost/",
      "http://[::1]/",
      "http://0x7f.1/",
      "http://10.0.0.1.nip.io/",
    ]) {
      expect(await fetchPage(url)).toMatchObject({ ok: false, refusal: { kind: "refused_address" } });
    }
    expect(standins.ledger.read().calls).toHaveLength(before);
    for (const name of ["to-loopback", "to-metadata"]) {
      expect(await fetchPage(`https://hazards.example/${name}`)).toMatchObject({ refusal: { kind: "refused_address", hops: [{ status: 302 }] } });
    }
    expect(await fetchPage("https://hazards.example/to-file")).toMatchObject({ refusal: { kind: "bad_url" } });
  });

  it.each([
    ["missing", { ok: true, page: { status: 404 } }],
    ["soft-404", { ok: true, page: { status: 200 } }],
    ["moved-home", { ok: true, page: { status: 200, finalUrl: "https://hazards.example/" } }],
    ["bot-wall", { ok: true, page: { status: 403 } }],
    ["redirect/5", { ok: true, page: { status: 200, hops: { length: 6 } } }],
    ["redirect/6", { ok: false, refusal: { kind: "too_many_redirects" } }],
    ["loop", { ok: false, refusal: { kind: "too_many_redirects" } }],
    ["gzip-bomb", { ok: false, refusal: { kind: "too_large" } }],
    ["huge", { ok: false, refusal: { kind: "too_large" } }],
    ["cut", { ok: false, refusal: { kind: "unreachable" } }],
    ["forbidden/page", { ok: false, refusal: { kind: "robots" } }],
    ["to-http", { ok: true, page: { finalUrl: "http://hazards.example/article", downgraded: true } }],
    ["paper.pdf", { ok: true, page: { contentType: "application/pdf" } }],
  ])("the hazard %s ends as it should", async (name, expected) => {
    expect(await through(standins.baseUrl("pages")).fetchPage(`https://hazards.example/${name}`)).toMatchObject(expected);
  });

  it("an unchanged page is not sent again", async () => {
    const { fetchPage } = through(standins.baseUrl("pages"));
    expect(await fetchPage("https://hazards.example/unchanged", { etag: '"one"' })).toMatchObject({ ok: true, page: { status: 304 } });
  });
});

describe("through a proxy that makes tunnels", () => {
  const own = (userinfo = "") => `http://${userinfo}127.0.0.1:${portOf(tunnelling)}`;

  it("https is between here and the host, whose certificate is checked", async () => {
    const { fetchPage } = through(own());
    const result = await fetchPage("https://secure.example/page");
    expect(result.ok && bodyOf(result.page.body)).toBe("secure.example/page");
    expect(new Set(asked.map(({ method, target }) => `${method} ${target}`))).toEqual(new Set(["CONNECT secure.example:443"]));
    for (const other of ["other.example", "9.9.9.9", "[2620:fe::fe]"]) {
      expect(await fetchPage(`https://${other}/page`)).toMatchObject({
        refusal: { kind: "unreachable", message: expect.stringContaining("certificate") },
      });
    }
  });

  it("credentials go to the proxy, in tunnels and without, and are in no message", async () => {
    const { fetchPage } = through(own("us%65r:p%40ss@"));
    await fetchPage("http://plain.example/");
    await fetchPage("https://secure.example/");
    const basic = `Basic ${Buffer.from("user:p@ss").toString("base64")}`;
    expect(asked.map((one) => one.credentials)).toEqual(asked.map(() => basic));
    expect(asked.map((one) => one.target)).toContain("http://plain.example/");
    tunnelAnswer = 407;
    const refused = await through(own("user:secret@")).fetchPage("https://secure.example/");
    expect(refused).toMatchObject({
      refusal: { kind: "unreachable", message: `The proxy at 127.0.0.1:${portOf(tunnelling)} asks for other credentials (407).` },
    });
  });

  it.each([400, 404, 405, 501])("an answer of %i to the tunnel is followed by the absolute form", async (status) => {
    tunnelAnswer = status;
    const result = await through(own()).fetchPage("https://secure.example/page");
    expect(result.ok && bodyOf(result.page.body)).toBe("by absolute form");
    expect(asked.filter((one) => one.method === "CONNECT")).toHaveLength(1);
  });

  it("a proxy that hangs up on the tunnel gets the absolute form, and is asked for a tunnel again", async () => {
    tunnelAnswer = 0;
    const { fetchPage } = through(own());
    const result = await fetchPage("https://secure.example/page");
    expect(result.ok && bodyOf(result.page.body)).toBe("by absolute form");
    tunnelAnswer = 200;
    const again = await fetchPage("https://secure.example/page");
    expect(again.ok && bodyOf(again.page.body)).toBe("secure.example/page");
  });

  it("another answer is told with the proxy's name", async () => {
    tunnelAnswer = 502;
    expect(await through(own()).fetchPage("https://secure.example/")).toMatchObject({
      refusal: { kind: "unreachable", message: `The proxy at 127.0.0.1:${portOf(tunnelling)} did not connect to the page's host (it answered 502).` },
    });
  });
});

it("a proxy that is down is named, and after three pages nothing more is tried for a while", async () => {
  const { fetchPage } = through("http://127.0.0.1:9");
  const kinds = [];
  for (let n = 0; n < 5; n += 1) {
    const result = await fetchPage(`https://host-${n}.example/`);
    kinds.push(result.ok ? "page" : result.refusal.kind);
    if (n === 0) expect(result).toMatchObject({ refusal: { message: "The proxy at 127.0.0.1:9 could not be reached." } });
  }
  expect(kinds).toEqual(["unreachable", "unreachable", "unreachable", "resting", "resting"]);
});

it("without a proxy the certificate must be the name's that was asked for, wherever the socket ends", async () => {
  const { fetchPage } = outboundTo(portOf(secure), async () => [{ address: publicAddress }]);
  expect(await fetchPage("https://secure.example/page")).toMatchObject({ ok: true, page: { status: 200 } });
  expect(await fetchPage("https://other.example/page")).toMatchObject({ ok: false, refusal: { kind: "unreachable" } });
});
