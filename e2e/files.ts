// Small files that the journeys bring along, made here so that no foreign file lies in the tree.

/** A PDF with a password that nobody knows: the keys in it are no keys. */
export function encryptedPdf(): Buffer {
  const key = `<${"5a".repeat(32)}>`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
    `<< /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >>`,
  ];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  text += offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Encrypt 4 0 R /ID [<00><00>] >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}

/** A web page of nine megabytes of which little is read: the rest is a comment. */
export function largePage(title: string, sentence: string): string {
  const filling = "Nobody reads this line of the comment, which is there to be sent. ".repeat(140_000);
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><!-- ${filling} --><main><h1>${title}</h1><p>${sentence}</p></main></body></html>`;
}

/** The same PDF with so many bytes more that no page uses, as an addition of its own at the end. */
export function withBallast(pdf: Uint8Array, bytes: number): Buffer {
  const text = Buffer.from(pdf).toString("latin1");
  const before = Number(/startxref\n(\d+)\n%%EOF\s*$/.exec(text)?.[1]);
  const [, size = "", rest = ""] = /trailer\n<< \/Size (\d+) (.*)>>\nstartxref/.exec(text) ?? [];
  const ballast = `${size} 0 obj\n<< /Length ${bytes} >>\nstream\n${" ".repeat(bytes)}\nendstream\nendobj\n`;
  const table = `xref\n${size} 1\n${String(text.length).padStart(10, "0")} 00000 n \n`;
  const trailer = `trailer\n<< /Size ${Number(size) + 1} ${rest}/Prev ${before} >>\nstartxref\n${text.length + ballast.length}\n%%EOF\n`;
  return Buffer.from(text + ballast + table + trailer, "latin1");
}
