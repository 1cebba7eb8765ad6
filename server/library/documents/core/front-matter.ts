// Front matter: `key: value` lines between two lines of three dashes at the very start of a file. Not YAML: one line, one value.

export type FrontMatter = {
  /** Keys in lower case with underscores, values without their quotes. */
  readonly values: Readonly<Record<string, string>>;
  /** Where the body starts, in UTF-16 units; 0 when there is no front matter. */
  readonly bodyStart: number;
};

const none: FrontMatter = { values: {}, bodyStart: 0 };

export function readFrontMatter(text: string, maxUnits: number): FrontMatter {
  const start = text.startsWith("\uFEFF") ? 1 : 0;
  const opening = /^---[ \t]*\r?\n/.exec(text.slice(start, start + 16));
  if (!opening) return none;
  const values: Record<string, string> = {};
  let at = start + opening[0].length;
  const most = Math.min(text.length, start + maxUnits);
  while (at < most) {
    const newline = text.indexOf("\n", at);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(at, end).trimEnd();
    at = newline === -1 ? text.length : newline + 1;
    if (line === "---" || line === "...") return { values, bodyStart: at };
    const colon = line.indexOf(":");
    if (line.trim() === "" || line.trimStart().startsWith("#")) continue;
    // A rule line under which prose stands is no front matter.
    if (colon < 1) return none;
    const key = normaliseKey(line.slice(0, colon));
    if (key === null) return none;
    values[key] = unquote(line.slice(colon + 1).trim());
  }
  return none;
}

function normaliseKey(raw: string): string | null {
  const key = raw
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
  return /^[\p{L}_][\p{L}\p{N}_.]{0,63}$/u.test(key) && key !== "__proto__" ? key : null;
}

function unquote(value: string): string {
  const quoted = /^"(.*)"$|^'(.*)'$/.exec(value);
  return quoted ? (quoted[1] ?? quoted[2] ?? "") : value;
}
