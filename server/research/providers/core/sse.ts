// Server-sent events (WHATWG HTML, "event stream interpretation"), read piece by piece: however a stream is cut into pieces, the events are the same.

export type SseEvent = { readonly event: string; readonly data: string; readonly id: string | null };

export type SseParser = {
  /** The events that a further piece completes. */
  readonly push: (piece: string) => SseEvent[];
  /** What stands after the last blank line when the stream has ended: an event that its sender did not close, if there is any. */
  readonly end: () => SseEvent[];
};

/** A parser of one stream. Comments and unknown fields are passed over; an event without data is none. */
export function makeSseParser(): SseParser {
  let rest = "";
  let begun = false;
  /** `rest` ends with a carriage return that may be the first half of a pair. */
  let halfEnded = false;
  let event = "";
  let id: string | null = null;
  let data: string[] = [];

  const complete = (): SseEvent[] => {
    const found = data.length > 0 ? [{ event: event === "" ? "message" : event, data: data.join("\n"), id }] : [];
    event = "";
    data = [];
    return found;
  };
  const readLine = (line: string): SseEvent[] => {
    if (line === "") return complete();
    const colon = line.indexOf(":");
    if (colon === 0) return [];
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "data") data.push(value);
    else if (field === "event") event = value;
    else if (field === "id" && !value.includes("\0")) id = value;
    return [];
  };

  return {
    push(piece) {
      if (piece === "") return [];
      rest += begun ? piece : piece.replace(/^\ufeff/, "");
      begun = true;
      if (!halfEnded && !/[\r\n]/.test(piece)) return [];
      const found: SseEvent[] = [];
      let from = 0;
      for (const end of rest.matchAll(/\r\n|\n|\r/g)) {
        if (end[0] === "\r" && end.index === rest.length - 1) break;
        found.push(...readLine(rest.slice(from, end.index)));
        from = end.index + end[0].length;
      }
      rest = rest.slice(from);
      halfEnded = rest.endsWith("\r");
      return found;
    },
    end() {
      const last = rest.replace(/\r$/, "");
      rest = "";
      return [...(last === "" ? [] : readLine(last)), ...complete()];
    },
  };
}
