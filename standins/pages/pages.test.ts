import http from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { engines } from "../engines/engines";
import { citedThrough, findingsFor } from "../engines/knowledge/knowledge";
import { type RunningStandins, startStandins } from "../server";
import { pages } from "./pages";

let running: RunningStandins;
beforeAll(async () => {
  running = await startStandins([...engines, pages]);
});
afterAll(() => running.close());

function through(url: string, method = "GET"): Promise<{ status: number; location: string | undefined; text: string }> {
  const { hostname, port } = new URL(running.baseUrl("pages"));
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname, port, method, path: url, headers: { host: new URL(url).host }, agent: false }, async (response) => {
      const pieces: Buffer[] = [];
      for await (const piece of response) pieces.push(piece);
      resolve({ status: response.statusCode ?? 0, location: response.headers.location, text: Buffer.concat(pieces).toString("utf8") });
    });
    request.once("error", reject).end();
  });
}

describe("the stand-ins' web", () => {
  it.each(["What is the half-life of metformin?", "Subject:\nAmos 5:24", "dosage of warfarin"])("holds what is cited about %j", async (question) => {
    const findings = findingsFor(question, ["label", "mirror", "portal", "agency", "review", "blog"]);
    expect(findings.length).toBeGreaterThan(2);
    for (const finding of findings) {
      const page = await through(`${finding.url}?utm_source=openai`);
      expect(page).toMatchObject({ status: 200 });
      expect(page.text).toContain(finding.text);
      expect(page.text).toContain(finding.title);
    }
  });

  it("holds pages that nobody has cited yet, and says which it does not have", async () => {
    expect((await through("https://products.agency-east.example/warfarin/elimination")).text).toContain("21 to 43 hours");
    expect((await through("https://products.agency-east.example/warfarin/nothing")).status).toBe(404);
    expect((await through("https://nobody.example/")).status).toBe(502);
    expect((await through("https://health-notes.example/%zz/%zz")).status).toBe(404);
  });

  it("leads from an address that an engine made to the page behind it", async () => {
    const [finding] = findingsFor("half-life of warfarin", ["agency"]);
    if (!finding) throw new Error("nothing is said about it");
    const via = citedThrough("https://engine.example/redirect/1", finding);
    expect(await through(via)).toMatchObject({ status: 302, location: finding.url });
  });

  it("leads from a DOI to its paper, and a retracted paper says so", async () => {
    const { status, location = "" } = await through("https://doi.org/10.5555/standin.met.3");
    expect(status).toBe(302);
    const paper = await through(location);
    expect(paper.text).toContain("RETRACTED: Metformin doubles life expectancy");
    expect((await through("https://doi.org/10.5555/invented")).status).toBe(404);
  });

  it("makes no tunnels and notes whole addresses in the ledger", async () => {
    const { hostname, port } = new URL(running.baseUrl("pages"));
    const status = await new Promise((resolve, reject) => {
      const request = http.request({ hostname, port, method: "CONNECT", path: "hazards.example:443", agent: false });
      request.once("connect", (response, socket) => {
        socket.destroy();
        resolve(response.statusCode);
      });
      request.once("error", reject).end();
    });
    expect(status).toBe(405);
    await through("https://hazards.example/article");
    expect(running.ledger.read().calls.at(-1)).toMatchObject({ standin: "pages", path: "https://hazards.example/article", status: 200 });
  });

  it("changes a page after its first visit, at every address of its own", async () => {
    const texts = [];
    for (let visit = 0; visit < 3; visit += 1) texts.push((await through("https://hazards.example/changing/here")).text);
    expect(texts.map((text) => /is ([\d.]+) hours/.exec(text)?.[1])).toEqual(["6.2", "7.9", "7.9"]);
  });
});
