// Which IP addresses are the public internet's. Everything else is somebody's inside.
import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** Public by number, and yet the inside of a cloud: Azure's platform service. */
const insideClouds = new Set(["168.63.129.16"]);

/** Global unicast IPv6; what lies outside of it is reserved or a way to write an IPv4 address. */
const globalUnicast: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse("2000::"), 3];

/** True for an IPv4 or IPv6 address that any host on the internet may be asked at. */
export function isPublicAddress(text: string): boolean {
  // The library also takes short forms, which mean different addresses to different readers.
  if (isIP(text) === 0) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== "unicast" || insideClouds.has(address.toString())) return false;
  return address instanceof ipaddr.IPv4 || (address instanceof ipaddr.IPv6 && address.match(globalUnicast));
}
