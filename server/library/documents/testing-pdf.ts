// A PDF writer for tests: pages of lines in Helvetica at given places, nothing else. Offsets and cross references are right.

export type PdfLine = { readonly text: string; readonly x?: number; readonly y: number; readonly size?: number };

/** A PDF with one content stream per page. `title` goes into the document's properties; `encrypt` adds a dictionary that asks for a password. */
export function writePdf(pages: readonly (readonly PdfLine[])[], options: { title?: string; encrypt?: boolean } = {}): Uint8Array {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  add("<< /Type /Catalog /Pages 2 0 R >>");
  add(`<< /Type /Pages /Kids [${pages.map((_, i) => `${5 + i * 2} 0 R`).join(" ")}] /Count ${pages.length} >>`);
  add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
  add(options.title ? `<< /Title (${escaped(options.title)}) >>` : "<< >>");
  for (const [index, lines] of pages.entries()) {
    add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${6 + index * 2} 0 R >>`);
    const content = lines.map(({ text, x = 72, y, size = 11 }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped(text)}) Tj ET`).join("\n");
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  let file = "%PDF-1.7\n";
  const offsets: number[] = [];
  for (const [index, body] of objects.entries()) {
    offsets.push(file.length);
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
  }
  const table = file.length;
  const key = "0".repeat(64);
  const security = options.encrypt ? `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -44 >> /ID [<00> <00>] ` : "";
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const offset of offsets) file += `${String(offset).padStart(10, "0")} 00000 n \n`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R ${security}>>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
}

/** Lines of a paragraph one under the other, 14 points apart. */
export function lines(y: number, ...texts: string[]): PdfLine[] {
  return texts.map((text, i) => ({ text, y: y - i * 14 }));
}

function escaped(text: string): string {
  return text.replace(/[\\()]/g, "\\$&");
}
