import { isIP } from "node:net";

/**
 * Whom a rate limit counts. The last entry of X-Forwarded-For, which the nearest proxy wrote; earlier entries are the caller's own words.
 * An IPv6 caller owns a whole /64, so that is what counts.
 */
export function clientAddress(headers: Headers): string {
  const last = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  const kind = isIP(last);
  if (kind === 4) return last;
  if (kind === 6) return networkOf(last);
  return "unknown";
}

/** The first four groups of an IPv6 address, or the IPv4 address inside a mapped one. */
function networkOf(address: string): string {
  const bare = address.split("%")[0] ?? address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  if (mapped) return mapped;
  const [head = "", tail] = bare.toLowerCase().split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const groups = tail === undefined ? left : [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0"), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}
