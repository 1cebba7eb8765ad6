// Web pages as sites write them: navigation, an article with its metadata, a footer.
import type { StandinReply } from "../wire";

export type Article = {
  readonly title: string;
  readonly publisher: string;
  /** ISO. */
  readonly date: string;
  /** Plain text. */
  readonly paragraphs: readonly string[];
  readonly doi?: string;
  readonly lang?: string;
  readonly canonical?: string;
};

export function articlePage(article: Article): string {
  const { title, publisher, date, paragraphs, doi, lang = "en", canonical } = article;
  const meta = [
    `<meta name="citation_title" content="${escaped(title)}">`,
    `<meta property="og:title" content="${escaped(title)}">`,
    `<meta name="citation_publication_date" content="${date.replaceAll("-", "/")}">`,
    ...(doi === undefined ? [] : [`<meta name="citation_doi" content="${escaped(doi)}">`]),
    ...(canonical === undefined ? [] : [`<link rel="canonical" href="${escaped(canonical)}">`]),
  ];
  return `<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><title>${escaped(title)} | ${escaped(publisher)}</title>
${meta.join("\n")}
<script>document.title = "changed by a script";</script></head>
<body>
<nav><a href="/">Home</a> <a href="/about">About</a></nav>
<main><article>
<h1>${escaped(title)}</h1>
<p class="byline">${escaped(publisher)}, ${date}</p>
${paragraphs.map((text) => `<p>${escaped(text)}</p>`).join("\n")}
</article></main>
<footer>Made up for trials. No statement on this page is a finding.</footer>
</body></html>
`;
}

export function htmlReply(html: string, more: Omit<StandinReply, "body"> = {}): StandinReply {
  return { ...more, headers: { "content-type": "text/html; charset=utf-8", ...more.headers }, body: html };
}

export function redirect(location: string, status = 302): StandinReply {
  return { status, headers: { location }, body: "" };
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
