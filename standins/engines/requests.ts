// What the stand-ins of /responses ask of a request, as their vendors do.
import { z } from "zod";
import type { StandinReply, StandinRequest } from "../wire";
import { jsonReply } from "../wire";

const bodySchema = z.looseObject({
  model: z.string().min(1),
  input: z.union([z.string(), z.array(z.object({ role: z.string(), content: z.string() }))]),
  stream: z.boolean().optional(),
  tools: z.array(z.looseObject({ type: z.string() })).optional(),
});
export type ResponsesBody = z.infer<typeof bodySchema> & { readonly words: string };

export function bearerOf(request: StandinRequest): string | null {
  return /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1] ?? null;
}

/** The body, or the refusal that the vendor would send. `allowed`: other fields are refused by name. */
export function readResponsesBody(
  request: StandinRequest,
  failure: (status: number, message: string) => StandinReply,
  allowed?: readonly string[],
): { ok: true; body: ResponsesBody } | { ok: false; reply: StandinReply } {
  if (request.method !== "POST" || request.path !== "/responses")
    return { ok: false, reply: failure(404, `Unknown request: ${request.method} ${request.path}`) };
  if (!bearerOf(request)) return { ok: false, reply: failure(401, "You didn't provide an API key.") };
  const body = bodySchema.safeParse(parseBody(request.body));
  if (!body.success) return { ok: false, reply: failure(400, `Invalid request: ${z.prettifyError(body.error)}`) };
  const foreign = allowed ? Object.keys(body.data).filter((key) => !allowed.includes(key)) : [];
  if (foreign.length > 0) return { ok: false, reply: failure(400, `Unknown field: ${foreign[0]}`) };
  const { input } = body.data;
  const instructions = typeof body.data.instructions === "string" ? body.data.instructions : "";
  const words = typeof input === "string" ? input : input.map((part) => part.content).join("\n");
  return { ok: true, body: { ...body.data, words: `${words}\n${instructions}` } };
}

/** The data block of a prompt, so that words of the instructions do not choose the topics. */
export function questionIn(words: string): string {
  return /BEGIN DATA (\w+)\n([\s\S]*)\nEND DATA \1/.exec(words)?.[2] ?? words;
}

/** What the vendor's model would type into its search box. */
export function queryOf(question: string): string {
  const [, first] = /^Questions to (?:look into|answer):\n(.+)/m.exec(question) ?? [];
  const [, subject] = /^Subject:\n(.+)/m.exec(question) ?? [];
  return (first ?? subject ?? question).slice(0, 80).trim();
}

export function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Refused by the schema, in the vendor's form.
    return null;
  }
}

export function openAiFailure(status: number, message: string, code: string | null = null, type = "invalid_request_error"): StandinReply {
  return jsonReply({ error: { message, type, param: null, code } }, { status });
}
