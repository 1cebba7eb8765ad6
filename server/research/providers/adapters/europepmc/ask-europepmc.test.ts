import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { options, question } from "../record/testing";
import { askEuropePmc } from "./ask-europepmc";
import { isOpenToRead } from "./full-text";

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A server that answers by path and query, and what it was asked. */
async function serving(reply: (url: URL) => { status?: number; body: string }) {
  const asked: URL[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "", "http://a.example");
    asked.push(url);
    const { status = 200, body } = reply(url);
    response.writeHead(status).end(body);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { asked, baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const asked = question({ terms: ["half-life"] });
const article = (number: number, more = {}) => ({
  id: String(number),
  source: "MED",
  pmid: String(number),
  title: `Metformin paper ${number}`,
  abstractText: "The half-life of metformin was 6 hours in this group.",
  ...more,
});
const page = (from: number, count: number, nextCursorMark: string, more = {}) =>
  JSON.stringify({ nextCursorMark, resultList: { result: Array.from({ length: count }, (_, n) => article(from + n, more)) } });
const silent = { abstractText: "Nothing of it.", title: "Metformin" };

describe("Europe PMC", () => {
  it("is asked page by page until there is enough, or nothing more", async () => {
    const bodies: Record<string, string> = { "*": page(1, 15, "b", silent), b: page(101, 15, "c"), c: page(201, 15, "d") };
    const { asked: urls, baseUrl } = await serving((url) => ({ body: bodies[url.searchParams.get("cursorMark") ?? ""] ?? "" }));
    const answer = await askEuropePmc(asked, options(baseUrl));
    expect(urls.map((url) => url.searchParams.get("cursorMark"))).toEqual(["*", "b"]);
    expect(answer).toMatchObject({ status: "ok", usage: { calls: 2 } });
    expect(answer.sources).toHaveLength(15);
    const last = await serving(() => ({ body: page(1, 15, "*", silent) }));
    expect(await askEuropePmc(asked, options(last.baseUrl))).toMatchObject({ status: "ok", sources: [], usage: { calls: 1 } });
  });

  it("keeps what the first pages brought when a later one fails", async () => {
    const { baseUrl } = await serving((url) =>
      url.searchParams.get("cursorMark") === "*"
        ? { body: page(1, 15, "b", silent).replace("Nothing of it.", "Its half-life was 6 h.") }
        : { status: 500, body: "" },
    );
    expect(await askEuropePmc(asked, options(baseUrl))).toMatchObject({ status: "partial", sources: [{}], error: { kind: "server" } });
  });

  it("reads the whole of an open paper, and stays with the abstract where that is not to be had", async () => {
    const open = { isOpenAccess: "Y", license: "cc by", pmcid: "PMC1" };
    const result = [article(1, open), article(2, { ...open, pmcid: "PMC2" }), article(3, { ...open, license: undefined, pmcid: "PMC3" })];
    const text = "In twelve volunteers a terminal half-life of 17.6 hours was measured in whole blood.";
    const { asked: urls, baseUrl } = await serving((url) => {
      if (url.pathname === "/search") return { body: JSON.stringify({ resultList: { result } }) };
      return url.pathname === "/PMC1/fullTextXML"
        ? { body: `<?xml version="1.0"?><article><front/><body><sec><title>Results</title><p>${text}</p></sec></body></article>` }
        : { status: 404, body: "" };
    });
    const answer = await askEuropePmc(asked, options(baseUrl));
    expect(urls.map((url) => url.pathname)).toEqual(["/search", "/PMC1/fullTextXML", "/PMC2/fullTextXML"]);
    expect(answer).toMatchObject({ status: "ok", error: null });
    expect(answer.sources.map((source) => source.text.includes(text))).toEqual([true, false, false]);
    const [whole] = answer.sources;
    expect(whole?.passages.map(({ start, end }) => whole.text.slice(start, end)).join(" ")).toContain("17.6 hours");
  });

  it("takes only a licence that lets a text be kept for one", () => {
    const paper = { pmcid: "PMC1", isOpenAccess: "Y" };
    expect(["cc by", "CC BY-NC", "cc0", "cc-by"].every((license) => isOpenToRead({ ...paper, license }))).toBe(true);
    expect(isOpenToRead({ ...paper, license: "publisher" })).toBe(false);
    expect(isOpenToRead({ ...paper, license: "cc by", isOpenAccess: "N" })).toBe(false);
    expect(isOpenToRead({ ...paper, license: "cc by", pmcid: "../x" })).toBe(false);
  });
});
