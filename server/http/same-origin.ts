/**
 * Whether a request that changes something comes from this site's own pages, or from no page at all. Browsers always say where a foreign request
 * comes from; programs without a browser say nothing and carry no session that they do not own.
 */
export function isSameOrigin(method: string, headers: Headers): boolean {
  if (method === "GET" || method === "HEAD" || method === "OPTIONS") return true;
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return false;
  const origin = headers.get("origin");
  if (origin === null) return true;
  const host = headers.get("x-forwarded-host")?.split(",")[0]?.trim() ?? headers.get("host");
  return URL.canParse(origin) && new URL(origin).host === host;
}
