// A service that repeats the key it was sent: in what it says about a refusal, or in the middle of its answer.
import { jsonReply, type StandinReply, type StandinRequest } from "./wire";

const prose = /("(?:text|delta|answer|content|title|name|abstract|snippet)":\s*")(?=[^"])/;

/** Every secret that a request carries, as it was sent. */
export function secretsOf({ headers, query }: StandinRequest): string[] {
  const { authorization = "", "x-goog-api-key": googles = "", "x-api-key": other = "" } = headers;
  const sent = [authorization.replace(/^Bearer /, ""), googles, other, query.get("api_key") ?? "", query.get("key") ?? ""];
  return sent.filter((secret) => secret !== "");
}

/** A refusal that repeats the request whole: address, headers, keys. */
export function echoingRefusal(request: StandinRequest, status: number): StandinReply {
  const keys = secretsOf(request).join(", ");
  const message = `Incorrect API key provided: ${keys}. You sent ${request.method} ${request.path}?${request.query} with ${JSON.stringify(request.headers)}.`;
  return jsonReply(
    { error: { message, code: "invalid_api_key", type: keys }, detail: { error: message } },
    { status, headers: { "x-request-id": keys } },
  );
}

/** The answer, with the keys inside its first words. */
export function echoingAnswer(request: StandinRequest, reply: StandinReply): StandinReply {
  const keys = secretsOf(request).join(" ");
  const { body } = reply;
  if (keys === "" || Buffer.isBuffer(body)) return reply;
  const whole = typeof body === "string" ? body : body.join("");
  return { ...reply, body: whole.replace(new RegExp(prose, "g"), `$1Your key ${keys} is in use. `) };
}
