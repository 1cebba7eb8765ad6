// PDFs that are made to break whoever opens them. All small, written here.
import { deflateSync } from "node:zlib";

/** A PDF of these objects, the first the catalogue; right offsets, and whatever the trailer is to say. */
export function pdfOf(objects: readonly (string | Buffer)[], trailer = ""): Uint8Array {
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n")];
  const offsets: number[] = [];
  let at = parts[0]?.length ?? 0;
  for (const [index, body] of objects.entries()) {
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(body as string, "latin1"), Buffer.from("\nendobj\n")]);
    offsets.push(at);
    parts.push(part);
    at += part.length;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${at}\n%%EOF\n`;
  return new Uint8Array(Buffer.concat([...parts, Buffer.from(end, "latin1")]));
}

const catalogue = "<< /Type /Catalog /Pages 2 0 R >>";
const font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
const page = (more = "", contents = 5) =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 4 0 R >> ${more} >> /Contents ${contents} 0 R >>`;
const kids = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
const stream = (content: string | Buffer, dictionary = "") => {
  const bytes = Buffer.from(content as string, "latin1");
  return Buffer.concat([Buffer.from(`<< /Length ${bytes.length} ${dictionary}>>\nstream\n`), bytes, Buffer.from("\nendstream")]);
};
const packed = (content: string | Buffer, dictionary = "") =>
  stream(deflateSync(Buffer.from(content as string, "latin1")), `/Filter /FlateDecode ${dictionary}`);
const text = "BT /F1 11 Tf 72 700 Td (A sentence that can be read.) Tj ET";
const onePage = (content: string | Buffer, root = catalogue, more: readonly (string | Buffer)[] = []) =>
  pdfOf([root, kids, page(), font, content, ...more]);

export const claims100000Pages = () => pdfOf([catalogue, "<< /Type /Pages /Kids [3 0 R] /Count 100000 >>", page(), font, stream(text)]);
export const treeOfItself = () => pdfOf([catalogue, "<< /Type /Pages /Kids [2 0 R 2 0 R 3 0 R] /Count 3 >>", page(), font, stream(text)]);
export const deepTree = () => {
  const levels = 20_000;
  const nodes = Array.from({ length: levels }, (_, i) => `<< /Type /Pages /Kids [${i + 3} 0 R] /Count 1 /Parent ${i + 1} 0 R >>`);
  return pdfOf([catalogue, ...nodes, `<< /Type /Page /Parent ${levels + 1} 0 R /MediaBox [0 0 9 9] >>`]);
};
/** An object stream that says it is packed inside itself. */
export const streamInItself = () =>
  pdfOf([catalogue, kids, page(), font, stream("1 0 2 10 << >> << >>", "/Type /ObjStm /N 2 /First 8 /Extends 5 0 R ")]);
export const contentBomb = () => onePage(packed(Buffer.alloc(80_000_000, "q "), ""));
export const doubleBomb = () => onePage(stream(deflateSync(deflateSync(Buffer.alloc(200_000_000))), "/Filter [/FlateDecode /FlateDecode] "));
export const manyWords = () => onePage(packed(`BT /F1 1 Tf 72 700 Td ${"0.001 0 Td (word and word) Tj ".repeat(600_000)} ET`));
/** A form that draws itself. */
export const formOfItself = () =>
  pdfOf([
    catalogue,
    kids,
    page("/XObject << /X 6 0 R >>"),
    font,
    stream(`${text} /X Do`),
    stream("/X Do /X Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >> "),
  ]);
/** Twenty forms that each draw the next one ten times. */
export const formsOfForms = () => {
  const forms = Array.from({ length: 20 }, (_, i) =>
    stream(
      i < 19 ? "/X Do ".repeat(10) : "BT /F1 9 Tf (a) Tj ET",
      `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 4 0 R >> /XObject << /X ${i + 7} 0 R >> >> `,
    ),
  );
  return pdfOf([catalogue, kids, page("/XObject << /X 6 0 R >>"), font, stream(`${text} /X Do`), ...forms]);
};
export const hugeImage = () =>
  pdfOf([
    catalogue,
    kids,
    page("/XObject << /I 6 0 R >>"),
    font,
    stream(`${text} q 612 0 0 792 0 0 cm /I Do Q`),
    packed(Buffer.alloc(1_000), "/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceRGB /BitsPerComponent 8 "),
  ]);
export const withScript = () =>
  onePage(
    stream(text),
    "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.launchURL\\('http://127.0.0.1:9'\\); while\\(1\\){}) >> >>",
  );
export const withAttachment = () =>
  onePage(stream(text), "<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(evil.exe) 6 0 R] >> >> >>", [
    "<< /Type /Filespec /F (../../evil.exe) /EF << /F 7 0 R >> >>",
    stream("MZ not a program", "/Type /EmbeddedFile "),
  ]);
export const goesOut = () =>
  onePage(
    stream(text, "/F << /FS /URL /F (http://127.0.0.1:9/content) >> /FFilter /FlateDecode "),
    "<< /Type /Catalog /Pages 2 0 R /URI << /Base (http://127.0.0.1:9/) >> >>",
  );
export const deepArrays = () => onePage(stream(`${text} ${"[".repeat(200_000)}`));
export const widthsWithoutEnd = () =>
  pdfOf([
    catalogue,
    kids,
    page(),
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 0 /LastChar 2000000000 /Widths [1] >>`,
    stream(text),
  ]);
/** A map of characters that gives two thousand million codes a meaning. */
export const mapWithoutEnd = () =>
  pdfOf([
    catalogue,
    kids,
    page(),
    "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
    stream("BT /F1 11 Tf 72 700 Td <00410042> Tj ET"),
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (A) /Ordering (B) /Supplement 0 >> >>",
    stream("1 begincodespacerange <00000000> <ffffffff> endcodespacerange 1 beginbfrange <00000000> <7fffffff> <0041> endbfrange"),
  ]);
export const xrefToItself = () => {
  const bytes = Buffer.from(onePage(stream(text))).toString("latin1");
  const at = /startxref\n(\d+)/.exec(bytes)?.[1] ?? "0";
  return new Uint8Array(Buffer.from(bytes.replace("trailer\n<<", `trailer\n<< /Prev ${at}`), "latin1"));
};
export const samePagesOfWords = () =>
  pdfOf([
    catalogue,
    `<< /Type /Pages /Kids [${"3 0 R ".repeat(4_000)}] /Count 4000 >>`,
    page(),
    font,
    packed(`BT /F1 9 Tf 72 780 Td ${"0 -3 Td (The same words again and again) Tj ".repeat(200)} ET`),
  ]);
