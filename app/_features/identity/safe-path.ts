/** `from` when it is a path of this site, `fallback` for anything else: another origin, a scheme, an API route, the way in itself. */
export function safePath(from: unknown, fallback = "/research"): string {
  // A backslash or a control character is read as a slash or dropped by browsers, which would turn a path into a host.
  if (typeof from !== "string" || from.length > 2000 || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(from)) return fallback;
  const base = "http://site.invalid";
  if (!URL.canParse(from, base)) return fallback;
  const url = new URL(from, base);
  if (url.origin !== base || /^\/(api|sign-in|sign-up|waiting)(\/|$)/.test(url.pathname) || url.pathname.startsWith("//")) return fallback;
  return url.pathname + url.search + url.hash;
}
