import { describe, expect, it } from "vitest";
import { parseConfig } from "@/server/platform/config";
import { outboundFor } from "@/server/platform/outbound";
import { pages } from "@/standins/pages/pages";
import { startStandins } from "@/standins/server";
import { readPage } from "./read-page";

const page = (body: string | Buffer, contentType: string | null = "text/html; charset=utf-8") => ({
  body: new Uint8Array(Buffer.from(body)),
  contentType,
  finalUrl: "https://site.example/deep/page",
});
const html = (head: string, body: string) => `<!doctype html><html lang="en-GB"><head>${head}</head><body>${body}</body></html>`;
const sentence = "The half-life of examplamine is 6.2 hours in adults.";

describe("a web page", () => {
  it("is read as its article with what its metadata states", async () => {
    const head = `<title>Site | Examplamine</title><meta name="citation_title" content="Examplamine"><meta name="citation_doi" content="doi:10.5555/ABC.1">
      <meta name="citation_publication_date" content="2024/4/5"><link rel="canonical" href="/page">`;
    const body = `<nav>Menu</nav><article><h1>Examplamine</h1><p>${sentence}</p><p>See also doi 10.5555/other.</p></article><script>evil()</script>`;
    const result = await readPage(page(html(head, body)));
    expect(result).toEqual({
      ok: true,
      readable: {
        kind: "html",
        title: "Examplamine",
        text: `${sentence}\n\nSee also doi 10.5555/other.`,
        lang: "en",
        published: "2024-04-05",
        canonicalUrl: "https://site.example/page",
        doi: "10.5555/abc.1",
        pageStarts: null,
      },
    });
  });

  it.each([
    ["2024", "2024"],
    ["2024-04", "2024-04"],
    ["2024-04-05T10:00:00Z", "2024-04-05"],
    ["20240405", null],
    ["5 April 2024", null],
  ])("published %s is %s", async (date, published) => {
    const result = await readPage(page(html(`<meta name="citation_publication_date" content="${date}">`, `<p>${sentence}</p>`)));
    expect(result).toMatchObject({ ok: true, readable: { published } });
  });

  it("names no address of another kind as its own", async () => {
    const result = await readPage(page(html('<link rel="canonical" href="javascript:alert(1)">', `<p>${sentence}</p>`)));
    expect(result).toMatchObject({ ok: true, readable: { canonicalUrl: null } });
  });

  it("is decoded by its sender's word, by its own, and by its letters", async () => {
    const german = "Größe über ändern: die Halbwertszeit beträgt sechs Stunden, und sie wächst bei älteren Menschen auf das Übliche.";
    const bytes = Buffer.from(html("", `<p>${german}</p>`), "latin1");
    for (const type of ["text/html; charset=windows-1252", 'text/html; charset="ISO-8859-1"', "text/html; charset=utf-8", "text/html", null]) {
      expect(await readPage(page(bytes, type))).toMatchObject({ ok: true, readable: { text: german } });
    }
    const cyrillic = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]);
    expect(await readPage(page(Buffer.concat([Buffer.from("<p>"), cyrillic]), "text/html; charset=windows-1251"))).toMatchObject({
      ok: true,
      readable: { text: "Привет" },
    });
  });

  it("is HTML when its sender says so, though it is only a piece; text is text", async () => {
    expect(await readPage(page(`<p>${sentence}</p>`))).toMatchObject({ ok: true, readable: { kind: "html", text: sentence } });
    expect(await readPage(page(`${sentence}\r\n`, "text/plain"))).toMatchObject({
      ok: true,
      readable: { kind: "text", text: `${sentence}\r\n`, title: null },
    });
  });
});

describe("what cannot be read", () => {
  it.each([
    ["nothing", page(""), "The page is empty."],
    [
      "a picture",
      page(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), "image/png"),
      "The page is neither HTML nor PDF nor text, so it is not read.",
    ],
    ["a page that a program draws", page(html("", '<div id="root"></div>')), "The page has no text to read."],
    ["a damaged PDF", page("%PDF-1.7 nonsense", "application/pdf"), "The PDF is damaged and cannot be opened."],
  ])("%s is told in one sentence", async (_, given, reason) => {
    expect(await readPage(given)).toEqual({ ok: false, reason });
  });

  it("takes no more time and memory than it is allowed, and no nesting is too deep", async () => {
    const slow = await readPage(page(html("", `<p>${sentence}</p>`)), { allowed: { ms: 1, mb: 512 } });
    expect(slow).toMatchObject({ ok: false, reason: expect.stringContaining("longer than") });
    const deep = await readPage(page(`${"<div>".repeat(50_000)}deep`));
    expect(deep.ok || deep.reason).toBeTruthy();
    const many = await readPage(page(html("", `<p ${Array.from({ length: 20_000 }, (_, n) => `a${n}=b`).join(" ")}>${sentence}</p>`)));
    expect(many).toMatchObject({ ok: true });
  });

  it("waits its turn, and leaves the line when it is cancelled", async () => {
    const given = page(html("", `<p>${sentence}</p>`));
    const cancel = new AbortController();
    const running = [readPage(given), readPage(given)];
    const waiting = readPage(given, { signal: cancel.signal });
    const settled = Promise.allSettled([waiting]);
    cancel.abort(new Error("enough"));
    expect(await settled).toMatchObject([{ status: "rejected", reason: { message: "enough" } }]);
    expect((await Promise.all([...running, readPage(given)])).every((result) => result.ok)).toBe(true);
  });
});

it("pages of the stand-ins' web are fetched and read: HTML, PDF and text, in whatever charset", async () => {
  const standins = await startStandins([pages]);
  try {
    const { outbound } = parseConfig({ OUTBOUND_PROXY: standins.baseUrl("pages") });
    const { fetchPage } = outboundFor(outbound, { sleep: async () => {} });
    const read = async (name: string) => {
      const fetched = await fetchPage(`https://hazards.example/${name}`);
      return fetched.ok ? readPage(fetched.page) : fetched;
    };
    const halfLife = "The elimination half-life of examplamine is 6.2 hours in adults.";
    expect(await read("article")).toMatchObject({
      readable: {
        kind: "html",
        title: "Examplamine: a monograph",
        text: expect.stringContaining(halfLife),
        published: "2024-04-05",
        doi: "10.5555/standin.hazard.1",
      },
    });
    expect(await read("paper.pdf")).toMatchObject({
      readable: { kind: "pdf", title: "Examplamine on paper", text: expect.stringContaining(halfLife), pageStarts: { length: 2 } },
    });
    expect(await read("plain.txt")).toMatchObject({ readable: { kind: "text", text: `${halfLife}\n` } });
    for (const name of ["charset", "charset-by-header"]) {
      expect(await read(name)).toMatchObject({ readable: { text: expect.stringContaining("beträgt 6,2 Stunden; bei älteren Menschen") } });
    }
    expect(await read("picture")).toMatchObject({ ok: false, reason: expect.stringContaining("neither") });
    expect(await read("drawn")).toMatchObject({ ok: false, reason: "The page has no text to read." });
  } finally {
    await standins.close();
  }
});
