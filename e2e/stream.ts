// Reads server-sent events as a program does, so that a connection can be cut and taken up again.

export type StreamEvent = { readonly event: string; readonly id: number; readonly data: unknown };
export type Reading = { readonly status: number; readonly events: readonly StreamEvent[] };

type Asked = { readonly url: string; readonly cookie: string; readonly lastEventId?: string };

/** Reads until the stream ends or `enough` says that the connection is to be cut. */
export async function readStream(
  { url, cookie, lastEventId }: Asked,
  enough: (events: readonly StreamEvent[]) => boolean = () => false,
): Promise<Reading> {
  const headers = { cookie, ...(lastEventId === undefined ? {} : { "last-event-id": lastEventId }) };
  const response = await fetch(url, { headers });
  const events: StreamEvent[] = [];
  if (response.status !== 200 || !response.body) return { status: response.status, events };
  let rest = "";
  const decoder = new TextDecoder();
  for await (const chunk of response.body) {
    const frames = (rest + decoder.decode(chunk, { stream: true })).split("\n\n");
    rest = frames.pop() ?? "";
    for (const frame of frames) {
      const event = parsed(frame);
      if (event) events.push(event);
      // Leaving the loop cuts the connection.
      if (enough(events)) return { status: 200, events };
    }
  }
  return { status: 200, events };
}

/** Null for comments, which only keep the connection open. */
function parsed(frame: string): StreamEvent | null {
  const fields = new Map(frame.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim()]));
  const event = fields.get("event");
  return event === undefined ? null : { event, id: Number(fields.get("id")), data: JSON.parse(fields.get("data") ?? "null") };
}
