// Archives for tests, written part by part; what an entry claims of itself can be made to lie.
import { crc32, deflateRawSync } from "node:zlib";

export type ZipPart = {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly stated?: number;
  readonly flags?: number;
  readonly at?: number;
};

const u16 = (value: number) => Buffer.from([value & 255, (value >> 8) & 255]);
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};

/** `stated`: the inflated size that the directory claims; `at`: the offset it claims. */
export function writeZip(parts: readonly ZipPart[]): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, stated, flags = 0, at } of parts) {
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw);
    const named = Buffer.from(name, "utf8");
    const common = [u16(flags), u16(8), u32(0), u32(crc32(raw)), u32(packed.length), u32(stated ?? raw.length), u16(named.length), u16(0)];
    const body = Buffer.concat([Buffer.from("PK\x03\x04"), u16(20), ...common, named, packed]);
    bodies.push(body);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02"), u16(20), u16(20), ...common, u16(0), u16(0), u16(0), u32(0), u32(at ?? offset), named]));
    offset += body.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.concat([
    Buffer.from("PK\x05\x06"),
    u16(0),
    u16(0),
    u16(parts.length),
    u16(parts.length),
    u32(listed.length),
    u32(offset),
    u16(0),
  ]);
  return new Uint8Array(Buffer.concat([...bodies, listed, end]));
}

const rels = (list: readonly (readonly [id: string, type: string, target: string])[]) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="http://example.org/relationships/${type}" Target="${target}"/>`)
    .join("")}</Relationships>`;

/** A Word document around the XML of its body; further parts by name and type of relationship. */
export function writeDocx(
  body: string,
  more: readonly { readonly name: string; readonly type: string; readonly content: string }[] = [],
): Uint8Array {
  return writeZip([
    { name: "_rels/.rels", content: rels([["r1", "officeDocument", "word/document.xml"]]) },
    { name: "word/document.xml", content: `<?xml version="1.0"?><w:document xmlns:w="urn:w"><w:body>${body}</w:body></w:document>` },
    { name: "word/_rels/document.xml.rels", content: rels(more.map(({ type, name }, i) => [`r${i}`, type, name.replace("word/", "")])) },
    ...more.map(({ name, content }) => ({ name, content })),
  ]);
}

/** A presentation of slides, each the XML of its shapes with an optional one of notes; `more` goes beside their list. */
export function writePptx(slides: readonly { readonly shapes: string; readonly notes?: string; readonly hidden?: boolean }[], more = ""): Uint8Array {
  const ids = slides.map((_, i) => `<p:sldId id="${256 + i}" r:id="s${i}"/>`).join("");
  return writeZip([
    { name: "_rels/.rels", content: rels([["r1", "officeDocument", "ppt/presentation.xml"]]) },
    { name: "ppt/presentation.xml", content: `<p:presentation><p:sldIdLst>${ids}</p:sldIdLst>${more}</p:presentation>` },
    // Slides lie in another order than they are shown in.
    { name: "ppt/_rels/presentation.xml.rels", content: rels(slides.map((_, i) => [`s${i}`, "slide", `slides/slide${slides.length - i}.xml`])) },
    ...slides.flatMap(({ shapes, notes, hidden }, i) => {
      const number = slides.length - i;
      const slide = { name: `ppt/slides/slide${number}.xml`, content: `<p:sld${hidden ? ' show="0"' : ""}>${shapes}</p:sld>` };
      if (notes === undefined) return [slide];
      return [
        slide,
        { name: `ppt/slides/_rels/slide${number}.xml.rels`, content: rels([["n", "notesSlide", `../notesSlides/n${number}.xml`]]) },
        { name: `ppt/notesSlides/n${number}.xml`, content: `<p:notes>${notes}</p:notes>` },
      ];
    }),
  ]);
}
