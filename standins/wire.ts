// What a stand-in is: a function from a request to a reply, in its vendor's wire form.
import type { StandinId } from "@/server/platform/standin-addresses";

export type StandinRequest = {
  readonly method: string;
  /** Path after the base URL: "/responses"; the whole address where a proxy is asked for one. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
};

export type StandinReply = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A list is an event stream: each entry is written as one piece. */
  readonly body: string | Buffer | readonly string[];
  /** What the vendor would charge for it, US dollars. */
  readonly costUsd?: number;
  /** A fault that belongs to the reply itself, as a page that is a gzip bomb; one that is set from outside goes before it. */
  readonly writtenAs?: string;
};

export type Standin = {
  readonly id: StandinId;
  readonly handle: (request: StandinRequest) => StandinReply | Promise<StandinReply>;
  /** An error in the vendor's own form; `detail` tells kinds of one status apart ("no-credit"). */
  readonly failure?: (status: number, detail: string | null) => StandinReply;
};

export function jsonReply(value: unknown, more: Omit<StandinReply, "body"> = {}): StandinReply {
  return { ...more, headers: { "content-type": "application/json", ...more.headers }, body: JSON.stringify(value) };
}

/** Server-sent events; each frame is whole, its blank line included. */
export function streamReply(frames: readonly string[], more: Omit<StandinReply, "body"> = {}): StandinReply {
  return { ...more, headers: { "content-type": "text/event-stream", ...more.headers }, body: frames };
}
