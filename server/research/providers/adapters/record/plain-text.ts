// Titles and abstracts arrive with markup, entities and control characters of other people's systems. What leaves here is one plain line or paragraph.

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  thinsp: " ",
  ndash: "–",
  mdash: "—",
  plusmn: "±",
  le: "≤",
  ge: "≥",
  micro: "µ",
  mu: "μ",
  alpha: "α",
  beta: "β",
  gamma: "γ",
  deg: "°",
  times: "×",
  middot: "·",
  hellip: "…",
};
const attributes = String.raw`(?:\s+[\w:.-]{1,60}\s*=\s*(?:"[^"<>]{0,500}"|'[^'<>]{0,500}'|[^\s"'<>]{1,500})){0,12}\s*/?`;
/** Element names that part words; the others (i, b, sup) stand inside one. */
const parting = new RegExp(`</?(?:p|div|br|li|ul|ol|tr|td|th|table|h[1-6]|sec|title|section|abstract|jats:[a-z]+)${attributes}>`, "gi");
const tag = new RegExp(`<!--[\\s\\S]{0,2000}?-->|</?[a-z][\\w:.-]{0,40}(?:${attributes})>`, "gi");
/** Script and style hold no prose. */
const unseen = /<(script|style)\b[^<>]{0,500}>[\s\S]{0,20000}?<\/\1\s*>/gi;

/** Text without markup, entities and control characters; runs of white space become one blank. Comparisons such as "p < 0.05" stay. */
export function plainText(text: string): string {
  const bare = text.replace(unseen, " ").replace(parting, " ").replace(tag, "");
  return tidy(decodeEntities(bare));
}

/** One line: no control characters, directional marks or line ends. */
export function tidy(text: string): string {
  return (
    text
      .toWellFormed()
      .normalize("NFC")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
      .replace(/[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g, (found) =>
        /[\t\n\r\u0085\u2028\u2029]/.test(found) ? " " : "",
      )
      .replace(/\s+/g, " ")
      .trim()
  );
}

/** A title fit for display: plain, at most 600 characters, `fallback` when nothing is left. */
export function plainTitle(text: string | null | undefined, fallback: string): string {
  const title = plainText(text ?? "").replace(/^\[(.+)\]\.?$/, "$1");
  return (title === "" ? fallback : title).slice(0, 600).toWellFormed();
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? named[name.toLowerCase()] ?? whole;
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? "", 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : " ";
  });
}
