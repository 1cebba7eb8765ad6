// Whether and by which way pages that a model or an engine named are fetched.
import { z } from "zod";
import { type EngineEnvironment, standinSettings } from "./engine-config";
import { standinBaseUrl } from "./standin-addresses";

const proxyAddress = z
  .string()
  .trim()
  .refine(isProxy, "must be a proxy's address like http://host:port, with or without user:password@ before the host");

export const outboundVariables = {
  /** off: no page is fetched, and sources say that they were not looked at. */
  OUTBOUND: z.enum(["on", "off"], { error: "must be one of on, off" }).default("on"),
  /** A plain HTTP forward proxy; resolving names is then its business. */
  OUTBOUND_PROXY: proxyAddress.optional(),
  /** Milliseconds between two pages of one host; a site that asks for more gets more. */
  OUTBOUND_GAP_MS: z.coerce
    .number({ error: "must be a number of milliseconds from 0 to 10000" })
    .min(0, "must be a number of milliseconds from 0 to 10000")
    .max(10_000, "must be a number of milliseconds from 0 to 10000")
    .optional(),
};
const environment = z.object(outboundVariables);

export type ProxyAddress = {
  readonly host: string;
  readonly port: number;
  /** The value of Proxy-Authorization; it is sent to the proxy and never logged. */
  readonly authorization: string | null;
};

export type OutboundConfig = {
  readonly on: boolean;
  readonly proxy: ProxyAddress | null;
  /** An address for people whose site is visited, empty when the operator gave none. */
  readonly contact: string;
  /** Milliseconds between two pages of one host. */
  readonly gapMs: number;
};

const politeGapMs = 500;

/** With the stand-ins on, pages come from theirs, unless a proxy was named. */
export function outboundSettings(env: z.infer<typeof environment> & EngineEnvironment, contact: string): OutboundConfig {
  const standins = standinSettings(env);
  const given = env.OUTBOUND_PROXY ?? (standins.on ? standinBaseUrl("pages", standins.firstPort) : undefined);
  const standinsOnly = standins.on && env.OUTBOUND_PROXY === undefined;
  return {
    on: env.OUTBOUND === "on",
    proxy: given === undefined ? null : readProxy(given),
    contact,
    gapMs: env.OUTBOUND_GAP_MS ?? (standinsOnly ? 0 : politeGapMs),
  };
}

function isProxy(text: string): boolean {
  const url = URL.parse(text);
  if (url?.protocol !== "http:" || url.pathname !== "/" || url.search !== "" || url.hash !== "") return false;
  // A percent sign that begins no escape could not be told from one that does.
  return !/%(?![0-9a-f]{2})/i.test(url.username + url.password);
}

function readProxy(text: string): ProxyAddress {
  const url = new URL(text);
  const named = url.username !== "" || url.password !== "";
  const credentials = `${bytesOf(url.username)}:${bytesOf(url.password)}`;
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? 80 : Number(url.port),
    authorization: named ? `Basic ${Buffer.from(credentials, "latin1").toString("base64")}` : null,
  };
}

/** Escapes as bytes, which need not be UTF-8. */
function bytesOf(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
