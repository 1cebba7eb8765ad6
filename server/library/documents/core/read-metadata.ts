// Title and metadata of a document: what the file states goes first, then what its markup says, then what the text shows.
import { limits } from "../limits";
import { type DocumentKind, type DocumentMetadata, type FrontMatterKey, frontMatterShapes } from "../schema";
import { type Detected, detectKind } from "./detect-kind";

export type Read = {
  readonly title: string;
  readonly kind: DocumentKind;
  /** Why it is taken for that kind, one sentence. */
  readonly kindReason: string;
  readonly language: string | null;
  readonly metadata: DocumentMetadata;
  readonly warnings: readonly string[];
};

export type Given = {
  readonly fileName: string;
  /** The text without front matter, or so much of it as shows what the document is. */
  readonly body: string;
  readonly stated: Readonly<Record<string, string>>;
  readonly found: Readonly<Record<string, string>>;
  readonly title: string | null;
  /** Text of the first heading, when there is one. */
  readonly firstHeading: string | null;
};

type Values = Partial<Record<FrontMatterKey, string | number>>;

export function readMetadata(given: Given): Read {
  const warnings: string[] = [];
  const other: Record<string, string> = {};
  const stated: Values = {};
  for (const [key, value] of Object.entries(given.stated)) {
    if (value === "") continue;
    if (!isKnown(key)) other[key] = value.slice(0, limits.metadataValue);
    else takeStated(stated, key, value, warnings);
  }
  const found = readFound(given.found);
  const seen = detectKind(given.body);
  const guessed = guesses(seen, found);
  const { title, language, ...merged } = { ...guessed, ...stated };
  const detected = Object.keys(guessed).filter((key) => isKnown(key) && stated[key] === undefined);
  const metadata: DocumentMetadata = { ...texts(merged), tier: Number(merged.tier ?? 10), detected, other };
  return {
    title: pickTitle(text(title), given),
    ...kindOf(seen, metadata),
    language: text(language) ?? null,
    metadata,
    warnings,
  };
}

function kindOf({ kind, reason }: Detected, { tier, identity }: DocumentMetadata): { kind: DocumentKind; kindReason: string } {
  const isLabel = tier === 1 && kind === "label";
  if (!isLabel && kind !== "paper" && identity?.startsWith("doi:")) return { kind: "paper", kindReason: "It is named by a DOI." };
  return { kind, kindReason: reason };
}

function isKnown(key: string): key is FrontMatterKey {
  return Object.hasOwn(frontMatterShapes, key);
}

function takeStated(stated: Values, key: FrontMatterKey, value: string, warnings: string[]): void {
  const parsed = frontMatterShapes[key].safeParse(value);
  if (parsed.success) stated[key] = key === "identity" ? tidyIdentity(String(parsed.data)) : parsed.data;
  else warnings.push(`The ${key.replace("_", " ")} "${value.slice(0, 60)}" was ignored: it ${parsed.error.issues[0]?.message ?? "is not valid"}.`);
}

function tidyIdentity(raw: string): string {
  const colon = raw.indexOf(":");
  return `${raw.slice(0, colon).trim().toLowerCase()}:${raw.slice(colon + 1).trim()}`;
}

/** Markup is often wrong: what does not fit is passed over in silence. */
function readFound(found: Readonly<Record<string, string>>): Values {
  const values: Values = {};
  for (const [key, raw] of Object.entries(found)) {
    const value = key === "date" ? (/^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(raw.replaceAll("/", "-"))?.[0] ?? "") : raw;
    if (key === "doi" && /^(?:doi:)?10\.\d{4,9}\/\S+$/i.test(value)) values.identity = `doi:${value.replace(/^doi:/i, "").toLowerCase()}`;
    else if (isKnown(key) && frontMatterShapes[key].safeParse(value).success) values[key] = value;
  }
  return values;
}

function guesses(seen: Detected, found: Values): Values {
  const { kind: _kind, reason: _reason, ...facts } = seen;
  const paper = found.identity !== undefined && seen.tier === 10;
  return { ...found, ...facts, ...(paper ? { tier: 4 } : {}), ...(found.identity ? { identity: found.identity } : {}) };
}

function texts(values: Values): Omit<DocumentMetadata, "tier" | "detected" | "other"> {
  const { tier: _tier, title: _title, language: _language, ...rest } = values;
  return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, String(value)]));
}

function text(value: string | number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

function pickTitle(stated: string | undefined, given: Given): string {
  const firstLine = given.body.split("\n").find((line) => /[\p{L}\p{N}]/u.test(line));
  const line = firstLine && firstLine.trim().length <= 200 ? firstLine : null;
  const candidates = [stated, usable(given.title), given.firstHeading, line, given.fileName.replace(/\.[A-Za-z0-9]{1,10}$/, "")];
  for (const candidate of candidates) {
    const title = plain(candidate ?? "");
    if (title !== "") return title;
  }
  return given.fileName.slice(0, limits.title) || "Untitled";
}

/** Programs fill in titles such as "untitled" and "Microsoft Word - draft3.doc". */
function usable(title: string | null): string | null {
  return title && !/^(?:untitled|document\d*|microsoft word|powerpoint presentation|title)\b/i.test(title.trim()) ? title : null;
}

function plain(raw: string): string {
  return raw
    .slice(0, limits.title * 4)
    .replace(/^\uFEFF/, "")
    .replace(/^#{1,6}\s+|\s+#+\s*$/g, "")
    .replace(/[*_`]{1,3}(\S(?:.*?\S)?)[*_`]{1,3}/g, "$1")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, limits.title);
}
