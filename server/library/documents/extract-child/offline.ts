// A process that takes files apart has nobody to talk to: whatever a file makes its parser try, no connection is opened from here. The permission model of this
// Node guards files and processes, not the network.
import { Socket as DatagramSocket } from "node:dgram";
import dns from "node:dns";
import { Socket } from "node:net";

export function goOffline(): void {
  const refuse = (): never => {
    throw new Error("There is no network here.");
  };
  Socket.prototype.connect = refuse;
  Object.assign(DatagramSocket.prototype, { bind: refuse, send: refuse, connect: refuse });
  Object.assign(dns, { lookup: refuse, resolve: refuse, resolve4: refuse, resolve6: refuse });
  for (const name of ["fetch", "WebSocket", "EventSource", "XMLHttpRequest"]) Reflect.deleteProperty(globalThis, name);
}
