import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import pino from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { systemClock } from "@/server/platform/clock";
import { setEnvironment } from "@/server/platform/config";
import { lookUpWork } from "./look-up-work";

// What each path answers. The services' own stand-ins hold well-formed papers only.
const pages: Record<string, { status: number; body: string; location?: string }> = {
  "/crossref/v1/works/10.1000%2Fa": {
    status: 200,
    body: JSON.stringify({
      message: {
        DOI: "10.1000/a",
        title: ["Celandrin <i>in vivo</i>"],
        type: "journal-article",
        author: [
          { family: "Second", sequence: "additional" },
          { family: "Holloway", given: "M.", sequence: "first" },
        ],
        published: { "date-parts": [[2014, 3]] },
        "updated-by": [{ type: "retraction", DOI: "10.1000/notice", updated: { "date-parts": [[2018, 5, 2]] } }],
      },
    }),
  },
  "/crossref/v1/works/10.1000%2Fbusy": { status: 503, body: "busy" },
  "/doi/10.1000/elsewhere": { status: 302, body: "", location: "https://a.example/x" },
  "/pubmed/1": {
    status: 200,
    body: JSON.stringify({
      result: {
        uids: ["1"],
        "1": {
          title: "Celandrin in vivo.",
          pubdate: "2014 Mar",
          pubtype: ["Journal Article", "Retracted Publication"],
          authors: [{ name: "Holloway MJ" }],
        },
      },
    }),
  },
  "/pubmed/2": { status: 200, body: JSON.stringify({ result: { uids: ["2"], "2": { uid: "2", error: "cannot get document summary" } } }) },
};

let server: Server;
beforeAll(async () => {
  server = createServer((request, response) => {
    const url = new URL(request.url ?? "", "http://a.example");
    const key = url.pathname.startsWith("/pubmed") ? `/pubmed/${url.searchParams.get("id")}` : url.pathname;
    const page = pages[key] ?? { status: 404, body: "Resource not found." };
    response.writeHead(page.status, page.location ? { location: page.location } : {}).end(page.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  setEnvironment({ CROSSREF_BASE_URL: `${base}/crossref`, DOI_BASE_URL: `${base}/doi`, PUBMED_BASE_URL: `${base}/pubmed` });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const test = useTestDatabase();
const look = (scheme: "doi" | "pmid", value: string) =>
  lookUpWork({ db: test.db, clock: systemClock, log: pino({ level: "silent" }) }, { scheme, value }, AbortSignal.timeout(90_000));

it("reads title, year, first author and notices of a DOI from Crossref", async () => {
  expect(await look("doi", "10.1000/a")).toEqual({
    register: "Crossref",
    state: "found",
    scheme: "doi",
    value: "10.1000/a",
    title: "Celandrin in vivo",
    year: 2014,
    author: "Holloway",
    notices: [{ kind: "retraction", date: "2018-05-02", by: "10.1000/notice" }],
    replacedBy: null,
    reason: null,
    at: expect.any(String),
  });
});

it("asks the resolver about a DOI that Crossref does not know, before it is called false", async () => {
  expect(await look("doi", "10.1000/elsewhere")).toMatchObject({ register: "doi.org", state: "registered", title: null });
  expect(await look("doi", "10.1000/invented")).toMatchObject({ register: "doi.org", state: "absent" });
});

it("calls nothing false that could not be asked", async () => {
  expect(await look("doi", "10.1000/busy")).toMatchObject({ register: "Crossref", state: "unknown", reason: "Crossref failed on its side (503)." });
});

it("reads a PMID from PubMed's summaries, retraction by its kind, absence by its error", async () => {
  expect(await look("pmid", "1")).toMatchObject({
    register: "PubMed",
    state: "found",
    title: "Celandrin in vivo.",
    year: 2014,
    author: "Holloway",
    notices: [{ kind: "retraction", date: null, by: null }],
  });
  expect(await look("pmid", "2")).toMatchObject({ state: "absent" });
});
