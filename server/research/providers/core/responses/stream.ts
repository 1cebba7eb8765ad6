// A response as it streams. Only its terminal event makes it an answer; whatever came before is not one.
import { z } from "zod";
import { makeSseParser, type SseEvent } from "../sse";

export type StreamEnd =
  | { readonly kind: "response"; readonly value: unknown }
  /** An error event instead of a response. */
  | { readonly kind: "error"; readonly value: unknown };

export type ResponseStream = {
  /** True once the terminal event has come; what follows it is not needed. */
  readonly push: (piece: string) => boolean;
  /** What the stream ended with; null when it ended without its terminal event. `events`: how many came. */
  readonly end: () => { readonly last: StreamEnd | null; readonly events: number };
};

const eventSchema = z.object({
  type: z.string().optional(),
  response: z.unknown().optional(),
  item: z.unknown().optional(),
  delta: z.string().optional().catch(undefined),
  annotation: z.unknown().optional(),
});
const withOutput = z.object({ output: z.array(z.unknown()).min(1) });
const terminal = new Set(["response.completed", "response.failed", "response.incomplete"]);

export function makeResponseStream(): ResponseStream {
  const parser = makeSseParser();
  const items: unknown[] = [];
  const annotations: unknown[] = [];
  let text = "";
  let last: StreamEnd | null = null;
  let events = 0;

  const read = ({ event, data }: SseEvent) => {
    if (last) return;
    const parsed = eventSchema.safeParse(parse(data));
    if (!parsed.success) return;
    events += 1;
    const { response, item, delta, annotation } = parsed.data;
    const type = parsed.data.type ?? event;
    if (type === "error") last = { kind: "error", value: parse(data) };
    else if (terminal.has(type) && response) last = { kind: "response", value: whole(response) };
    else if (type === "response.output_item.done") items.push(item);
    else if (type === "response.output_text.delta") text += delta ?? "";
    else if (type === "response.output_text.annotation.added") annotations.push(annotation);
  };
  /** Some servers leave the output out of the terminal event: it has been sent before, item by item or as pieces of text. */
  const whole = (response: unknown) => {
    if (withOutput.safeParse(response).success || typeof response !== "object") return response;
    const spoken = text === "" ? [] : [{ type: "message", content: [{ type: "output_text", text, annotations }] }];
    return { ...response, output: items.length > 0 ? items : spoken };
  };

  return {
    push(piece) {
      for (const event of parser.push(piece)) read(event);
      return last !== null;
    },
    end() {
      for (const event of parser.end()) read(event);
      return { last, events };
    },
  };
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data, (_key, value) => (typeof value === "string" ? value.replaceAll("\u0000", " ").toWellFormed() : value));
  } catch {
    // "[DONE]", or a piece that is cut: it is no event then.
    return null;
  }
}
