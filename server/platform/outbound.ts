// The only way out to an address that a model, an engine or a document supplied. Public addresses on ports 80 and 443 only, judged by their text and
// again at the connection; limits on time, size and rate; nothing is sent along but the request itself. Nothing here reads what came.
import { config } from "./config";
import { directTransport } from "./outbound/direct";
import { fetchPage, type World } from "./outbound/fetch-page";
import { defaultLimits, type OutboundParts } from "./outbound/parts";
import { proxiedTransport } from "./outbound/proxied";
import { makeRest } from "./outbound/rest";
import { makeRobots } from "./outbound/robots";
import { makeTurns } from "./outbound/turns";
import type { Outbound } from "./outbound/types";
import type { OutboundConfig } from "./outbound-config";
import { pause } from "./pause";
import { singleton } from "./singleton";
import { userAgent } from "./user-agent";

export type { FetchedPage, Outbound, RefusalKind } from "./outbound/types";

/** A way out with rests, turns and rules of its own. `parts` stand in for the world in tests; the process's own has none. */
export function outboundFor(config: OutboundConfig, parts: OutboundParts = {}): Outbound {
  if (!config.on) {
    const refusal = { kind: "off" as const, message: "Fetching pages is turned off here (OUTBOUND=off).", hops: [] };
    return { fetchPage: async () => ({ ok: false, refusal }) };
  }
  const now = parts.now ?? (() => new Date());
  const limits = { ...defaultLimits, gapMs: config.gapMs, ...parts.limits };
  const { proxy } = config;
  const world: World = {
    transport: proxy === null ? directTransport(parts, limits) : proxiedTransport(proxy, limits),
    turns: makeTurns(limits, now, parts.sleep ?? pause),
    robots: makeRobots(now),
    rest: makeRest(now),
    now,
    limits,
    userAgent: userAgent(config.contact),
  };
  return { fetchPage: (url, options = {}) => fetchPage(world, url, options) };
}

/** The process's own way out, by the configuration in force. */
export function outbound(): Outbound {
  const own = singleton<{ made: Outbound | null; by: OutboundConfig | null }>("outbound", () => ({ made: null, by: null }));
  const current = config().outbound;
  if (own.made === null || own.by !== current) Object.assign(own, { made: outboundFor(current), by: current });
  return own.made ?? outboundFor(current);
}
