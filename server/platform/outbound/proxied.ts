// Through a forward proxy: http by absolute form, https through a tunnel. A proxy that knows no tunnels (it says so, or hangs up) gets the absolute
// form of https addresses as well. What the address's text shows is refused before; resolving names is the proxy's business, and so is guarding them.
import http from "node:http";
import { isIP, type Socket } from "node:net";
import { connect as startTls, type TLSSocket } from "node:tls";
import { Agent, buildConnector } from "undici";
import type { ProxyAddress } from "../outbound-config";
import { exchangeOver, mostHeaderBytes } from "./exchange";
import type { Limits } from "./parts";
import { codeOf, type Exchange, type Outcome, type Transport, TransportFault } from "./transport";

const noTunnels = [400, 404, 405, 501];

/** `said`: by its answer, which holds for all tunnels; a proxy that hung up may do otherwise the next time. */
class NoTunnels extends Error {
  readonly said: boolean;

  constructor(said: boolean) {
    super("The proxy makes no tunnel.");
    this.said = said;
  }
}

export function proxiedTransport(proxy: ProxyAddress, limits: Limits): Transport {
  const host = proxy.host.includes(":") ? `[${proxy.host}]` : proxy.host;
  const name = `${host}:${proxy.port}`;
  const credentials: Readonly<Record<string, string>> = proxy.authorization === null ? {} : { "proxy-authorization": proxy.authorization };
  const common = {
    allowH2: false,
    pipelining: 1,
    maxHeaderSize: mostHeaderBytes,
    headersTimeout: limits.totalMs,
    bodyTimeout: limits.totalMs,
    keepAliveMaxTimeout: 10_000,
  };
  const plain = buildConnector({ timeout: limits.connectMs, allowH2: false });
  const forward = new Agent({
    ...common,
    connect: (options, callback) =>
      plain(options, (error, socket) => (error ? callback(proxyDown(error), null) : callback(null, socket ?? missing()))),
  });
  const tunnels = new Agent({
    ...common,
    connections: 1,
    connect: (options, callback) =>
      void openTunnel(options.hostname, options.port).then(
        (socket) => callback(null, socket),
        (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null),
      ),
  });
  let tunnelling = true;

  return async (exchange) => {
    if (exchange.url.protocol === "https:" && tunnelling) {
      const outcome = await tunnelled(exchange);
      if (outcome !== null) return outcome;
    }
    const headers = { ...exchange.headers, host: exchange.url.host, ...credentials };
    const outcome = await exchangeOver(forward, `http://${name}`, exchange.url.href, { ...exchange, headers });
    return outcome.ok && outcome.answer.status === 407 ? { ok: false, ...refusedBy(407).failure } : outcome;
  };

  /** Null: the proxy knows no tunnels. */
  async function tunnelled(exchange: Exchange): Promise<Outcome | null> {
    const refused = { seen: false };
    const outcome = await exchangeOver(tunnels, exchange.url.origin, exchange.url.pathname + exchange.url.search, exchange, (error) => {
      refused.seen = error instanceof NoTunnels;
      if (error instanceof NoTunnels && error.said) tunnelling = false;
    });
    return refused.seen ? null : outcome;
  }

  async function openTunnel(target: string, port: string): Promise<TLSSocket> {
    const socket = await askForTunnel(`${target}:${port === "" ? "443" : port}`);
    const host = target.replace(/^\[|\]$/g, "");
    const secure = startTls({ socket, host, ...(isIP(host) ? {} : { servername: host }), ALPNProtocols: ["http/1.1"] });
    return new Promise((resolve, reject) => {
      secure.setTimeout(limits.connectMs, () => secure.destroy(new Error("The host did not finish its handshake.")));
      secure.once("error", reject);
      secure.once("secureConnect", () => {
        secure.setTimeout(0);
        secure.off("error", reject);
        resolve(secure);
      });
    });
  }

  function askForTunnel(target: string): Promise<Socket> {
    return new Promise((resolve, reject) => {
      const request = http.request({
        host: proxy.host,
        port: proxy.port,
        method: "CONNECT",
        path: target,
        headers: { host: target, ...credentials },
        agent: false,
      });
      request.setTimeout(limits.totalMs, () => request.destroy(new Error("The proxy did not answer.")));
      let reached = false;
      request.once("socket", (socket) =>
        socket.once("connect", () => {
          reached = true;
        }),
      );
      request.once("error", (error) => reject(reached && codeOf(error) === "ECONNRESET" ? new NoTunnels(false) : proxyDown(error)));
      request.once("response", (response) => {
        response.destroy();
        reject(answerOf(response.statusCode ?? 0));
      });
      request.once("connect", (response, socket) => {
        request.setTimeout(0);
        if (response.statusCode === 200) return resolve(socket);
        socket.destroy();
        reject(answerOf(response.statusCode ?? 0));
      });
      request.end();
    });
  }

  function answerOf(status: number): Error {
    return noTunnels.includes(status) ? new NoTunnels(true) : refusedBy(status);
  }

  function refusedBy(status: number): TransportFault {
    const message =
      status === 407
        ? `The proxy at ${name} asks for other credentials (407).`
        : `The proxy at ${name} did not connect to the page's host (it answered ${status}).`;
    return new TransportFault({ kind: "unreachable", message, network: status === 407 ? "absent" : "there" });
  }

  function proxyDown(cause: unknown): TransportFault {
    return new TransportFault({ kind: "unreachable", message: `The proxy at ${name} could not be reached.`, network: "absent" }, cause);
  }
}

function missing(): never {
  throw new Error("The connector gave neither a socket nor an error.");
}
