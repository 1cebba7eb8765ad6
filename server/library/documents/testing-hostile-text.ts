// Texts of all sorts that are made to break whoever reads them. Written here.
const ascii = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const utf8 = (text: string) => new Uint8Array(Buffer.from(text, "utf8"));

export const rtfBraces = () => ascii(`{\\rtf1 ${"{".repeat(1_000_000)}`);
export const rtfPairs = () => ascii(`{\\rtf1 Text. ${"{}".repeat(1_000_000)}}`);
export const rtfBinary = () => ascii(`{\\rtf1 Before.\\par {\\*\\x\\bin2147483647 ${"a".repeat(1_000)}}After.}`);
export const rtfBinaries = () => ascii(`{\\rtf1 Before. ${"\\bin3 {{{".repeat(200_000)} After.}`);
export const rtfWords = () => ascii(`{\\rtf1 Start. ${"\\b\\b0".repeat(1_000_000)} End.}`);
export const rtfUnicode = () => ascii(`{\\rtf1\\uc0 ${"\\u-10179\\u-8703".repeat(100_000)} Text.}`);
export const rtfLongWord = () => ascii(`{\\rtf1 \\${"a".repeat(3_000_000)} Text.}`);
export const rtfFonts = () => ascii(`{\\rtf1{\\fonttbl${"{\\f1\\fcharset128 X;}".repeat(100_000)}} Text.}`);

export const htmlNested = () => ascii(`<!doctype html><body>${"<div>".repeat(1_000_000)}deep`);
export const htmlBold = () => ascii(`<!doctype html><body><p>Start ${"<b>".repeat(300_000)}end`);
export const htmlAttributes = () => ascii(`<!doctype html><body><p ${Array.from({ length: 300_000 }, (_, i) => `a${i}=1`).join(" ")}>Text here.</p>`);
export const htmlTables = () => ascii(`<!doctype html><body>${"<table><tr><td>".repeat(20_000)}cell text`);
export const htmlOpen = () => ascii(`<!doctype html><body>Words. ${"<".repeat(3_000_000)}`);
export const htmlEntities = () => ascii(`<!doctype html><body><p>Words. ${"&amp;".repeat(1_000_000)}</p>`);
export const htmlComments = () => ascii(`<!doctype html><body><p>Words.</p>${"<!--".repeat(1_000_000)}`);
export const htmlParagraphs = () => ascii(`<!doctype html><body>${"<p>One short line of words.</p>".repeat(250_000)}`);
export const htmlScripts = () =>
  ascii(
    '<!doctype html><body onload="fetch(`http://127.0.0.1:9`)"><script>while(1){}</script><img src="http://127.0.0.1:9/x"><p>Only this is read here.</p>',
  );

/** 49 MB without a line's end. */
export const oneLine = () => new Uint8Array(Buffer.alloc(49 * 1024 * 1024, "word "));
export const oneWord = () => new Uint8Array(Buffer.alloc(9_000_000, "x"));
export const nineMillion = () => new Uint8Array(Buffer.alloc(9_000_000, "Some words stand here, and 5 mg of them. "));
export const manyLines = () => new Uint8Array(Buffer.alloc(9_000_000, "\n"));
export const manyHashes = () => utf8(`${"# x\n".repeat(600_000)}`);
export const manyReferences = () => utf8("Rom 8:28; 1 Cor 13:4-7, 9; (cf. Ps 23(22):1). ".repeat(60_000));
export const manyBrackets = () => utf8(`${"[x](".repeat(500_000)} Text.`);
export const wrongUtf8 = () =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from("Plain words and a few wrong bytes: "),
      Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0x80]),
      Buffer.from(" and more plain words after them."),
    ]),
  );
export const utf16 = (bigEndian: boolean, mark: boolean) => {
  const bytes = Buffer.from(`${mark ? "\uFEFF" : ""}Words in sixteen bits each, for a whole sentence of them.\n`.repeat(4), "utf16le");
  return new Uint8Array(bigEndian ? bytes.swap16() : bytes);
};
export const utf7 = () => ascii("Hi Mom -+Jjo--! A sentence in an encoding that nobody should use any more, +AMQ-.");
export const blank = () => ascii(" \n\t \r\n".repeat(50));
export const nul = () => ascii("Some text\0with a NUL in it.");
