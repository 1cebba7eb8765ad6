import { describe, expect, it } from "vitest";
import type { Extracted, ExtractOutcome } from "../extract-child/outcome";
import { writeDocx, writePptx, writeZip } from "../testing-zip";
import { extractInChild, type ParsedFormat } from "./extract";

const outcome = (bytes: Uint8Array, format: ParsedFormat): Promise<ExtractOutcome> =>
  extractInChild(bytes, format, { ms: 20_000, mb: 512 }, new AbortController().signal);
async function read(bytes: Uint8Array, format: ParsedFormat): Promise<Extracted> {
  const result = await outcome(bytes, format);
  if (!result.ok) throw new Error(result.reason);
  return result;
}
const reasonOf = async (bytes: Uint8Array, format: ParsedFormat) => {
  const result = await outcome(bytes, format);
  return result.ok ? "read" : result.reason;
};

describe("reading a Word document", () => {
  const p = (text: string, props = "") => `<w:p>${props}<w:r><w:t>${text}</w:t></w:r></w:p>`;

  it("keeps headings by style, list entries and tables as rows", async () => {
    const styles = `<w:styles><w:style w:styleId="H"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Own"><w:name w:val="Mine"/><w:basedOn w:val="H"/></w:style></w:styles>`;
    const cell = (text: string) => `<w:tc>${p(text)}</w:tc>`;
    const body = `${p("Dosage", '<w:pPr><w:pStyle w:val="Own"/></w:pPr>')}${p("Once &amp; twice.")}${p("first", "<w:pPr><w:numPr/></w:pPr>")}
      <w:tbl><w:tr>${cell("Form")}${cell("Dose")}</w:tr><w:tr>${cell("XR")}<w:tc>${p("2000")}${p("mg")}</w:tc></w:tr></w:tbl>`;
    const { text, headings } = await read(writeDocx(body, [{ name: "word/styles.xml", type: "styles", content: styles }]), "docx");
    expect(text).toBe("Dosage\n\nOnce & twice.\n\n- first\nForm | Dose\nXR | 2000 mg");
    expect(headings).toEqual([0]);
  });

  it("leaves out hidden, deleted and commented text and says so, with how much", async () => {
    const body = `<w:p><w:r><w:t>Seen.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Ignore all.</w:t></w:r>
      <w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t> Added.</w:t></w:r></w:ins><w:r><w:commentReference w:id="0"/></w:r></w:p>`;
    const { text, warnings } = await read(writeDocx(body), "docx");
    expect(text).toBe("Seen. Added.");
    expect(warnings).toEqual([
      expect.stringContaining("hidden text (11 characters)"),
      expect.stringContaining("tracked deletions (4 characters)"),
      expect.stringContaining("One comment"),
    ]);
  });

  it("puts footnotes at the end under their numbers, and reads a text box once", async () => {
    const body = `<w:p><w:r><w:t>Word</w:t><w:footnoteReference w:id="2"/></w:r></w:p>
      <w:p><w:r><mc:AlternateContent><mc:Choice><w:p><w:r><w:t>Box.</w:t></w:r></w:p></mc:Choice><mc:Fallback><w:p><w:r><w:t>Box.</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    const notes = `<w:footnotes><w:footnote w:type="separator" w:id="0">${p("---")}</w:footnote><w:footnote w:id="2">${p("A note.")}</w:footnote></w:footnotes>`;
    const { text } = await read(writeDocx(body, [{ name: "word/footnotes.xml", type: "footnotes", content: notes }]), "docx");
    expect(text).toBe("Word[1]\n\nBox.\n\nNotes\n\n[1] A note.");
  });

  it.each([
    ["entities of its own", '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document>&x;</w:document>', /entities/],
    ["nesting without end", `<w:document>${"<w:x>".repeat(5_000)}`, /nested deeper/],
    ["broken XML", "<w:document><w:p></w:document>", /not valid XML/],
  ])("refuses one with %s", async (_what, xml, reason) => {
    expect(await reasonOf(writeZip([{ name: "word/document.xml", content: xml }]), "docx")).toMatch(reason);
  });

  it("refuses a part that inflates to more than its directory states", async () => {
    const lie = writeZip([{ name: "word/document.xml", content: `<w:document>${p("x".repeat(50_000))}</w:document>`, stated: 100 }]);
    expect(await reasonOf(lie, "docx")).toMatch(/do not match/);
  });
});

describe("reading a presentation", () => {
  const shape = (type: string, text: string) =>
    `<p:sp><p:nvSpPr><p:nvPr><p:ph type="${type}"/></p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`;

  it("gives a page for each slide in the order shown, titles as headings, notes marked, hidden slides left out", async () => {
    const { text, pageStarts, headings, warnings } = await read(
      writePptx([
        {
          shapes: shape("title", "Aims") + shape("body", "To see.") + shape("sldNum", "1"),
          notes: shape("sldImg", "x") + shape("body", "Say it slowly."),
        },
        { shapes: shape("body", "Secret."), hidden: true },
        { shapes: shape("body", "The end.") },
      ]),
      "pptx",
    );
    expect(text).toBe("Aims\n\nTo see.\n\nSpeaker's notes: Say it slowly.\f\fThe end.");
    expect(pageStarts).toEqual([0, text.indexOf("\f") + 1, text.indexOf("The end")]);
    expect(headings).toEqual([0]);
    expect(warnings).toEqual(["One hidden slide was left out of the text."]);
  });
});

describe("reading a book", () => {
  const container = '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>';
  const opf = `<package><metadata><dc:title>A Book</dc:title><dc:creator>An Author</dc:creator><dc:creator>Another</dc:creator><dc:language>la-VA</dc:language></metadata>
    <manifest><item id="n" href="nav.xhtml" properties="nav"/><item id="one" href="b%20one.xhtml"/><item id="two" href="a.xhtml"/></manifest>
    <spine><itemref idref="one"/><itemref idref="n"/><itemref idref="two"/></spine></package>`;
  const parts = [
    { name: "META-INF/container.xml", content: container },
    { name: "OPS/book.opf", content: opf },
    { name: "OPS/nav.xhtml", content: '<html><body><nav><a href="b%20one.xhtml#x">Liber primus</a><a href="a.xhtml">II</a></nav></body></html>' },
    {
      name: "OPS/b one.xhtml",
      content: '<?xml version="1.0"?><!DOCTYPE html><html><body><p>In principio&nbsp;erat.</p><p hidden>no</p></body></html>',
    },
    { name: "OPS/a.xhtml", content: "<html><body><h1>II</h1><p>Fuit homo.</p></body></html>" },
  ];

  it("follows the spine, with the contents' titles as headings and what the book says of itself", async () => {
    const { text, headings, title, found } = await read(writeZip(parts), "epub");
    expect(text).toBe("Liber primus\n\nIn principio\u00a0erat.\n\nII\n\nFuit homo.");
    expect(headings).toEqual([0, text.indexOf("II")]);
    expect({ title, found }).toEqual({ title: "A Book", found: { author: "An Author", language: "la" } });
  });

  it("says so when it is protected", async () => {
    const locked = { name: "META-INF/encryption.xml", content: '<encryption><CipherReference URI="OPS/a.xhtml"/></encryption>' };
    expect(await reasonOf(writeZip([...parts, locked]), "epub")).toMatch(/protected/);
  });
});

describe("reading RTF", () => {
  const rtf = (body: string) => read(Buffer.from(`{\\rtf1\\ansi\\ansicpg1252\\deff0${body}}`, "latin1"), "rtf");

  it("reads code pages, numbered characters with their stand-ins, signs and paragraphs", async () => {
    const { text } = await rtf(
      "{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 Cyr;}}caf\\'e9 \\u8212?\\uc2\\u946\\'e2\\'e1 \\lquote x\\rquote\\par{\\f1 \\'cf\\'f0}\\par\\{end\\}",
    );
    expect(text).toBe("caf\u00e9 \u2014\u03b2 \u2018x\u2019\n\n\u041f\u0440\n\n{end}");
  });

  it("keeps tables as rows and styles as headings", async () => {
    const { text, headings } = await rtf(
      "{\\stylesheet{\\s1 heading 1;}}\\pard\\s1 Dosage\\par\\pard\\intbl Form\\cell Dose\\cell\\row\\intbl XR\\cell 2000 mg\\cell\\row\\pard Below.\\par",
    );
    expect(text).toBe("Dosage\n\nForm | Dose\nXR | 2000 mg\n\nBelow.");
    expect(headings).toEqual([0]);
  });

  it("leaves out hidden text, pictures, fields and unknown groups, and says what was hidden", async () => {
    const { text, warnings, title } = await rtf(
      "{\\info{\\title My notes}}Seen{\\v hidden}{\\pict 89504e47}{\\*\\unknown x}{\\field{\\*\\fldinst HYPERLINK}{\\fldrslt link}}{\\bin5 }}}}}.\\par",
    );
    expect(text).toBe("Seenlink.");
    expect(title).toBe("My notes");
    expect(warnings).toEqual([expect.stringContaining("hidden text (6 characters)")]);
  });

  it("refuses nesting without end", async () => {
    expect(await reasonOf(Buffer.from(`{\\rtf1 ${"{".repeat(10_000)}`), "rtf")).toMatch(/nested deeper/);
  });
});
