// The three wires on which a model is asked for an object: chat completions, responses, and generateContent.
import { z } from "zod";
import { jsonReply, type StandinReply, type StandinRequest, streamReply } from "../wire";

/** What is asked, whatever the wire. `rules` and `question` are the texts of the system's and the user's part. */
export type Asked = {
  readonly model: string;
  readonly rules: string;
  readonly question: string;
  readonly secret: string;
  /** The answer is wanted as it is written. Chat completions only: the other wires answer in one piece. */
  readonly streams?: boolean;
};
export type Tokens = { readonly input: number; readonly output: number };

const parts = z.union([z.string(), z.array(z.object({ text: z.string() }))]);
const message = z.object({ role: z.string(), content: parts });
const chatSchema = z.object({ model: z.string(), messages: z.array(message), stream: z.boolean().optional() });
const responsesSchema = z.object({ model: z.string(), input: z.array(message), instructions: z.string().optional() });
const contents = z.object({ parts: z.array(z.object({ text: z.string() })) });
const generateSchema = z.object({ contents: z.array(contents), systemInstruction: contents.optional() });

const textOf = (content: z.infer<typeof parts>): string => (typeof content === "string" ? content : content.map((part) => part.text).join("\n"));
const ofRole = (messages: readonly z.infer<typeof message>[], user: boolean): string =>
  messages
    .filter(({ role }) => (role === "user") === user)
    .map(({ content }) => textOf(content))
    .join("\n");

/** Reads a request; null for one that is not of these wires. */
export function readAsked(request: StandinRequest): Asked | null {
  const body = parse(request.body);
  const secret = request.headers.authorization ?? request.headers["x-goog-api-key"] ?? "";
  const generate = /^\/models\/([^/:]+):generateContent$/.exec(request.path);
  if (generate) {
    const read = generateSchema.safeParse(body);
    if (!read.success) return null;
    const text = (entry: z.infer<typeof contents> | undefined) => (entry?.parts ?? []).map((part) => part.text).join("\n");
    return { model: generate[1] ?? "", rules: text(read.data.systemInstruction), question: read.data.contents.map(text).join("\n"), secret };
  }
  if (request.path === "/chat/completions") {
    const read = chatSchema.safeParse(body);
    if (!read.success) return null;
    const { model, messages, stream = false } = read.data;
    return { model, rules: ofRole(messages, false), question: ofRole(messages, true), secret, streams: stream };
  }
  if (request.path === "/responses") {
    const read = responsesSchema.safeParse(body);
    if (!read.success) return null;
    const rules = [read.data.instructions ?? "", ofRole(read.data.input, false)].join("\n");
    return { model: read.data.model, rules, question: ofRole(read.data.input, true), secret };
  }
  return null;
}

/** Writes an answer on the wire of its request. */
export function writeAnswer(request: StandinRequest, asked: Asked, text: string, tokens: Tokens): StandinReply {
  const { input, output } = tokens;
  if (asked.streams) return streamReply(chunksOf(asked, text, tokens));
  if (request.path === "/chat/completions")
    return jsonReply({
      id: "chatcmpl-standin",
      object: "chat.completion",
      created: 0,
      model: asked.model,
      choices: [{ index: 0, message: { role: "assistant", content: text }, finish_reason: "stop" }],
      usage: { prompt_tokens: input, completion_tokens: output, total_tokens: input + output },
    });
  if (request.path === "/responses")
    return jsonReply({
      id: "resp_standin",
      object: "response",
      created_at: 0,
      status: "completed",
      model: asked.model,
      output: [{ type: "message", id: "msg_1", role: "assistant", status: "completed", content: [{ type: "output_text", text, annotations: [] }] }],
      usage: {
        input_tokens: input,
        input_tokens_details: { cached_tokens: 0 },
        output_tokens: output,
        output_tokens_details: { reasoning_tokens: 0 },
        total_tokens: input + output,
      },
    });
  return jsonReply({
    candidates: [{ index: 0, content: { role: "model", parts: [{ text }] }, finishReason: "STOP" }],
    usageMetadata: { promptTokenCount: input, candidatesTokenCount: output, totalTokenCount: input + output },
    modelVersion: asked.model,
    responseId: "standin",
  });
}

const piece = /[\s\S]{1,16}/gu;

/** The chunks of a chat completion: role, pieces of the text, end, usage. */
function chunksOf(asked: Asked, text: string, { input, output }: Tokens): string[] {
  const chunk = (delta: object, end: string | null, more: object = {}) => {
    const body = { id: "chatcmpl-standin", object: "chat.completion.chunk", created: 0, model: asked.model };
    return `data: ${JSON.stringify({ ...body, choices: [{ index: 0, delta, finish_reason: end }], ...more })}\n\n`;
  };
  return [
    chunk({ role: "assistant", content: "" }, null),
    ...(text.match(piece) ?? []).map((content) => chunk({ content }, null)),
    chunk({}, "stop", { usage: { prompt_tokens: input, completion_tokens: output, total_tokens: input + output } }),
    "data: [DONE]\n\n",
  ];
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // Refused with a sentence of its own by whoever asks for the schema.
    return null;
  }
}
