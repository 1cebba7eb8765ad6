// XML as events, element by element, with names stripped of their prefixes: Office files choose prefixes as they like. Nothing outside the text is ever
// fetched, and a document type that defines entities ends the reading.
import { SaxesParser } from "saxes";
import { Unreadable } from "./zip.ts";

export type Attributes = Readonly<Record<string, string>>;
export type XmlHandler = {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
};

/** Deeper nesting is made to break programs. */
const deepest = 1_000;
const pieceUnits = 64 * 1024;

/** Reads a part; broken XML is read as far as it makes sense, as word processors do not. */
export function readXml(bytes: Uint8Array, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: false });
  let depth = 0;
  let broken: Error | null = null;
  parser.on("doctype", (doctype) => {
    if (/\[|<!ENTITY/i.test(doctype))
      throw new Unreadable("The file defines XML entities of its own, as files made to read others or to fill the memory do, so it was not read.");
  });
  parser.on("opentag", ({ name, attributes }) => {
    depth += 1;
    if (depth > deepest)
      throw new Unreadable("The file is nested deeper than any document, so it was not read. Save it anew from the program that made it.");
    handler.open?.(local(name), withLocalNames(attributes));
  });
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    handler.close?.(local(name));
  });
  parser.on("text", (text) => handler.text?.(text));
  parser.on("cdata", (text) => handler.text?.(text));
  parser.on("error", (error) => {
    broken ??= error;
  });
  const text = decode(bytes);
  for (let at = 0; at < text.length && broken === null; at += pieceUnits) parser.write(text.slice(at, at + pieceUnits));
  if (broken === null) parser.close();
  if (broken !== null)
    throw new Unreadable("The file is damaged: a part of it is not valid XML. Open it in the program that made it and save it anew.");
}

function decode(bytes: Uint8Array): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(wide).decode(bytes);
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** `r:id` and `id` may stand side by side: prefixed ones keep their prefix where they would hide another. */
function withLocalNames(attributes: Readonly<Record<string, string>>): Attributes {
  const named: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(attributes)) if (!name.includes(":")) named[name] = value;
  for (const [name, value] of Object.entries(attributes)) {
    const short = local(name);
    if (short in named) named[name] = value;
    else named[short] = value;
  }
  return named;
}
