// Text of a book in EPUB: its chapters in the order of the spine, under the titles of its table of contents.
import { parseHTML } from "linkedom";
import { decodeText } from "../core/decode-text.ts";
import { limits } from "../limits.ts";
import { makeFlow } from "./flow.ts";
import { hiddenText } from "./hidden-text.ts";
import { blockText } from "./html-text.ts";
import { resolvePart } from "./office-package.ts";
import type { ExtractOutcome } from "./outcome.ts";
import { refusal } from "./refusal.ts";
import { isTooDeep, withoutUnseen } from "./unseen.ts";
import { readXml } from "./xml.ts";
import { type Archive, openArchive, Unreadable } from "./zip.ts";

const tooDeep = "The book is nested deeper than any book, so it was not read. Convert it to another format and add that.";

type Item = { readonly part: string; readonly isNav: boolean; readonly isNcx: boolean };
type Package = { readonly items: ReadonlyMap<string, Item>; readonly spine: readonly string[]; readonly about: Readonly<Record<string, string>> };

export function extractEpub(bytes: Uint8Array): ExtractOutcome {
  const archive = openArchive(bytes);
  const { items, spine, about } = readPackage(archive, packagePart(archive));
  const locked = encryptedParts(archive);
  const titles = chapterTitles(archive, [...items.values()]);
  const parts: string[] = [];
  let hidden = 0;
  const headings: number[] = [];
  let length = 0;
  for (const id of spine) {
    const item = items.get(id);
    if (!item || item.isNav) continue;
    if (locked.has(item.part))
      return refusal("The book is protected against copying, so its text cannot be read. Add an edition without protection.");
    const chapter = chapterText(archive, item.part, titles.get(item.part) ?? null);
    hidden += chapter.hidden;
    if (chapter.text === "") continue;
    const gap = length === 0 ? "" : "\n\n";
    headings.push(...chapter.headings.map((at) => at + length + gap.length));
    parts.push(gap, chapter.text);
    length += gap.length + chapter.text.length;
    if (length > limits.textUnits)
      return refusal(`The book holds more than ${limits.textUnits.toLocaleString("en")} characters. Split it and add the parts.`);
  }
  const text = parts.join("");
  if (!/[\p{L}\p{N}]/u.test(text)) return refusal("The book has no text to read: it is empty or holds only pictures.");
  return {
    ok: true,
    text,
    pageStarts: null,
    headings,
    title: about.title ?? null,
    stated: {},
    found: foundIn(about),
    warnings: hidden > 0 ? [hiddenText("book", hidden)] : [],
  };
}

function packagePart(archive: Archive): string {
  let part = "";
  const container = archive.part("META-INF/container.xml");
  if (container) {
    readXml(container, {
      open(name, attributes) {
        if (name === "rootfile" && part === "") part = resolvePart("", attributes["full-path"] ?? "");
      },
    });
  }
  if (!archive.names.includes(part)) throw new Unreadable("The book is damaged: its table of parts is missing. Download it again.");
  return part;
}

function readPackage(archive: Archive, part: string): Package {
  const folder = part.includes("/") ? part.slice(0, part.lastIndexOf("/")) : "";
  const items = new Map<string, Item>();
  const spine: string[] = [];
  const about: Record<string, string> = Object.create(null);
  let open: string | null = null;
  let inMetadata = false;
  readXml(archive.part(part) ?? new Uint8Array(), {
    open(name, attributes) {
      if (name === "metadata") inMetadata = true;
      else if (name === "item") {
        const isNav = / nav /.test(` ${attributes.properties ?? ""} `);
        const isNcx = attributes["media-type"] === "application/x-dtbncx+xml";
        items.set(attributes.id ?? "", { part: resolvePart(folder, decodeUri(attributes.href ?? "")), isNav, isNcx });
      } else if (name === "itemref") spine.push(attributes.idref ?? "");
      // The first of several titles or authors is the main one.
      open = inMetadata && !(name in about) ? name : null;
    },
    text(text) {
      if (open !== null) about[open] = ((about[open] ?? "") + text).slice(0, limits.metadataValue);
    },
    close(name) {
      if (name === "metadata") inMetadata = false;
      open = null;
    },
  });
  for (const [key, value] of Object.entries(about)) about[key] = value.replace(/\s+/g, " ").trim();
  return { items, spine, about };
}

function foundIn(about: Readonly<Record<string, string>>): Record<string, string> {
  const found: Record<string, string> = {};
  const { creator, publisher, date, language, identifier } = about;
  if (creator) found.author = creator;
  if (publisher) found.publisher = publisher;
  if (date) found.date = date;
  const code = /^[a-z]{2,3}(?![a-z])/i.exec(language ?? "")?.[0].toLowerCase();
  if (code) found.language = code;
  const isbn = /^(?:urn:)?isbn:?\s*([\d-]{10,17}X?)$/i.exec(identifier ?? "")?.[1];
  if (isbn) found.identity = `isbn:${isbn.replaceAll("-", "")}`;
  return found;
}

/** Fonts may be scrambled without harm; chapters must not be. */
function encryptedParts(archive: Archive): ReadonlySet<string> {
  const parts = new Set<string>();
  const file = archive.part("META-INF/encryption.xml");
  if (file) {
    readXml(file, {
      open(name, { URI }) {
        if (name === "CipherReference" && URI !== undefined) parts.add(resolvePart("", decodeUri(URI)));
      },
    });
  }
  return parts;
}

/** The first title that the table of contents gives each part, of the newer kind or of the older one. */
function chapterTitles(archive: Archive, items: readonly Item[]): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  const note = (base: string, href: string, title: string) => {
    const part = resolvePart(base.includes("/") ? base.slice(0, base.lastIndexOf("/")) : "", decodeUri(href.replace(/#.*$/s, "")));
    const text = title.replace(/\s+/g, " ").trim();
    if (text !== "" && !titles.has(part)) titles.set(part, text);
  };
  const nav = items.find(({ isNav }) => isNav);
  const navFile = nav ? archive.part(nav.part) : null;
  if (nav && navFile) {
    for (const link of parsePage(navFile).querySelectorAll("nav a[href]")) note(nav.part, link.getAttribute("href") ?? "", link.textContent ?? "");
  }
  const ncx = items.find(({ isNcx }) => isNcx);
  const ncxFile = ncx ? archive.part(ncx.part) : null;
  if (ncx && ncxFile && titles.size === 0) {
    let label = "";
    let inText = false;
    readXml(ncxFile, {
      open(name, { src }) {
        if (name === "navLabel") label = "";
        else if (name === "text") inText = true;
        else if (name === "content") note(ncx.part, src ?? "", label);
      },
      text: (text) => {
        if (inText) label += text;
      },
      close: (name) => {
        if (name === "text") inText = false;
      },
    });
  }
  return titles;
}

type Chapter = { readonly text: string; readonly headings: readonly number[]; readonly hidden: number };

function chapterText(archive: Archive, part: string, title: string | null): Chapter {
  const file = archive.part(part);
  if (!file) return { text: "", headings: [], hidden: 0 };
  const page = parsePage(file);
  const hidden = withoutUnseen(page);
  const { text, headings, isCut } = blockText(page.body ?? page.documentElement);
  if (isCut) throw new Unreadable(tooDeep);
  const body: Chapter = { text, headings, hidden };
  const plain = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
  if (title === null || body.text === "" || plain(body.text.slice(0, 400)).includes(plain(title))) return body;
  const flow = makeFlow();
  flow.heading(title);
  const head = flow.end().text;
  return { text: `${head}\n\n${body.text}`, headings: [0, ...body.headings.map((at) => at + head.length + 2)], hidden };
}

function parsePage(bytes: Uint8Array): Document {
  const decoded = decodeText(bytes);
  if (!decoded.ok) throw new Unreadable(decoded.reason);
  if (isTooDeep(decoded.text)) throw new Unreadable(tooDeep);
  const text = decoded.text.replace(/^\uFEFF?\s*<\?xml[^>]*\?>/, "").replace(/<!DOCTYPE[^>[]*>/i, "<!doctype html>");
  return parseHTML(/<html[\s>]/i.test(text) ? text : `<!doctype html><html><body>${text}</body></html>`).document;
}

function decodeUri(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch (error) {
    if (error instanceof URIError) return href;
    throw error;
  }
}
