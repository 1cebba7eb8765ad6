import { ADDRCONFIG } from "node:dns";
import { lookup as systemLookup } from "node:dns/promises";
import { Agent } from "undici";
import { checkedConnector } from "./connect-checked";
import { exchangeOver, mostHeaderBytes } from "./exchange";
import type { Limits, Lookup, OutboundParts } from "./parts";
import type { Transport } from "./transport";

const resolve: Lookup = (hostname) => systemLookup(hostname, { all: true, hints: ADDRCONFIG });

/** Straight to the page's host, over connections whose address was checked. */
export function directTransport(parts: OutboundParts, limits: Limits): Transport {
  const agent = new Agent({
    connect: checkedConnector(parts.lookup ?? resolve, parts.dial, limits),
    allowH2: false,
    connections: 1,
    pipelining: 1,
    maxHeaderSize: mostHeaderBytes,
    headersTimeout: limits.totalMs,
    bodyTimeout: limits.totalMs,
    keepAliveMaxTimeout: 10_000,
  });
  return (exchange) => exchangeOver(agent, exchange.url.origin, exchange.url.pathname + exchange.url.search, exchange);
}
