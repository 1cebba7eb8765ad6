// One server-sent stream, kept open: the browser resumes a stream that was cut; one that was refused is asked for again after a while.

export type Listener = {
  /** Where to start: asked for each new connection, with the number of the last event in `?after=`. */
  readonly url: () => string;
  readonly onOpen: () => void;
  /** Not connected for some time; the stream ends itself every few minutes, and that is no loss. */
  readonly onLost: () => void;
  readonly onMessage: Readonly<Record<string, (data: string) => void>>;
};

/** Longer than a reconnection takes. */
const lostAfterMs = 4_000;
const againAfterMs = 5_000;

/** Listens until the returned function is called. */
export function listen({ url, onOpen, onLost, onMessage }: Listener): () => void {
  let source: EventSource | null = null;
  let lost: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  const settle = () => {
    clearTimeout(lost);
    lost = undefined;
  };
  const connect = () => {
    const opened = new EventSource(url());
    source = opened;
    opened.addEventListener("open", () => {
      settle();
      onOpen();
    });
    opened.addEventListener("error", () => {
      lost ??= setTimeout(onLost, lostAfterMs);
      if (opened.readyState === EventSource.CLOSED) again = setTimeout(connect, againAfterMs);
    });
    for (const [type, take] of Object.entries(onMessage)) {
      opened.addEventListener(type, (message: MessageEvent<string>) => take(message.data));
    }
  };
  connect();
  return () => {
    settle();
    clearTimeout(again);
    source?.close();
  };
}
