// What a fetched file is called: the sender's word, else the end of its address; with an ending that fits its bytes.

const endings: Readonly<Record<string, string>> = {
  md: "md",
  html: "html",
  pdf: "pdf",
  docx: "docx",
  pptx: "pptx",
  epub: "epub",
  rtf: "rtf",
  txt: "txt",
};

/** `disposition` is the header of that name; `format` is told by the bytes. */
export function nameFromAddress(address: string, disposition: string | undefined, format: string): string {
  const { hostname, pathname } = new URL(address);
  const last = decoded(
    pathname
      .split("/")
      .filter((part) => part !== "")
      .at(-1) ?? "",
  );
  const given = sent(disposition) ?? (last === "" ? hostname : last);
  const ending = endings[format] ?? "txt";
  if (given.toLowerCase().endsWith(`.${ending}`)) return given;
  // An ending that says how a page was made (.php, .aspx) says nothing of the file.
  return `${given.replace(/\.[A-Za-z0-9]{1,5}$/, "")}.${ending}`;
}

/** RFC 6266: the extended form goes first. */
function sent(disposition: string | undefined): string | undefined {
  const extended = /filename\*\s*=\s*utf-8''([^;]+)/i.exec(disposition ?? "")?.[1];
  if (extended !== undefined) return decoded(extended.trim()) || undefined;
  const [, quoted, plain] = /filename\s*=\s*(?:"([^"]{1,255})"|([^;\s]{1,255}))/i.exec(disposition ?? "") ?? [];
  return quoted ?? plain;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
