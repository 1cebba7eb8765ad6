// Pages that go wrong, one path for each way: https://hazards.example/<name>. What they hold besides is readable.
import { gzipSync } from "node:zlib";
import { lines, writePdf } from "@/server/library/documents/testing-pdf";
import type { StandinReply, StandinRequest } from "../wire";
import { articlePage, htmlReply, redirect } from "./html";

const host = "hazards.example";
const origin = `https://${host}`;
export const halfLife = "The elimination half-life of examplamine is 6.2 hours in adults.";
const changedHalfLife = "The elimination half-life of examplamine is 7.9 hours in adults.";

type Hazard = (url: URL, request: StandinRequest) => StandinReply;

const hazards: Readonly<Record<string, Hazard>> = {
  article: () => htmlReply(article(halfLife), { headers: { etag: '"one"', "last-modified": "Wed, 01 Jan 2025 00:00:00 GMT" } }),
  unchanged: (_, request) =>
    request.headers["if-none-match"] === '"one"' ? { status: 304, body: "" } : htmlReply(article(halfLife), { headers: { etag: '"one"' } }),
  missing: () => htmlReply(saying("Not found", "There is nothing here."), { status: 404 }),
  gone: () => htmlReply(saying("Gone", "It was taken away."), { status: 410 }),
  "soft-404": () => htmlReply(saying("Page not found", "Sorry, the page you were looking for could not be found. Try the search.")),
  "moved-home": () => redirect(`${origin}/`),
  "bot-wall": () => htmlReply(saying("Just a moment...", "Checking your browser before you go on."), { status: 403 }),
  busy: () => htmlReply(saying("Too many requests", "Come back later."), { status: 429, headers: { "retry-after": "30" } }),
  broken: () => htmlReply(saying("Server error", "Something failed."), { status: 500 }),
  slow: () => htmlReply(article(halfLife), { writtenAs: "slow:60000" }),
  drip: () => htmlReply(article(halfLife), { writtenAs: "drip:1000" }),
  cut: () => htmlReply(article(halfLife), { writtenAs: "cut-body" }),
  redirect: (url) => redirects(Number(/\d+$/.exec(url.pathname)?.[0] ?? 0)),
  loop: () => redirect(`${origin}/loop`),
  "to-loopback": () => redirect("http://127.0.0.1/"),
  "to-metadata": () => redirect("http://169.254.169.254/latest/meta-data/"),
  "to-file": () => redirect("file:///etc/passwd"),
  "to-http": () => redirect(`http://${host}/article`),
  "gzip-bomb": () => htmlReply("", { writtenAs: "gzip-bomb" }),
  huge: () => htmlReply("", { writtenAs: "huge" }),
  charset: () => ({ headers: { "content-type": "text/html; charset=utf-8" }, body: Buffer.from(latin(), "latin1") }),
  "charset-by-header": () => ({ headers: { "content-type": "text/html; charset=windows-1252" }, body: Buffer.from(latin(), "latin1") }),
  compressed: () => ({ headers: { "content-type": "text/html; charset=utf-8", "content-encoding": "gzip" }, body: gzipSync(article(halfLife)) }),
  forbidden: () => htmlReply(article(halfLife)),
  changing: (url) => htmlReply(article(visits(url) === 1 ? halfLife : changedHalfLife)),
  retracted: () =>
    htmlReply(saying("RETRACTED: Examplamine doubles life", "This article was retracted on 2021-05-04 at the request of the editors.")),
  "paper.pdf": () => ({ headers: { "content-type": "application/pdf" }, body: Buffer.from(paper()) }),
  "plain.txt": () => ({ headers: { "content-type": "text/plain; charset=utf-8" }, body: `${halfLife}\n` }),
  picture: () => ({ headers: { "content-type": "image/png" }, body: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]) }),
  drawn: () => htmlReply('<!doctype html><html><body><div id="root"></div><script>draw()</script></body></html>'),
};

/** The hazard at an address; null on other hosts. */
export function hazardAt(url: URL, request: StandinRequest): StandinReply | null {
  if (url.hostname !== host) return null;
  if (url.pathname === "/") return htmlReply(saying("Welcome", "The home page of the hazards."));
  const name = url.pathname.split("/")[1] ?? "";
  const hazard = Object.hasOwn(hazards, name) ? hazards[name] : undefined;
  return (hazard ?? (() => htmlReply(saying("Not found", "There is nothing here."), { status: 404 })))(url, request);
}

export function robotsOf(url: URL): StandinReply {
  if (url.hostname === "robots-down.example") return { status: 503, body: "" };
  if (url.hostname !== host) return { status: 404, body: "" };
  return { headers: { "content-type": "text/plain" }, body: "User-agent: *\nDisallow: /forbidden\n" };
}

function redirects(left: number): StandinReply {
  return left > 0 ? redirect(`/redirect/${left - 1}`, 301) : htmlReply(article(halfLife));
}

const seen = new Map<string, number>();

/** Counted for each whole address, so that every trial can have one of its own: /changing/<anything>. */
function visits(url: URL): number {
  const count = (seen.get(url.href) ?? 0) + 1;
  seen.set(url.href, count);
  return count;
}

function article(sentence: string): string {
  const about = "Examplamine is a substance that does not exist. It is described here so that readers of pages have something to read.";
  const end = "The figures of this page were made up, and whoever quotes them quotes a stand-in.";
  return articlePage({
    title: "Examplamine: a monograph",
    publisher: "Hazard Press",
    date: "2024-04-05",
    paragraphs: [about, sentence, end],
    doi: "10.5555/standin.hazard.1",
    canonical: `${origin}/article`,
  });
}

function saying(title: string, text: string): string {
  return articlePage({ title, publisher: "Hazard Press", date: "2024-04-05", paragraphs: [text] });
}

/** Windows-1252 whatever the header says, with a dash and letters that UTF-8 would not have in one byte. */
function latin(): string {
  const text = "Die Halbwertszeit von Examplamin betr\u00e4gt 6,2 Stunden; bei \u00e4lteren Menschen w\u00e4chst sie auf das \u00dcbliche.";
  return `<!doctype html><html lang="de"><head><title>Examplamin</title></head><body><article><h1>Examplamin</h1><p>${text}</p></article></body></html>`;
}

function paper(): Uint8Array {
  const second = lines(720, "Methods", "Twelve adults who do not exist were given 500 mg.");
  return writePdf([lines(720, "Examplamine on paper", halfLife, "The study was made up for trials."), second], { title: "Examplamine on paper" });
}
