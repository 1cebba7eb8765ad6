// The pages behind what the stand-ins' engines and registers cite: each holds the sentences that were cited, among others.
import { allPapers } from "../apis/papers";
import { findingAt, isCitedHost, redirectOf } from "../engines/knowledge/knowledge";
import type { StandinReply } from "../wire";
import { articlePage, htmlReply, redirect } from "./html";

const pressHost = "press.standin.example";

/** The page at an address of the stand-ins' web; null where the host is none of theirs. */
export function publishedPage(url: URL): StandinReply | null {
  if (url.hostname === "doi.org") return paperAt(url) ? redirect(`https://${pressHost}${url.pathname}`) : noPage("DOI not found");
  const elsewhere = redirectOf(url);
  if (elsewhere !== null) return redirect(elsewhere);
  if (url.hostname === pressHost) return paperPage(url);
  if (url.hostname === "unused.example") return home(url);
  if (!isCitedHost(url.hostname)) return null;
  if (url.pathname === "/") return home(url);
  const finding = findingAt(url);
  if (finding === null) return noPage("Page not found");
  const [name = ""] = finding.title.split(":");
  return htmlReply(
    articlePage({
      title: finding.title,
      publisher: url.hostname,
      date: finding.date,
      paragraphs: [
        `This page collects what is known about ${name} under the heading of ${finding.topic.replaceAll("-", " ")}.`,
        finding.text,
        "Readers are asked to compare it with other editions, since statements of this kind depend on population, method and jurisdiction.",
      ],
    }),
  );
}

function home(url: URL): StandinReply {
  return htmlReply(
    articlePage({ title: `Welcome to ${url.hostname}`, publisher: url.hostname, date: "2025-01-01", paragraphs: ["Choose a subject."] }),
  );
}

function noPage(title: string): StandinReply {
  const html = articlePage({ title, publisher: "The server", date: "2025-01-01", paragraphs: ["There is nothing at this address."] });
  return htmlReply(html, { status: 404 });
}

function paperAt(url: URL) {
  const doi = decoded(url.pathname.slice(1)).toLowerCase();
  return allPapers().find((paper) => paper.doi === doi);
}

function paperPage(url: URL): StandinReply {
  const paper = paperAt(url);
  if (!paper) return noPage("Article not found");
  const { title, journal, date, abstract, doi, retractedBy } = paper;
  const [year, month] = date;
  const notice = retractedBy ? [`This article was retracted on ${retractedBy.date.join("-")}. The notice is ${retractedBy.doi}.`] : [];
  return htmlReply(
    articlePage({
      title: retractedBy ? `RETRACTED: ${title}` : title,
      publisher: journal,
      date: `${year}-${String(month).padStart(2, "0")}-01`,
      paragraphs: [...notice, ...abstract.map(([heading, text]) => (heading === "" ? plain(text) : `${heading}: ${plain(text)}`))],
      doi,
    }),
  );
}

/** Abstracts are kept as their register writes them, with references to characters. */
function plain(text: string): string {
  const named: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"' };
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&(lt|gt|amp|quot);/g, (_, name: string) => named[name] ?? "");
}

function decoded(text: string): string {
  return /%(?![0-9a-f]{2})/i.test(text) ? text : decodeURIComponent(text);
}
