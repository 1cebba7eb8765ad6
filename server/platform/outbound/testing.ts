// A way out whose every socket ends at a listener on this machine, after the guard has judged the address as it would any other.
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { outboundFor } from "../outbound";
import type { OutboundConfig } from "../outbound-config";
import type { Limits, Lookup } from "./parts";

export const publicAddress = "93.184.215.14";

export type Listener = { readonly port: number; readonly connections: () => number; readonly close: () => Promise<void> };

/** A server on loopback that counts the connections that reach it. */
export async function listen(answer: RequestListener): Promise<Listener> {
  let connections = 0;
  const server = createServer(answer).on("connection", () => {
    connections += 1;
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return { port: (server.address() as AddressInfo).port, connections: () => connections, close };
}

export const directly: OutboundConfig = { on: true, proxy: null, contact: "me@example.org", gapMs: 500 };

/** Every name resolves as `lookup` says, to a public address where it is not given; time between pages passes at once. */
export function outboundTo(port: number, lookup: Lookup = async () => [{ address: publicAddress }], limits: Partial<Limits> = {}) {
  const waits: number[] = [];
  const sleep = async (ms: number) => {
    waits.push(ms);
  };
  return { ...outboundFor(directly, { lookup, dial: () => ({ host: "127.0.0.1", port }), sleep, limits }), waits };
}
