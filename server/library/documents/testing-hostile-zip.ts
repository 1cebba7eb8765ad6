// Archives that are made to break whoever opens them. All small, written here.
import { deflateRawSync } from "node:zlib";
import { writeDocx, writePptx, writeZip } from "./testing-zip";

const rels = (targets: readonly string[]) =>
  `<Relationships>${targets.map((target, i) => `<Relationship Id="r${i}" Type="http://example.org/${target}"/>`).join("")}</Relationships>`;
const word = (body: string, head = "") => `<?xml version="1.0"?>${head}<w:document xmlns:w="urn:w"><w:body>${body}</w:body></w:document>`;
const said = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const docx = (document: string, more: readonly { name: string; content: string | Uint8Array }[] = []) =>
  writeZip([{ name: "word/document.xml", content: document }, ...more]);
const laughs = `<!DOCTYPE lolz [<!ENTITY a "ha">${"bcdefghij"
  .split("")
  .map((letter, i) => `<!ENTITY ${letter} "${`&${"abcdefghi"[i]};`.repeat(10)}">`)
  .join("")}]>`;

export const wordNestedBomb = () => {
  const zeros = new Uint8Array(5_000_000);
  const inner = writeZip([{ name: "a", content: zeros }]);
  return docx(word(said("Text.")), [{ name: "word/embeddings/inner.zip", content: writeZip([{ name: "b", content: inner }]) }]);
};
export const wordBomb = () => docx(word(said("x".repeat(60_000_000))));
export const wordManyParts = () => writeZip(Array.from({ length: 6_000 }, (_, i) => ({ name: `word/p${i}.xml`, content: "" })));
export const wordEntities = () => docx(word(said("&j;"), laughs));
export const wordOutsideDtd = () => docx(word(said("Text."), '<!DOCTYPE w:document SYSTEM "http://127.0.0.1:9/evil.dtd">'));
export const wordLinksOut = () =>
  docx(word(said("Read.")), [
    { name: "_rels/.rels", content: rels(['officeDocument" Target="word/document.xml']) },
    {
      name: "word/_rels/document.xml.rels",
      content: rels([
        'attachedTemplate" TargetMode="External" Target="http://127.0.0.1:9/t.dotm',
        'footnotes" Target="file:///etc/passwd',
        'styles" Target="../../../../etc/passwd',
      ]),
    },
  ]);
export const wordUpwards = () => docx(word(said("Text.")), [{ name: "../../outside.txt", content: "x" }]);
export const wordManyAttributes = () => docx(word(`<w:p ${Array.from({ length: 60_000 }, (_, i) => `a${i}="1"`).join(" ")}/>${said("Text.")}`));
export const wordBasedOnItself = () =>
  writeDocx('<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>Round.</w:t></w:r></w:p>', [
    {
      name: "word/styles.xml",
      type: "styles",
      content: '<w:styles><w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>',
    },
  ]);
export const slidesEntities = () =>
  writeZip([{ name: "ppt/presentation.xml", content: `<?xml version="1.0"?>${laughs}<p:presentation>&j;</p:presentation>` }]);
export const slidesRepeated = () => {
  const plain = writePptx([{ shapes: `<a:p><a:r><a:t>${"word ".repeat(2_000)}</a:t></a:r></a:p>` }]);
  // One slide shown 6,000 times.
  return Buffer.from(plain).length > 0
    ? writeZip([
        { name: "_rels/.rels", content: rels(['officeDocument" Target="ppt/presentation.xml']) },
        {
          name: "ppt/presentation.xml",
          content: `<p:presentation><p:sldIdLst>${'<p:sldId id="256" r:id="r0"/>'.repeat(6_000)}</p:sldIdLst></p:presentation>`,
        },
        { name: "ppt/_rels/presentation.xml.rels", content: rels(['slide" Target="slides/slide1.xml']) },
        { name: "ppt/slides/slide1.xml", content: `<p:sld><p:txBody><a:p><a:r><a:t>${"word ".repeat(2_000)}</a:t></a:r></a:p></p:txBody></p:sld>` },
      ])
    : plain;
};
export const bookEntities = () =>
  writeZip([
    { name: "META-INF/container.xml", content: '<container><rootfile full-path="c.opf"/></container>' },
    { name: "c.opf", content: `<?xml version="1.0"?>${laughs}<package><metadata><title>&j;</title></metadata></package>` },
  ]);
export const bookRepeated = () =>
  writeZip([
    { name: "META-INF/container.xml", content: '<container><rootfile full-path="c.opf"/></container>' },
    {
      name: "c.opf",
      content: `<package><metadata/><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine>${'<itemref idref="a"/>'.repeat(100_000)}</spine></package>`,
    },
    { name: "a.xhtml", content: `<html><body><p>${"word ".repeat(200)}</p></body></html>` },
  ]);

/** The files hold themselves: two entries whose data is the same bytes. */
export const overlapping = () => {
  const raw = Buffer.alloc(1_000_000, 0x20);
  const bytes = writeZip([
    { name: "word/document.xml", content: raw },
    { name: "word/styles.xml", content: raw, at: 0 },
  ]);
  return bytes;
};

/** As programs write them that do not know the size beforehand: 64-bit fields in an extra block, and an end record of its own. */
function zip64(parts: readonly { readonly name: string; readonly content: string }[]): Uint8Array {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of parts) {
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw);
    const named = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(45, 4);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(0xffffffff, 18);
    local.writeUInt32LE(0xffffffff, 22);
    local.writeUInt16LE(named.length, 26);
    local.writeUInt16LE(20, 28);
    const localExtra = Buffer.alloc(20);
    localExtra.writeUInt16LE(1, 0);
    localExtra.writeUInt16LE(16, 2);
    localExtra.writeBigUInt64LE(BigInt(raw.length), 4);
    localExtra.writeBigUInt64LE(BigInt(packed.length), 12);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(45, 6);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(0xffffffff, 20);
    entry.writeUInt32LE(0xffffffff, 24);
    entry.writeUInt16LE(named.length, 28);
    entry.writeUInt16LE(28, 30);
    entry.writeUInt32LE(0xffffffff, 42);
    const extra = Buffer.alloc(28);
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(24, 2);
    extra.writeBigUInt64LE(BigInt(raw.length), 4);
    extra.writeBigUInt64LE(BigInt(packed.length), 12);
    extra.writeBigUInt64LE(BigInt(offset), 20);
    directory.push(entry, named, extra);
    chunks.push(local, named, localExtra, packed);
    offset += local.length + named.length + localExtra.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeUInt16LE(45, 12);
  end64.writeUInt16LE(45, 14);
  end64.writeBigUInt64LE(BigInt(parts.length), 24);
  end64.writeBigUInt64LE(BigInt(parts.length), 32);
  end64.writeBigUInt64LE(BigInt(listed.length), 40);
  end64.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(offset + listed.length), 8);
  locator.writeUInt32LE(1, 16);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.fill(0xff, 8, 20);
  return new Uint8Array(Buffer.concat([...chunks, listed, end64, locator, end]));
}
export const wordZip64 = () => zip64([{ name: "word/document.xml", content: word(said("A large file's way.")) }]);
