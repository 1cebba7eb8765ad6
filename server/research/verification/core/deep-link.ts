// A link that opens a page at a quote: a text fragment, https://wicg.github.io/scroll-to-text-fragment/.

/** Percent-encoding of the fragment's terms: comma, hyphen and ampersand part terms, so they are escaped as well. */
const encoded = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(/[-!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** A longer quote is named by its first and last words. */
const longestTerm = 120;
const edgeWords = 5;
const contextWords = 4;

/**
 * The address with a fragment that leads to `quote`. Where `text`, the page's own, holds the quote more than once, words before or behind it at
 * `start` are added. Null for addresses that are no web pages.
 */
export function deepLink(url: string | null, quote: string, page?: { readonly text: string; readonly start: number }): string | null {
  const address = URL.parse(url ?? "");
  const words = quote.replace(/\s+/g, " ").trim();
  if (!address || !/^https?:$/.test(address.protocol) || words === "") return null;
  const list = words.split(" ");
  const terms =
    words.length > longestTerm && list.length > 2 * edgeWords ? [list.slice(0, edgeWords).join(" "), list.slice(-edgeWords).join(" ")] : [words];
  const context = page && !isUnique(page.text, quote) ? around(page.text, page.start, page.start + quote.length) : null;
  const before = context?.prefix ? `${encoded(context.prefix)}-,` : "";
  const behind = context?.suffix ? `,-${encoded(context.suffix)}` : "";
  // A fragment of the page's own is kept in front, as the specification has it.
  const own = address.hash.replace(/^#/, "").replace(/:~:.*$/, "");
  address.hash = "";
  return `${address.href.replace(/#$/, "")}#${own}:~:text=${before}${terms.map(encoded).join(",")}${behind}`;
}

function isUnique(text: string, quote: string): boolean {
  const first = text.indexOf(quote);
  return first < 0 || text.indexOf(quote, first + 1) < 0;
}

/** Words of the same paragraph: a term never reaches over the end of a block. */
function around(text: string, start: number, end: number): { prefix: string; suffix: string } {
  const before =
    text
      .slice(Math.max(0, start - 200), start)
      .split("\n")
      .at(-1) ?? "";
  const behind = text.slice(end, end + 200).split("\n", 1)[0] ?? "";
  const wordsOf = (part: string) =>
    part
      .trim()
      .split(/\s+/)
      .filter((word) => word !== "");
  return { prefix: wordsOf(before).slice(-contextWords).join(" "), suffix: wordsOf(behind).slice(0, contextWords).join(" ") };
}
