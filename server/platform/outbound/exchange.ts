// Sends one GET through a dispatcher and reads the answer. No redirect is followed and no cookie kept here or by the dispatcher.
import { type Dispatcher, errors } from "undici";
import { readBody, tooLarge } from "./read-body";
import { type Answer, codeOf, type Exchange, type Failure, type Outcome, TransportFault } from "./transport";

/** Bytes of all headers of an answer. */
export const mostHeaderBytes = 32 * 1024;

/** `target`: the path, or the whole address where a proxy is asked. `onError` sees what became a failure. */
export async function exchangeOver(
  dispatcher: Dispatcher,
  origin: string,
  target: string,
  exchange: Exchange,
  onError?: (error: unknown) => void,
): Promise<Outcome> {
  const { headers, signal, maxBytes } = exchange;
  try {
    const response = await dispatcher.request({ origin, path: target, method: "GET", headers, signal });
    return { ok: true, answer: await readAnswer(response, maxBytes) };
  } catch (error) {
    onError?.(error);
    return { ok: false, ...failureOf(error) };
  }
}

async function readAnswer(response: Dispatcher.ResponseData, maxBytes: number): Promise<Answer> {
  const headers: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(response.headers)) {
    if (value !== undefined && !/^set-cookie2?$/i.test(name)) headers[name.toLowerCase()] = Array.isArray(value) ? value.join(", ") : value;
  }
  if (Number(headers["content-length"]) > maxBytes) {
    response.body.destroy();
    throw tooLarge(maxBytes);
  }
  return { status: response.statusCode, headers: { ...headers }, body: await readBody(response.body, headers["content-encoding"], maxBytes) };
}

const absent = [
  "ECONNREFUSED",
  "ENETUNREACH",
  "EHOSTUNREACH",
  "ENETDOWN",
  "ETIMEDOUT",
  "EADDRNOTAVAIL",
  "EACCES",
  "EPERM",
  "UND_ERR_CONNECT_TIMEOUT",
];

function failureOf(error: unknown): Failure {
  if (error instanceof TransportFault) return error.failure;
  const code = codeOf(error);
  const network = absent.includes(code) ? "absent" : "there";
  return { kind: "unreachable", message: sentenceOf(code, error), network };
}

function sentenceOf(code: string, error: unknown): string {
  if (absent.includes(code)) return "No connection to the page's host could be made.";
  if (/CERT|TLS|SSL|SELF_SIGNED|VERIFY|ISSUER/.test(code)) return "The page's host has no certificate that can be trusted.";
  if (code === "UND_ERR_HEADERS_OVERFLOW") return "The page's host sent more headers than are read.";
  if (code.startsWith("HPE_") || error instanceof errors.HTTPParserError) return "The page's host did not answer in HTTP.";
  if (code.startsWith("Z_") || code.startsWith("ERR__ERROR_") || code.startsWith("ERR_BROTLI"))
    return "The page's body is damaged: it could not be inflated.";
  return "The page's host broke the connection off.";
}
