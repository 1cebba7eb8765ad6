// Which hosts this process has ever connected to. It tells "no route to it" from "it is slow", which a time-out alone cannot.
import { subscribe } from "node:diagnostics_channel";
import { singleton } from "@/server/platform/singleton";

/** More hosts than this are not providers. */
const mostHosts = 1000;

const connected = singleton("provider-connections", () => {
  const hosts = new Set<string>();
  // Published by the fetch that is built into Node for every socket it opens.
  subscribe("undici:client:connected", (message) => {
    const host = hostOf(message);
    if (host && hosts.size < mostHosts) hosts.add(host);
  });
  return hosts;
});

/** True when a connection to the address's host and port has been made at least once. */
export function wasConnectedTo(url: string): boolean {
  return connected.has(URL.parse(url)?.host ?? "");
}

function hostOf(message: unknown): string | null {
  if (typeof message !== "object" || message === null || !("connectParams" in message)) return null;
  const params = message.connectParams;
  return typeof params === "object" && params !== null && "host" in params && typeof params.host === "string" ? params.host : null;
}
