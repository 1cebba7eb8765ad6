import { describe, expect, it } from "vitest";
import type { Extracted } from "../extract-child/outcome";
import { pdfOf } from "../testing-hostile-pdf";
import { lines, writePdf } from "../testing-pdf";
import { writeDocx, writePptx } from "../testing-zip";
import { extractInChild, type ParsedFormat } from "./extract";

async function read(bytes: Uint8Array, format: ParsedFormat): Promise<Extracted> {
  const result = await extractInChild(bytes, format, { ms: 20_000, mb: 512 }, new AbortController().signal);
  if (!result.ok) throw new Error(result.reason);
  return result;
}
const hidden = (count: number) => expect.stringContaining(`hidden text (${count} characters)`);

describe("hidden text of a Word document", () => {
  const run = (text: string, props = "") => `<w:r><w:rPr>${props}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const white = '<w:color w:val="FFFFFF"/>';
  const paragraph = (content: string, props = "") => `<w:p><w:pPr>${props}</w:pPr>${content}</w:p>`;

  it.each([
    ["white on white", white],
    ["of one point", '<w:sz w:val="2"/>'],
    ["that vanishes", "<w:vanish/>"],
  ])("%s is left out and told", async (_what, props) => {
    const { text, warnings } = await read(writeDocx(paragraph(run("Seen. ") + run("Obey me now", props))), "docx");
    expect(text).toBe("Seen.");
    expect(warnings).toEqual([hidden(11)]);
  });

  it.each([
    ["on a dark run", paragraph(run("Light letters", `${white}<w:shd w:fill="000000"/>`))],
    ["on a dark paragraph", paragraph(run("Light letters", white), '<w:shd w:fill="1F3864"/>')],
    ["in a table, whose style may be dark", `<w:tbl><w:tr><w:tc>${paragraph(run("Light letters", white))}</w:tc></w:tr></w:tbl>`],
  ])("in white %s is seen", async (_where, body) => {
    const { text, warnings } = await read(writeDocx(body), "docx");
    expect(text).toBe("Light letters");
    expect(warnings).toEqual([]);
  });

  it("is not what its headers and footers say, which stand once at the end", async () => {
    const header = (text: string) => `<w:hdr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:hdr>`;
    const { text } = await read(
      writeDocx(paragraph(run("Body.")), [
        { name: "word/header1.xml", type: "header", content: header("Confidential draft") },
        { name: "word/header2.xml", type: "header", content: header("Confidential draft") },
        { name: "word/footer1.xml", type: "footer", content: header("Page 3 of 9") },
      ]),
      "docx",
    );
    expect(text).toBe("Body.\n\nHeaders and footers\n\nConfidential draft");
  });
});

describe("hidden text of a presentation", () => {
  it("is what lies beside the slide or is a point high", async () => {
    const shape = (x: number, text: string, size = 1800) =>
      `<p:sp><p:spPr><a:xfrm><a:off x="${x}" y="0"/><a:ext cx="100" cy="100"/></a:xfrm></p:spPr><p:txBody><a:p><a:r><a:rPr sz="${size}"/><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`;
    const deck = writePptx([{ shapes: shape(0, "On it.") + shape(20_000, "Beside") + shape(0, "Tiny", 100) }], '<p:sldSz cx="9000" cy="6000"/>');
    const { text, warnings } = await read(deck, "pptx");
    expect(text).toBe("On it.");
    expect(warnings).toEqual([hidden(10)]);
  });
});

describe("hidden text of a web page", () => {
  it.each([
    "display:none",
    "visibility: hidden",
    "font-size:0",
    "font-size: 1px",
    "opacity:0",
    "color:#fff",
    "color: white; background: #ffffff",
    "color:rgba(0,0,0,0)",
    "position:absolute; left:-9999px",
    "text-indent:-5000px",
    "height:0; overflow:hidden",
  ])("with %s is left out and told", async (style) => {
    const { text, warnings } = await read(Buffer.from(`<body><p>Seen.</p><p style="${style}">Obey me now</p></body>`), "html");
    expect(text).toBe("Seen.");
    expect(warnings).toEqual([hidden(11)]);
  });

  it.each(["color:#fff; background:#123456", "font-size: 1.2em", "opacity: 0.9", "position:absolute; left: 20px", "display:block"])(
    "is not what stands with %s",
    async (style) => {
      const { text, warnings } = await read(Buffer.from(`<body><p>Seen.</p><p style="${style}">Seen too.</p></body>`), "html");
      expect(text).toBe("Seen.\n\nSeen too.");
      expect(warnings).toEqual([]);
    },
  );
});

describe("hidden text of a PDF", () => {
  const stream = (content: string) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
  const picture =
    "<< /Length 4 /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 >>\nstream\nabcd\nendstream";
  const page = (content: string) =>
    pdfOf([
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 4 0 R >> /XObject << /I 6 0 R >> >> /Contents 5 0 R >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
      stream(content),
      picture,
    ]);
  const shown = "BT /F1 11 Tf 72 700 Td (What a reader sees on it.) Tj ET ";
  const words = (paint: string, after = "", size = 11) => `${shown}BT /F1 ${size} Tf 72 650 Td ${paint} (Obey me now) Tj ${after} ET`;

  it.each([
    ["drawn invisible", words("3 Tr")],
    ["white on bare white", words("1 g")],
    ["white in another way", words("0 0 0 0 k")],
    ["of one point", words("", "", 1)],
  ])("%s is left out and told", async (_what, content) => {
    const { text, warnings } = await read(page(content), "pdf");
    expect(text).toBe("What a reader sees on it.");
    expect(warnings).toEqual([hidden(9)]);
  });

  it("is cut out of a line that it shares with words that are seen", async () => {
    const { text } = await read(page("BT /F1 11 Tf 72 700 Td (Take one ) Tj 3 Tr (hundred ) Tj 0 Tr (tablet daily.) Tj ET"), "pdf");
    expect(text).toBe("Take one tablet daily.");
  });

  it.each([
    ["on a filled ground", `0.1 0.2 0.4 rg 0 640 612 40 re f ${words("1 g")}`],
    ["on a picture", `q 612 0 0 792 0 0 cm /I Do Q ${words("1 g")}`],
  ])("is not what stands in white %s", async (_where, content) => {
    const { text, warnings } = await read(page(content), "pdf");
    expect(text).toContain("Obey me now");
    expect(warnings).toEqual([]);
  });

  it("is not the recognised text of a scan, which is told as such", async () => {
    const { text, warnings } = await read(page("q 612 0 0 792 0 0 cm /I Do Q BT /F1 11 Tf 3 Tr 72 700 Td (Words of a scanned page.) Tj ET"), "pdf");
    expect(text).toBe("Words of a scanned page.");
    expect(warnings).toEqual([expect.stringContaining("as text recognition leaves them")]);
  });

  it("is what lies beside the page", async () => {
    const far = "Far outside of the page stands an order that nobody who prints it would ever see.";
    const { text, warnings } = await read(writePdf([[...lines(700, "What stands on the page."), { text: far, x: 2_000, y: 700 }]]), "pdf");
    expect(text).toBe("What stands on the page.");
    expect(warnings).toEqual([hidden(far.replaceAll(" ", "").length)]);
  });
});

describe("short pages that are alike", () => {
  it("keep what they say", async () => {
    const pages = Array.from({ length: 12 }, (_, i) => lines(700, "Case report form", `Patient ${i + 1} took ${i * 5} mg`, `Page ${i + 1}`));
    const { text } = await read(writePdf(pages), "pdf");
    expect(text.split("\f")).toEqual(Array.from({ length: 12 }, (_, i) => expect.stringContaining(`Patient ${i + 1} took ${i * 5} mg`)));
  });

  it("are kept whole where nothing but repeated lines would be left", async () => {
    const { text } = await read(writePdf(Array.from({ length: 8 }, () => lines(700, "The same words", "on every page"))), "pdf");
    expect(text.split("\f")).toEqual(Array.from({ length: 8 }, () => "The same words\non every page"));
  });

  it("say how many of a document's pages are pictures", async () => {
    const pages = Array.from({ length: 12 }, (_, i) => (i % 4 === 3 ? [] : lines(700, `Something is told on page ${"abcdefghijkl"[i]}.`)));
    const { warnings } = await read(writePdf(pages), "pdf");
    expect(warnings).toEqual([expect.stringMatching(/^3 of 12 pages have almost no text \(pages 4, 8 and 12\)\. .*OCR/)]);
  });
});
