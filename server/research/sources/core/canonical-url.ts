// One page, one address: two URLs that name the same page become the same string. For identity only; the address that is opened is kept as it came.

/** Longer addresses are session state, not names of pages. */
const longestUrl = 2048;
const trackingPrefixes = ["utm_", "mc_", "pk_", "mtm_", "hsa_", "_hs", "vero_", "oly_"];
const trackingNames = new Set(
  "gclid gclsrc dclid gbraid wbraid fbclid msclkid yclid twclid ttclid igshid mkt_tok s_cid cmpid icid ncid _ga _gl ref_src ref_url spm jsessionid phpsessid".split(
    " ",
  ),
);

/** The canonical form of an http(s) address; null where the string is not one, carries credentials or is too long. */
export function canonicalUrl(url: string): string | null {
  const parsed = parseHttpUrl(url);
  if (!parsed) return null;
  // The same page is served under both schemes wherever both exist; a port of one's own is another server.
  if (parsed.protocol === "http:" && parsed.port === "") parsed.protocol = "https:";
  parsed.hostname = parsed.hostname.replace(/\.$/, "");
  if (!parsed.hash.startsWith("#!")) parsed.hash = "";
  const kept = [...parsed.searchParams].filter(([name]) => !isTracking(name));
  // Order of parameters carries no meaning on the web, but repeated ones keep theirs: sort is stable.
  kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  parsed.search = new URLSearchParams(kept).toString();
  parsed.pathname = normalPath(parsed.pathname);
  const text = parsed.href;
  const bare = parsed.search === "" && parsed.hash === "" ? text.replace(/\/$/, "") : text;
  return bare.length > longestUrl ? null : bare;
}

/** The address as a URL object when it is http(s), without credentials and of bearable length. */
export function parseHttpUrl(url: string): URL | null {
  const trimmed = url.trim();
  if (trimmed.length > 2 * longestUrl || !/^https?:\/\//i.test(trimmed)) return null;
  const parsed = URL.parse(trimmed);
  if (!parsed || parsed.hostname === "" || parsed.username !== "" || parsed.password !== "") return null;
  return parsed;
}

function isTracking(name: string): boolean {
  const lower = name.toLowerCase();
  return trackingNames.has(lower) || trackingPrefixes.some((prefix) => lower.startsWith(prefix));
}

function normalPath(path: string): string {
  const collapsed = path
    .replace(/%[0-9a-f]{2}/gi, decodeUnreserved)
    .replace(/\/{2,}/g, "/")
    .replace(/;jsessionid=[^/]*/i, "");
  return collapsed.length > 1 ? collapsed.replace(/\/+$/, "") : collapsed;
}

function decodeUnreserved(code: string): string {
  const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
  return /[A-Za-z0-9\-._~]/.test(character) ? character : code.toUpperCase();
}
