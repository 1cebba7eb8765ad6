// Readable text of a web page: navigation, scripts and hidden parts out, blocks as lines.
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { decodeText } from "../core/decode-text.ts";
import { limits } from "../limits.ts";
import { hiddenText } from "./hidden-text.ts";
import { type BlockText, blockText } from "./html-text.ts";
import type { ExtractOutcome } from "./outcome.ts";
import { refusal } from "./refusal.ts";
import { isTooDeep, withoutUnseen } from "./unseen.ts";

const tooDeep = "The page is nested deeper than any page that people made, so it was not read. Save it as PDF and add that.";
const around = "nav,aside,footer,form,button,select,[role=navigation],[role=banner],[role=contentinfo],[role=search]";
/** When the article finder keeps less of the page than this, it has thrown away content. */
const leastShare = 0.6;

/** `charset` is what the page's sender named, which goes before what the page itself names. */
export function extractHtml(bytes: Uint8Array, charset?: string): ExtractOutcome {
  const decoded = decodeText(bytes, legacy(charset) ?? declaredEncoding(bytes));
  if (!decoded.ok) return refusal(decoded.reason);
  if (isTooDeep(decoded.text)) return refusal(tooDeep);
  const { document } = parseHTML(asPage(decoded.text));
  const { stated, found } = readMeta(document);
  const hidden = withoutUnseen(document);
  const heading = document.querySelector("h1")?.textContent?.trim() || null;
  const title = found.title ?? document.querySelector("title")?.textContent?.trim() ?? heading;
  for (const element of [...document.querySelectorAll(around)]) element.remove();
  const article = findArticle(document);
  const whole = blockText(document.body ?? document.documentElement);
  const body = article && article.text.length >= whole.text.length * leastShare ? article : whole;
  if (body.text.length > limits.textUnits) {
    return refusal(`The page holds more than ${limits.textUnits.toLocaleString("en")} characters. Split it and add the parts.`);
  }
  if (body.isCut) return refusal(tooDeep);
  if (!/[\p{L}\p{N}]/u.test(body.text)) return refusal("The page has no text to read. If a program draws it, save the page as PDF and add that.");
  const warnings = decoded.guessed ? [`The character encoding was guessed to be ${decoded.encoding}.`] : [];
  if (hidden > 0) warnings.push(hiddenText("page", hidden));
  return { ok: true, text: body.text, pageStarts: null, headings: body.headings, title, stated, found, warnings };
}

/** linkedom wants an html element; fragments get one. */
function asPage(text: string): string {
  const clean = text.replace(/^\uFEFF/, "");
  return /<html[\s>]/i.test(clean) ? clean : `<!doctype html><html><head></head><body>${clean}</body></html>`;
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString("latin1");
  return /<meta[^>]{1,200}charset\s*=\s*["']?([\w-]{2,40})/i.exec(head)?.[1];
}

/** A charset that says more than what the bytes are tried as first anyway. */
function legacy(charset: string | undefined): string | undefined {
  return charset === undefined || /^(?:utf-?8|us-ascii)$/i.test(charset) ? undefined : charset;
}

/** The article finder needs time by the square of the depth, and the stack by the depth itself. */
const deepestArticle = 150;
/** Pages of more elements are data, which the finder only thins out, on a copy that takes as much memory again. */
const mostElements = 50_000;

function isDeep(root: Element): boolean {
  let depth = 0;
  let node: Element | null = root;
  while (node) {
    if (node.firstElementChild) {
      node = node.firstElementChild;
      depth += 1;
      if (depth > deepestArticle) return true;
      continue;
    }
    while (node && node !== root && !node.nextElementSibling) {
      node = node.parentElement;
      depth -= 1;
    }
    node = node && node !== root ? node.nextElementSibling : null;
  }
  return false;
}

function findArticle(document: Document): BlockText | null {
  if (isDeep(document.documentElement) || document.getElementsByTagName("*").length > mostElements) return null;
  try {
    const copy = parseHTML(document.toString()).document;
    const article = new Readability(copy).parse();
    if (!article?.content) return null;
    return blockText(parseHTML(asPage(article.content)).document.body);
  } catch {
    // The finder is a convenience: what it cannot take apart is read whole.
    return null;
  }
}

const metaNames: Record<string, string> = {
  author: "author",
  "dc.creator": "author",
  citation_author: "author",
  "dc.date": "date",
  date: "date",
  citation_publication_date: "date",
  citation_date: "date",
  citation_online_date: "date",
  "article:published_time": "date",
  "dc.publisher": "publisher",
  citation_publisher: "publisher",
  "og:site_name": "publisher",
  citation_doi: "doi",
  "prism.doi": "doi",
  "og:url": "canonical",
  "og:title": "title",
  citation_title: "title",
};

function readMeta(document: Document): { stated: Record<string, string>; found: Record<string, string> } {
  const stated: Record<string, string> = {};
  const found: Record<string, string> = {};
  for (const meta of [...document.querySelectorAll("meta")]) {
    const name = (meta.getAttribute("name") ?? meta.getAttribute("property") ?? "").trim().toLowerCase();
    const content = (meta.getAttribute("content") ?? "").trim().slice(0, limits.metadataValue);
    if (content === "") continue;
    const own = /^variorum:([a-z_]{1,64})$/.exec(name)?.[1];
    const known = Object.hasOwn(metaNames, name) ? metaNames[name] : undefined;
    if (own) stated[own] = content;
    else if (known) found[known] ??= content;
  }
  const canonical = document.querySelector("link[rel=canonical]")?.getAttribute("href")?.trim().slice(0, limits.metadataValue);
  if (canonical) found.canonical = canonical;
  const language = document.documentElement?.getAttribute("lang")?.slice(0, 2).toLowerCase();
  if (language && /^[a-z]{2}$/.test(language)) found.language = language;
  return { stated, found };
}
