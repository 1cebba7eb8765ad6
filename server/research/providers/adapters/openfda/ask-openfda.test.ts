import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answerSchema, type Question } from "../../schema";
import { askOpenFda } from "./ask-openfda";

const setId = (n: number) => `0000000${n}-1111-2222-3333-444455556666`;
const kinetics = "12.3 Pharmacokinetics Absorption of exampline is 50 to 60%. The plasma elimination half-life is approximately 6.2 hours.";
const label = (n: number, names: Record<string, string[]>, more: Record<string, unknown> = {}) => ({
  set_id: setId(n),
  id: setId(n),
  effective_time: `202${n}0115`,
  version: "7",
  openfda: { generic_name: ["EXAMPLINE HYDROCHLORIDE"], substance_name: ["EXAMPLINE HYDROCHLORIDE"], manufacturer_name: [`Maker ${n}`], ...names },
  indications_and_usage: ["1 INDICATIONS Exampline is indicated for examples."],
  clinical_pharmacology: [`12 CLINICAL PHARMACOLOGY 12.1 Mechanism. It acts on ${n} targets. ${kinetics} Protein binding is negligible.`],
  pharmacokinetics: [kinetics],
  clinical_pharmacology_table: ["<table/>"],
  unknown_field: { nested: true },
  ...more,
});
const original = { application_number: ["NDA012345"], brand_name: ["EXAMPLA"] };
const application = (number: string, date: string, ingredients: string[], more: Record<string, unknown> = {}) => ({
  application_number: number,
  sponsor_name: "MAKER  ONE",
  products: [
    {
      brand_name: "EXAMPLA",
      active_ingredients: ingredients.map((name) => ({ name, strength: "500MG" })),
      dosage_form: "TABLET",
      route: "ORAL",
      marketing_status: "Prescription",
    },
  ],
  submissions: [
    { submission_type: "SUPPL", submission_number: "9", submission_status: "AP", submission_status_date: "20210304" },
    { submission_type: "ORIG", submission_number: "1", submission_status: "AP", submission_status_date: date },
  ],
  ...more,
});
const question: Question = {
  subject: "exampline",
  aliases: ["Exampla"],
  queries: [],
  terms: ["half-life"],
  labelSections: ["pharmacokinetics", "clinical_pharmacology", "description"],
  facts: [{ name: "half_life", label: "Half-life", synonyms: ["elimination half-life"] }],
};
const approvals: Question = {
  ...question,
  labelSections: [],
  facts: [
    { name: "approval_date", label: "First approval", synonyms: ["first approved"] },
    { name: "us_application", label: "US application", synonyms: ["nda"] },
  ],
};

type Reply = { status?: number; body: unknown; headers?: Record<string, string> };
let replies: (url: URL) => Reply;
let seen: { url: URL; agent: string | undefined }[] = [];
const server = http.createServer((request, response) => {
  const url = new URL(request.url ?? "/", "http://localhost");
  seen.push({ url, agent: request.headers["user-agent"] });
  const { status = 200, body, headers = {} } = replies(url);
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(typeof body === "string" ? body : JSON.stringify(body));
});
let baseUrl = "";
const none: Reply = { status: 404, body: { error: { code: "NOT_FOUND", message: "No matches found!" } } };
const ask = async (asked: Question, changes: Partial<Parameters<typeof askOpenFda>[1]> = {}) =>
  answerSchema.parse(
    await askOpenFda(asked, {
      baseUrl,
      apiKey: null,
      contact: "me@example.org",
      fetch,
      signal: new AbortController().signal,
      now: new Date("2026-03-01"),
      ...changes,
    }),
  );

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  seen = [];
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe("asking openFDA for labels", () => {
  it("brings the original and the newest of the drug itself, never a mixture, at most three", async () => {
    replies = ({ searchParams }) =>
      searchParams.get("search")?.includes("NDA*")
        ? { body: { results: [label(1, original)] } }
        : {
            body: {
              results: [
                label(6, { generic_name: ["EXAMPLINE AND OTHERINE"], substance_name: ["EXAMPLINE", "OTHERINE"], brand_name: ["DUO"] }),
                label(5, { application_number: ["ANDA076543"] }),
                label(4, {}),
                label(3, {}),
                { set_id: "broken" },
              ],
            },
          };
    const answer = await ask(question);
    expect(answer).toMatchObject({ status: "ok", error: null, cost: { usd: 0, basis: "free" } });
    expect(answer.sources.map((s) => s.identity.value)).toEqual([setId(1), setId(5), setId(4)]);
    expect(answer.sources[0]).toMatchObject({
      identity: { scheme: "setid" },
      tier: 1,
      jurisdiction: "US",
      date: "2021-01-15",
      publisher: "Maker 1",
      url: `https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=${setId(1)}`,
      title: "Exampla, Exampline hydrochloride: prescribing information, Maker 1",
    });
  });

  it("cites passages of the sections asked for, word for word and without overlap", async () => {
    replies = () => ({ body: { results: [label(1, original)] } });
    const [source] = (await ask(question)).sources;
    const passages = source?.passages ?? [];
    expect(passages[0]?.heading).toBe("Pharmacokinetics");
    expect(source?.text.slice(passages[0]?.start, passages[0]?.end)).toBe(kinetics.replace("Pharmacokinetics ", "Pharmacokinetics\n\n"));
    const ranges = [...passages].sort((a, b) => a.start - b.start);
    ranges.forEach((range, index) => {
      expect(range.start).toBeGreaterThanOrEqual(ranges[index - 1]?.end ?? 0);
    });
    const cited = passages.map((p) => source?.text.slice(p.start, p.end)).join(" ");
    expect(cited).toContain("Protein binding is negligible.");
    expect(cited).not.toContain("INDICATIONS");
  });

  it("gives the same text whichever category asks", async () => {
    replies = () => ({ body: { results: [label(1, original)] } });
    const one = await ask(question);
    const other = await ask({ ...question, labelSections: ["indications_and_usage"] });
    expect(other.sources[0]?.text).toBe(one.sources[0]?.text);
    expect(other.sources[0]?.passages.map((p) => p.heading)).toEqual(["Indications and usage"]);
  });

  it("names itself with the contact, sends the key, and keeps the key out of the answer", async () => {
    replies = () => ({ body: { results: [] } });
    const answer = await ask(question, { apiKey: "sesame-key" });
    expect(seen.map((s) => s.agent)).toEqual(["Variorum/0.1 (me@example.org)", "Variorum/0.1 (me@example.org)"]);
    expect(seen[0]?.url.searchParams.get("api_key")).toBe("sesame-key");
    expect(JSON.stringify(answer)).not.toContain("sesame-key");
  });

  it("cannot be led astray by operators in the subject", async () => {
    replies = () => none;
    await ask({ ...question, subject: 'x" OR openfda.generic_name:*', aliases: [] });
    expect(seen[0]?.url.searchParams.get("search")).toBe(
      'openfda.generic_name:"x or openfda generic name" OR openfda.brand_name:"x or openfda generic name"',
    );
  });

  it("finds nothing where openFDA says so, and asks nothing where there is no name", async () => {
    replies = () => none;
    expect(await ask(question)).toMatchObject({ status: "ok", sources: [], error: null });
    seen = [];
    expect(await ask({ ...question, subject: "12?", aliases: [] })).toMatchObject({ status: "refused", sources: [], queries: [] });
    expect(await ask({ ...question, labelSections: [] })).toMatchObject({ status: "refused", error: { kind: "bad_request", retryable: false } });
    expect(seen).toEqual([]);
  });
});

describe("asking openFDA for application records", () => {
  it("states approval and number with a quote that stands in the record's text", async () => {
    replies = () => ({
      body: {
        results: [
          application("NDA020357", "19950303", ["EXAMPLINE HYDROCHLORIDE"]),
          application("NDA021202", "20001013", ["EXAMPLINE HYDROCHLORIDE"]),
          application("NDA021410", "19900101", ["EXAMPLINE", "OTHERINE"], {
            products: [{ active_ingredients: [{ name: "EXAMPLINE" }, { name: "OTHERINE" }] }],
          }),
          application("ANDA075961", "19800101", ["EXAMPLINE HYDROCHLORIDE"]),
        ],
      },
    });
    const answer = await ask(approvals);
    expect(answer.sources.map((s) => s.identity.value)).toEqual(["NDA020357", "NDA021202"]);
    const [first] = answer.sources;
    expect(first?.text).toBe(
      "Application NDA020357 (sponsor MAKER ONE): original approval 1995-03-03.\nProduct EXAMPLA: exampline hydrochloride 500 mg; tablet; oral; prescription.\nMost recent approved submission: 2021-03-04.",
    );
    expect(answer.claims.map(({ source, claim }) => [source, claim.attribute, claim.raw])).toEqual([
      [0, "approval_date", "1995-03-03"],
      [0, "us_application", "NDA020357"],
      [1, "us_application", "NDA021202"],
    ]);
    for (const { source, claim } of answer.claims) {
      expect(answer.sources[source]?.text.slice(claim.start, claim.end)).toBe(claim.quote);
      expect(claim.quote).toContain(claim.raw);
      expect(claim).toMatchObject({ extractor: "api", qualifiers: { jurisdiction: "US" } });
    }
  });

  it("is only asked where the category asks what a record states", async () => {
    replies = () => none;
    await ask(question);
    expect(seen.map((s) => s.url.pathname)).toEqual(["/drug/label.json", "/drug/label.json"]);
    seen = [];
    await ask(approvals);
    expect(seen.map((s) => s.url.pathname)).toEqual(["/drug/drugsfda.json"]);
  });

  it("does not invent a date", async () => {
    replies = () => ({ body: { results: [application("NDA020357", "19950231", ["EXAMPLINE"])] } });
    const answer = await ask(approvals);
    expect(answer.sources[0]?.text).toContain("no original approval on record");
    expect(answer.claims.map(({ claim }) => claim.attribute)).toEqual(["us_application"]);
  });
});

describe("when openFDA fails", () => {
  const both: Question = { ...approvals, labelSections: ["pharmacokinetics"] };

  it.each([
    [
      { status: 429, body: {}, headers: { "retry-after": "3" } },
      { kind: "rate_limited", retryAfterMs: 3000, retryable: true },
    ],
    [
      { status: 500, body: "<html>" },
      { kind: "server", retryable: true },
    ],
    [
      { status: 403, body: { error: { code: "API_KEY_INVALID" } } },
      { kind: "auth", retryable: false },
    ],
    [{ status: 404, body: "nginx" }, { kind: "gone" }],
    [{ body: { unexpected: true } }, { kind: "schema" }],
    [{ body: { results: [{ set_id: 5, application_number: "?" }] } }, { kind: "schema" }],
    [{ body: '{"results": [{"set_id": "00' }, { kind: "truncated", retryable: true }],
    [{ body: "<!doctype html><p>Portal" }, { kind: "schema" }],
  ] as const)("%o is a value of its kind", async (reply, error) => {
    replies = () => reply;
    expect(await ask(both)).toMatchObject({ status: "failed", sources: [], error });
  });

  it("keeps what the other endpoint brought", async () => {
    replies = (url) =>
      url.pathname.endsWith("label.json") ? { status: 500, body: "" } : { body: { results: [application("NDA020357", "19950303", ["EXAMPLINE"])] } };
    const answer = await ask(both);
    expect(answer).toMatchObject({ status: "partial", error: { kind: "server" } });
    expect(answer.sources).toHaveLength(1);
  });

  it("does without the originals when only their search fails", async () => {
    replies = ({ searchParams }) =>
      searchParams.get("search")?.includes("NDA*") ? { status: 400, body: "" } : { body: { results: [label(4, {})] } };
    expect(await ask(question)).toMatchObject({ status: "ok", error: null });
  });

  it("says that it is unreachable", async () => {
    const closed = http.createServer().listen(0, "127.0.0.1");
    await once(closed, "listening");
    const { port } = closed.address() as AddressInfo;
    closed.close();
    expect(await ask(both, { baseUrl: `http://127.0.0.1:${port}` })).toMatchObject({
      status: "failed",
      error: { kind: "unreachable", retryable: false },
    });
  });
});
