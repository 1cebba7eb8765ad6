// Opens a socket to a host whose every address has been checked. The socket goes to the very address that was judged, by number: a name that
// answers differently the second time is not asked a second time.
import { isIP } from "node:net";
import { buildConnector } from "undici";
import { isPublicAddress } from "./core/public-address";
import type { Dial, Limits, Lookup } from "./parts";
import { codeOf, TransportFault } from "./transport";

/** Where the first does not answer the next of the other family may; more would only take time. */
const mostAttempts = 2;

/** A connector for undici that reaches public addresses only. */
export function checkedConnector(lookup: Lookup, dial: Dial | undefined, limits: Limits): buildConnector.connector {
  const open = buildConnector({ timeout: limits.connectMs, allowH2: false, maxCachedSessions: 0 });
  return (options, callback) => {
    void connect(options).then(
      (socket) => callback(null, socket),
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null),
    );
  };

  async function connect(options: buildConnector.Options) {
    const host = bare(options.hostname);
    const addresses = isIP(host) ? [host] : await resolved(host, lookup, limits.connectMs);
    if (addresses.length === 0) throw notResolved("ENODATA");
    if (!addresses.every(isPublicAddress)) {
      const message = "The address is not fetched: its name leads into a private or reserved network.";
      throw new TransportFault({ kind: "refused_address", message, network: "refused" });
    }
    let failed: unknown;
    for (const address of inTurn(addresses)) {
      try {
        return await openAt(address, options);
      } catch (error) {
        failed = error;
      }
    }
    throw failed;
  }

  function openAt(address: string, options: buildConnector.Options) {
    const secure = options.protocol === "https:";
    const port = options.port === "" ? (secure ? 443 : 80) : Number(options.port);
    const target = dial?.(address, port) ?? { host: address, port };
    const at = {
      ...options,
      hostname: target.host,
      port: String(target.port),
      // The certificate is the name's, not the number's.
      ...(secure && !isIP(bare(options.hostname)) ? { servername: options.hostname } : {}),
    };
    return new Promise<Parameters<buildConnector.Callback>[1] & object>((resolve, reject) => {
      open(at, (error, socket) => {
        if (error) reject(error);
        else if (socket === null) reject(new Error("no socket"));
        else resolve(socket);
      });
    });
  }
}

/** An IPv6 address without its brackets. */
function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, "");
}

async function resolved(host: string, lookup: Lookup, ms: number): Promise<string[]> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(notResolved("ETIMEOUT")), ms);
  try {
    const found = await Promise.race([lookup(host), late.promise]);
    return found.map((entry) => entry.address);
  } catch (error) {
    throw error instanceof TransportFault ? error : notResolved(codeOf(error));
  } finally {
    clearTimeout(timer);
  }
}

function notResolved(code: string): TransportFault {
  const unknown = code === "ENOTFOUND" || code === "ENODATA";
  const message = unknown ? "The page's host was not found." : "The name of the page's host could not be resolved.";
  return new TransportFault({ kind: "unreachable", message, network: "absent", ...(unknown ? { noSuchHost: true } : {}) });
}

function inTurn(addresses: readonly string[]): string[] {
  const [first = ""] = addresses;
  const other = addresses.find((address) => isIP(address) !== isIP(first)) ?? addresses[1];
  return (other === undefined ? [first] : [first, other]).slice(0, mostAttempts);
}
