import { ADDRCONFIG } from "node:dns";
import { lookup as systemLookup } from "node:dns/promises";
import { Agent } from "undici";
import { makePlaces } from "../places";
import { checkedConnector } from "./connect-checked";
import { exchangeOver, mostHeaderBytes } from "./exchange";
import type { Limits, Lookup, OutboundParts } from "./parts";
import type { Transport } from "./transport";

/** Each blocks one of the process's few worker threads, for long where there is no network. */
const lookupsAtATime = 2;
const endless = new AbortController().signal;

function systemResolver(): Lookup {
  const places = makePlaces(lookupsAtATime);
  return (hostname) => places.take(endless, () => systemLookup(hostname, { all: true, hints: ADDRCONFIG }));
}

/** Straight to the page's host, over connections whose address was checked. */
export function directTransport(parts: OutboundParts, limits: Limits): Transport {
  const agent = new Agent({
    connect: checkedConnector(parts.lookup ?? systemResolver(), parts.dial, limits),
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
