// A finished response as the events that would have announced it.

type Item = { readonly type: string; readonly [key: string]: unknown };
export type WireResponse = { readonly id: string; readonly model: string; readonly output: readonly Item[]; readonly [key: string]: unknown };

/** Frames of a stream. `named`: with an `event:` line, as OpenAI and xAI write it; Perplexity writes `data:` lines alone. */
export function framesOf(response: WireResponse, named: boolean): string[] {
  let sequence = 0;
  const frame = (type: string, more: Record<string, unknown>) => {
    const data = JSON.stringify({ type, sequence_number: sequence++, ...more });
    return `${named ? `event: ${type}\n` : ""}data: ${data}\n\n`;
  };
  const begun = { ...response, status: "in_progress", output: [] };
  return [
    frame("response.created", { response: begun }),
    ...response.output.flatMap((item, index) => [
      frame("response.output_item.added", { output_index: index, item: { type: item.type } }),
      ...textsOf(item).flatMap(({ text, annotations }) => [
        ...piecesOf(text).map((delta) => frame("response.output_text.delta", { output_index: index, content_index: 0, delta })),
        ...annotations.map((annotation) => frame("response.output_text.annotation.added", { output_index: index, content_index: 0, annotation })),
      ]),
      frame("response.output_item.done", { output_index: index, item }),
    ]),
    frame("response.completed", { response }),
  ];
}

function textsOf(item: Item): { text: string; annotations: unknown[] }[] {
  const content: unknown = item.content;
  return Array.isArray(content) ? content.filter((part) => typeof part?.text === "string" && Array.isArray(part.annotations)) : [];
}

function piecesOf(text: string): string[] {
  return text.match(/[\s\S]{1,24}/gu) ?? [];
}
