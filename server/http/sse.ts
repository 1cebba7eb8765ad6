// Server-sent events: frames, heartbeats, an end of its own before the platform's, and a registry so that shutting down closes what is open.
import { AppError, messageOf } from "@/server/platform/errors";
import type { Log } from "@/server/platform/log";
import { singleton } from "@/server/platform/singleton";

export type Frame = { readonly event: string; readonly id: number; readonly data: unknown };

const heartbeatMs = 15_000;
/** Below the shortest limit a host sets on a response: reconnecting is the normal path. */
const lifetimeMs = 4 * 60_000;
/** Whoever may no longer see the stream is cut off within this time. */
const recheckMs = 5_000;
const streamsPerUser = 5;
/** Frames kept for a reader that is slow. */
const mostWaiting = 256;

/** Open streams of this process by user. */
const open = () => singleton("sse.streams", () => new Map<AbortController, string>());

/** One frame on the wire: `id`, `event` and a single `data` line of JSON, which has no line breaks. */
export function encodeFrame(frame: Frame): string {
  return `id: ${frame.id}\nevent: ${frame.event}\ndata: ${JSON.stringify(frame.data)}\n\n`;
}

/** The cursor a client sends: Last-Event-ID first, then `?after=`; null when it sends none. Throws `bad_request` for anything but a whole number. */
export function readCursor(request: Request): number | null {
  const raw = request.headers.get("last-event-id") ?? new URL(request.url).searchParams.get("after");
  if (raw === null || raw === "") return null;
  if (!/^\d{1,15}$/.test(raw)) throw new AppError("bad_request", "The cursor of the stream is not a whole number.");
  return Number(raw);
}

export type StreamOptions = {
  readonly request: Request;
  readonly userId: string;
  readonly log: Log;
  /** Asked every few seconds; false ends the stream. */
  readonly stillAllowed: () => Promise<boolean>;
  readonly frames: (signal: AbortSignal) => AsyncIterable<Frame>;
};

/** A streaming response. Throws `rate_limited` when the user has too many streams open. */
export function sseResponse({ request, userId, log, stillAllowed, frames }: StreamOptions): Response {
  if ([...open().values()].filter((user) => user === userId).length >= streamsPerUser) {
    throw new AppError("rate_limited", `You have ${streamsPerUser} live pages open. Close one to watch another.`, { retryAfterMs: 5000 });
  }
  const abort = new AbortController();
  const encoder = new TextEncoder();
  const timers: NodeJS.Timeout[] = [];
  const end = () => abort.abort();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      // However it ends, it ends here, whether or not the source notices.
      const close = () => {
        for (const timer of timers) clearInterval(timer);
        open().delete(abort);
        closeQuietly(controller);
      };
      if (request.signal.aborted) return close();
      open().set(abort, userId);
      abort.signal.addEventListener("abort", close, { once: true });
      request.signal.addEventListener("abort", end, { once: true });
      const send = (text: string) => {
        if (!abort.signal.aborted) controller.enqueue(encoder.encode(text));
      };
      timers.push(setInterval(() => send(": still here\n\n"), heartbeatMs));
      timers.push(setTimeout(end, lifetimeMs));
      timers.push(setInterval(() => void stillAllowed().then((allowed) => (allowed ? undefined : end()), end), recheckMs));
      const pump = async () => {
        try {
          for await (const frame of frames(abort.signal)) {
            send(encodeFrame(frame));
            // A reader that does not keep up is cut off; it resumes from where it was.
            if (abort.signal.aborted || (controller.desiredSize ?? 0) < -mostWaiting) break;
          }
        } catch (error) {
          if (!abort.signal.aborted) log.error({ err: messageOf(error) }, "stream broke");
        } finally {
          end();
        }
      };
      void pump();
    },
    cancel: end,
  });
  return new Response(body, {
    headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-cache, no-transform", "x-accel-buffering": "no" },
  });
}

/** Ends every open stream, so that the process can stop. */
export function closeStreams(): void {
  for (const abort of open().keys()) abort.abort();
}

export function openStreams(): number {
  return open().size;
}

function closeQuietly(controller: ReadableStreamDefaultController<Uint8Array>): void {
  try {
    controller.close();
  } catch (error) {
    // The reader has cancelled: the controller is closed already, which is what was wanted.
    if (!(error instanceof TypeError)) throw error;
  }
}
