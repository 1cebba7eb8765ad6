// Which addresses may be asked at all, told from their text alone. What a name resolves to is the connection's guard's to judge.
import { isIP } from "node:net";
import { isInsideName } from "./inside-names";
import { isPublicAddress } from "./public-address";

export type CheckedUrl =
  | { readonly ok: true; readonly url: URL }
  | { readonly ok: false; readonly kind: "bad_url" | "refused_address"; readonly message: string };

/** Browsers and servers agree on little more. */
const longestUrl = 2048;
const ports = ["", "80", "443"];

/** Parses and judges an address; the URL that comes back has no fragment and no dot behind its host. */
export function checkUrl(text: string): CheckedUrl {
  if (text.length > longestUrl) return bad(`it is longer than ${longestUrl} characters`);
  // Parsers drop or fold these in different ways, so that two of them see two hosts.
  if (/[\s\\\p{Cc}]/u.test(text)) return bad("it holds spaces, line breaks, backslashes or control characters");
  const authority = /^https?:\/\/([^/?#]+)/i.exec(text)?.[1];
  if (authority === undefined) return bad("only http:// and https:// addresses are fetched");
  if (authority.includes("@")) return bad("it carries a user name");
  if (authority.includes("%")) return bad("its host is written with escapes");
  if (/%(?:0d|0a|00)/i.test(text)) return bad("it holds escaped line breaks");
  const url = URL.parse(text);
  if (url === null || url.hostname === "") return bad("it is not a valid address");
  if (!ports.includes(url.port)) return bad(`port ${url.port} is not one of 80 and 443`);
  url.hash = "";
  return checkHost(url, authority.replace(/:\d*$/, ""));
}

function checkHost(url: URL, written: string): CheckedUrl {
  if (url.hostname.endsWith(".")) url.hostname = url.hostname.replace(/\.+$/, "");
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0) {
    if (!isPublicAddress(host)) return inside();
    const plain = written.startsWith("[") || written.replace(/\.$/, "") === host;
    return plain ? { ok: true, url } : bad("its host is a number in disguise");
  }
  if (isInsideName(host)) return inside();
  if (host.length > 253 || host.split(".").some((label) => label.length === 0 || label.length > 63)) return bad("its host name is not valid");
  return { ok: true, url };
}

function bad(why: string): CheckedUrl {
  return { ok: false, kind: "bad_url", message: `The address is not fetched: ${why}.` };
}

function inside(): CheckedUrl {
  return { ok: false, kind: "refused_address", message: "The address is not fetched: it leads into a private or reserved network." };
}
