// The canonical identity of a source. Two descriptions of one work get one key; two works never share one.
import { identitySchemes, type SourceIdentity } from "../schema";
import { canonicalUrl, parseHttpUrl } from "./canonical-url";

type Scheme = SourceIdentity["scheme"];

/** What is known about a source; values as written, each may be a bare identifier, a prefixed one or its resolver's address. */
export type KnownIdentifiers = {
  readonly doi?: string | null;
  readonly pmid?: string | number | null;
  readonly pmcid?: string | null;
  readonly nct?: string | null;
  readonly setId?: string | null;
  readonly application?: string | null;
  readonly isbn?: string | null;
  readonly documentId?: string | null;
  readonly url?: string | null;
};

/** `scheme:value`, the unit of "the same source". */
export function identityKey(identity: SourceIdentity): string {
  return `${identity.scheme}:${identity.value}`;
}

/**
 * The identity a source goes by, and its other names. Order of preference: DOI, PMID, PMCID, trial, label set, application, ISBN, document, address.
 * Null when nothing valid is known. A trial's number beside a DOI is no other name: the registry record is another source than the paper.
 */
export function identityOf(known: KnownIdentifiers): { identity: SourceIdentity; aliases: SourceIdentity[] } | null {
  const found: SourceIdentity[] = [];
  const add = (identity: SourceIdentity | null) => {
    if (identity && !found.some((other) => identityKey(other) === identityKey(identity))) found.push(identity);
  };
  add(identityFrom("doi", known.doi));
  add(identityFrom("pmid", known.pmid));
  add(identityFrom("pmcid", known.pmcid));
  add(identityFrom("nct", known.nct));
  add(identityFrom("setid", known.setId));
  add(identityFrom("application", known.application));
  add(identityFrom("isbn", known.isbn));
  add(identityFrom("document", known.documentId));
  if (known.url) add(identityOfUrl(known.url));
  const [identity, ...rest] = found;
  if (!identity) return null;
  return { identity, aliases: rest.filter((alias) => nameSameThing(identity, alias)) };
}

/** Reads `scheme:value` or the address of a known resolver; null when it is neither. */
export function parseIdentity(text: string): SourceIdentity | null {
  const trimmed = text.trim();
  if (/^https?:\/\//i.test(trimmed)) return identityOfUrl(trimmed);
  const match = /^([a-z]+):\s*(.+)$/is.exec(trimmed);
  const scheme = identitySchemes.find((name) => name === match?.[1]?.toLowerCase());
  return scheme && match?.[2] ? identityFrom(scheme, match[2]) : null;
}

/** What an address names: the registered identity behind a resolver's address, else the canonical address itself. */
export function identityOfUrl(url: string): SourceIdentity | null {
  const parsed = parseHttpUrl(url);
  if (!parsed) return null;
  const host = parsed.hostname.toLowerCase().replace(/^www\./, "");
  const path = safeDecode(parsed.pathname);
  if (host === "doi.org" || host === "dx.doi.org") return identityFrom("doi", path.slice(1)) ?? urlIdentity(url);
  if (host === "pubmed.ncbi.nlm.nih.gov") return identityFrom("pmid", path.split("/")[1]) ?? urlIdentity(url);
  if (host === "pmc.ncbi.nlm.nih.gov" || host === "ncbi.nlm.nih.gov" || host === "europepmc.org") {
    const pmcid = /\b(PMC\d+)\b/i.exec(path)?.[1];
    const pmid = /\/(?:pubmed|med)\/(\d+)/i.exec(path)?.[1];
    return identityFrom("pmcid", pmcid) ?? identityFrom("pmid", pmid) ?? urlIdentity(url);
  }
  if (host === "clinicaltrials.gov") return identityFrom("nct", /NCT\d{8}/i.exec(path)?.[0]) ?? urlIdentity(url);
  if (host === "dailymed.nlm.nih.gov") {
    const inPath = /\/spls\/([0-9a-f-]{36})/i.exec(path)?.[1];
    return identityFrom("setid", parsed.searchParams.get("setid") ?? inPath) ?? urlIdentity(url);
  }
  return urlIdentity(url);
}

/** The identity under one scheme from a value as written; null when the value is not of that scheme. */
export function identityFrom(scheme: Scheme, raw: string | number | null | undefined): SourceIdentity | null {
  if (raw === null || raw === undefined) return null;
  const value = normalise[scheme](String(raw).trim().normalize("NFKC"));
  return value ? { scheme, value } : null;
}

const normalise: Record<Scheme, (text: string) => string | null> = {
  // DOIs are compared without regard to case; a closing full stop or bracket belongs to the sentence around it.
  doi: (text) => {
    const bare = safeDecode(text.replace(/^(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\//i, "").replace(/^doi:\s*/i, ""));
    const match = /^10\.\d{4,9}\/\S+$/.exec(bare.replace(/[.,;]+$/, ""));
    return match ? withoutLoneBracket(match[0]).toLowerCase() : null;
  },
  pmid: (text) => whole(/^(?:pmid:?\s*)?0*([1-9]\d{0,8})$/i, text),
  pmcid: (text) => prefixed("PMC", whole(/^(?:pmcid:?\s*)?(?:PMC)?0*([1-9]\d{0,8})(?:\.\d+)?$/i, text)),
  nct: (text) => prefixed("NCT", whole(/^(?:nct:?\s*)?(?:NCT)?(\d{8})$/i, text)),
  setid: (text) => whole(/^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i, text)?.toLowerCase() ?? null,
  application: (text) =>
    whole(/^((?:NDA|ANDA|BLA)\s?\d{3,7}|EMEA\/[A-Z]\/[A-Z]\/\d+|[A-Z0-9][A-Z0-9/. -]{2,40})$/i, text)
      ?.toUpperCase()
      .replace(/\s+/g, "") ?? null,
  isbn: (text) => isbn13(text.replace(/^isbn(?:-1[03])?:?\s*/i, "").replace(/[\s-]/g, "")),
  url: (text) => canonicalUrl(text),
  document: (text) => (/^[\w.-]{1,80}$/.test(text) ? text : null),
};

function whole(pattern: RegExp, text: string): string | null {
  return pattern.exec(text)?.[1] ?? null;
}

function prefixed(prefix: string, digits: string | null): string | null {
  return digits ? prefix + digits : null;
}

function withoutLoneBracket(doi: string): string {
  return doi.endsWith(")") && !doi.includes("(") ? doi.slice(0, -1) : doi;
}

function urlIdentity(url: string): SourceIdentity | null {
  const value = canonicalUrl(url);
  return value ? { scheme: "url", value } : null;
}

/** Records of one literature chain (DOI, PMID, PMCID) name one work; an address names whatever stands at it. */
function nameSameThing(identity: SourceIdentity, alias: SourceIdentity): boolean {
  const literature: readonly Scheme[] = ["doi", "pmid", "pmcid"];
  if (alias.scheme === "url") return true;
  return literature.includes(identity.scheme) && literature.includes(alias.scheme);
}

/** ISBN-13 with a valid check digit; an ISBN-10 becomes its ISBN-13 (ISO 2108). */
function isbn13(text: string): string | null {
  if (/^\d{9}[\dX]$/i.test(text)) {
    const sum = [...text.toUpperCase()].reduce((total, c, i) => total + (c === "X" ? 10 : Number(c)) * (10 - i), 0);
    return sum % 11 === 0 ? withCheckDigit(`978${text.slice(0, 9)}`) : null;
  }
  return /^97[89]\d{10}$/.test(text) && withCheckDigit(text.slice(0, 12)) === text ? text : null;
}

function withCheckDigit(twelve: string): string {
  const sum = [...twelve].reduce((total, c, i) => total + Number(c) * (i % 2 === 0 ? 1 : 3), 0);
  return twelve + String((10 - (sum % 10)) % 10);
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray percent sign is part of the name then.
    return text;
  }
}
