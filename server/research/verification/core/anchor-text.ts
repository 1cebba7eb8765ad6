// A text in one spelling, with the way back: every character of the normal form knows where it came from.

export type MappedText = {
  normal: string;
  /** Start in the original of each character of `normal`, and its end; both have one entry per UTF-16 unit of `normal`. */
  starts: Int32Array;
  ends: Int32Array;
};

const dropped = /[\u00ad\u200b-\u200d\u2060\ufeff]/;
const dashes = /[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d]/;
const singles = /[\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4`]/;
const doubles = /[\u201c-\u201f\u00ab\u00bb\u2033]/;
const superscript = /[\u00b2\u00b3\u00b9\u2070-\u207f]/;
const vulgar = /[\u00bc-\u00be\u2150-\u215f]/;

/** Normal form of one cluster (a character with its combining marks). Powers stay powers: 10⁶ is never 106. */
function normalOf(cluster: string): string {
  if (dropped.test(cluster)) return "";
  if (/^\s/.test(cluster)) return " ";
  if (dashes.test(cluster)) return "-";
  if (singles.test(cluster)) return "'";
  if (doubles.test(cluster)) return '"';
  if (superscript.test(cluster)) return `^${cluster.normalize("NFKC").replace("\u2212", "-")}`;
  if (vulgar.test(cluster)) return ` ${cluster.normalize("NFKC").replace("\u2044", "/")}`;
  return cluster.normalize("NFKC").replace("\u03bc", "u").replace("\u2044", "/");
}

const cluster = /\*\*|__(?=\S)|[\s\S]\p{M}*/uy;
const combining = /\p{M}/u;

/** True for a character that is its own normal form, whatever stands before it. */
function isPlain(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code <= 32 || code > 126 || code === 96 || code === 42 || code === 95) return false;
  return text.charCodeAt(at + 1) < 127 || !combining.test(text.charAt(at + 1));
}

/** NFKC, dashes, quotes, soft hyphens and white space in one form. Emphasis marks of markdown are dropped; runs of white space are one blank. */
export function mapText(text: string): MappedText {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const put = (unit: string, start: number, end: number): void => {
    if (unit === " " && parts.at(-1) === " ") return;
    parts.push(unit);
    starts.push(start);
    ends.push(end);
  };
  for (let at = 0; at < text.length; ) {
    if (isPlain(text, at)) {
      put(text.charAt(at), at, ++at);
      continue;
    }
    cluster.lastIndex = at;
    const raw = cluster.exec(text)?.[0] ?? text.charAt(at);
    const normal = raw === "**" || raw === "__" ? "" : normalOf(raw);
    for (const unit of normal.split("")) put(unit, at, at + raw.length);
    at += raw.length;
  }
  return { normal: parts.join(""), starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

/** Original offsets of a range of the normal form. */
export function originalRange(mapped: MappedText, from: number, to: number): { start: number; end: number } {
  return { start: mapped.starts[from] ?? 0, end: mapped.ends[to - 1] ?? 0 };
}

/** True when a match is not a piece of a longer word or number: "2 h" is not in "12 h", "5 mg" not in "2.5 mg". */
export function standsAlone(text: string, from: number, to: number): boolean {
  const [first, last] = [text.charAt(from), text.charAt(to - 1)];
  const [before, after] = [text.slice(Math.max(0, from - 2), from), text.slice(to, to + 2)];
  if (/[\p{L}\p{N}]/u.test(first) && /[\p{L}\p{N}]$/u.test(before)) return false;
  if (/[\p{L}\p{N}]/u.test(last) && /^[\p{L}\p{N}]/u.test(after)) return false;
  if (/\d/.test(first) && /(?:\d[.,]|[-+^])$/.test(before) && !/[\p{L}\s(]-$/u.test(before)) return false;
  return !(/\d/.test(last) && /^(?:[.,]\d|\^)/.test(after));
}
