import { describe, expect, it } from "vitest";
import type { Extracted } from "../extract-child/outcome";
import { lines, writePdf } from "../testing-pdf";
import { extractInChild } from "./extract";
import type { ExtractLimits } from "./extract-process";

const allowed: ExtractLimits = { ms: 20_000, mb: 512 };
const never = new AbortController().signal;

async function read(bytes: Uint8Array, format: "pdf" | "html", limits = allowed): Promise<Extracted> {
  const outcome = await extractInChild(bytes, format, limits, never);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome;
}
const page = (html: string) => read(Buffer.from(html), "html");

describe("reading a PDF", () => {
  it("gives lines, paragraphs, headings and pages with their offsets", async () => {
    const first = [
      { text: "A heading", y: 740, size: 18 },
      ...lines(700, "The half-life is", "6.2 hours in plasma."),
      ...lines(640, "Another paragraph."),
    ];
    const { text, pageStarts, headings, title } = await read(writePdf([first, lines(700, "The second page.")], { title: "Kinetics" }), "pdf");
    expect(text).toBe("A heading\n\nThe half-life is\n6.2 hours in plasma.\n\nAnother paragraph.\fThe second page.");
    expect(pageStarts).toEqual([0, text.indexOf("The second")]);
    expect(headings).toEqual([0]);
    expect(title).toBe("Kinetics");
  });

  it("keeps a table's row on one line with its cells apart", async () => {
    const row = [
      { text: "Renal", x: 72, y: 700 },
      { text: "30 mg", x: 200, y: 700 },
      { text: "twice", x: 330, y: 700 },
    ];
    expect((await read(writePdf([[...row, ...lines(680, "Below the table.")]]), "pdf")).text).toBe("Renal\t30 mg\ttwice\nBelow the table.");
  });

  it("leaves out running heads and page numbers of longer documents", async () => {
    const pages = Array.from({ length: 6 }, (_, i) => [
      { text: "Journal of Examples", y: 760 },
      ...lines(700, `Text number ${"abcdef"[i]} stands here.`),
      { text: `Page ${i + 1} of 6`, y: 40 },
    ]);
    const { text } = await read(writePdf(pages), "pdf");
    expect(text.split("\f")).toEqual([..."abcdef"].map((letter) => `Text number ${letter} stands here.`));
  });

  it("says which pages need OCR, and refuses a document that is nothing but pictures", async () => {
    const { warnings } = await read(writePdf([lines(700, "A page with enough text on it."), []]), "pdf");
    expect(warnings).toEqual([expect.stringContaining("1 of 2 pages have almost no text (page 2)")]);
    expect(await extractInChild(writePdf([[], []]), "pdf", allowed, never)).toEqual({ ok: false, reason: expect.stringContaining("needs OCR") });
  });

  it.each([
    ["an encrypted one", writePdf([lines(700, "secret")], { encrypt: true }), /encrypted/],
    ["one that is cut off", writePdf([lines(700, "text")]).subarray(0, 40), /damaged/],
    ["noise behind a header", Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(5_000, "\x93\x11")]), /damaged|cannot be/],
  ])("refuses %s in one sentence", async (_what, bytes, reason) => {
    const outcome = await extractInChild(bytes, "pdf", allowed, never);
    expect(outcome.ok).toBe(false);
    if (!outcome.ok) expect(outcome.reason).toMatch(reason);
  });
});

describe("reading a web page", () => {
  it("keeps blocks as lines and leaves out scripts, styles, navigation and what is hidden", async () => {
    const { text, headings } = await page(`<!doctype html><html><head><style>p{}</style></head><body><nav><a href="/">Menu</a></nav>
      <h1>Label</h1><p>One <b>two</b>\n three.<br>Four.</p><script>alert(1)</script><div hidden>no</div><p style="display:none">no</p>
      <ul><li>first</li><li>second</li></ul><footer>Imprint</footer></body></html>`);
    expect(text).toBe("Label\n\nOne two three.\nFour.\n\n- first\n- second");
    expect(headings).toEqual([0]);
  });

  it("keeps tables as rows", async () => {
    const { text } = await page(
      "<body><table><thead><tr><th>Form</th><th>Dose</th></tr></thead><tbody><tr><td>XR</td><td>2000 <i>mg</i></td></tr></tbody></table>",
    );
    expect(text).toBe("Form | Dose\nXR | 2000 mg");
  });

  it("tells what the page states of itself apart from what its markup says", async () => {
    const { stated, found, title } = await page(`<html lang="de-AT"><head><title>Ein Titel</title><meta name="variorum:tier" content="2">
      <meta name="author" content="A. Author"><meta property="article:published_time" content="2020-02-01T10:00Z"></head><body><p>Text</p></body></html>`);
    expect(stated).toEqual({ tier: "2" });
    expect(found).toEqual({ author: "A. Author", date: "2020-02-01T10:00Z", language: "de" });
    expect(title).toBe("Ein Titel");
  });

  it("survives markup that is nested without end", async () => {
    const outcome = await extractInChild(Buffer.from(`<body>${"<div>".repeat(3_000)}deep`), "html", allowed, never);
    expect(typeof outcome.ok).toBe("boolean");
  });
});

describe("limits of the child", () => {
  it("stops it when its time is over", async () => {
    const outcome = await extractInChild(writePdf([lines(700, "text")]), "pdf", { ms: 5, mb: 512 }, never);
    expect(outcome).toEqual({ ok: false, reason: expect.stringContaining("longer than") });
  });

  it("stops it when it takes too much memory", async () => {
    const outcome = await extractInChild(writePdf([lines(700, "text")]), "pdf", { ms: 20_000, mb: 40 }, never);
    expect(outcome).toEqual({ ok: false, reason: expect.stringContaining("more than 40 MB of memory") });
  });

  it("ends it when the caller gives up", async () => {
    const giveUp = new AbortController();
    const reading = extractInChild(writePdf([lines(700, "text")]), "pdf", allowed, giveUp.signal);
    giveUp.abort();
    await expect(reading).rejects.toThrow(/abort/i);
  });
});
