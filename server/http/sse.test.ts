import { createServer, get, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import pino from "pino";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { closeStreams, encodeFrame, type Frame, openStreams, readCursor, type StreamOptions, sseResponse } from "./sse";

const log = pino({ level: "silent" });
/** Only a stream that never ends takes so long. */
const patience = { timeout: 30_000 };
const at = (query = "", headers: Record<string, string> = {}) => new Request(`http://localhost/api/research/1/events${query}`, { headers });

describe("a frame", () => {
  it("has its id, its event and one line of data, whatever the data holds", () => {
    const frame = encodeFrame({ event: "progress", id: 7, data: { text: "two\nlines\r\n\ndata: not a field\u2028end" } });
    expect(frame).toMatch(/^id: 7\nevent: progress\ndata: [^\n\r]*\n\n$/);
    expect(frame.split("\n")).toHaveLength(5);
    expect(JSON.parse(frame.split("\n")[2]?.slice("data: ".length) ?? "")).toEqual({ text: "two\nlines\r\n\ndata: not a field\u2028end" });
  });
});

describe("the cursor of a reader", () => {
  it.each([
    ["none", at(), null],
    ["the header of a reconnecting browser", at("", { "last-event-id": "12" }), 12],
    ["the header before the address", at("?after=3", { "last-event-id": "12" }), 12],
    ["the address", at("?after=3"), 3],
    ["an empty one", at("?after="), null],
    ["zero", at("?after=0"), 0],
  ])("is read from %s", (_, request, cursor) => {
    expect(readCursor(request)).toBe(cursor);
  });

  it.each(["-1", "1.5", "abc", "1e3", "0x10", "9".repeat(16), "1".repeat(1_000_000)])("is refused when it is no whole number: %#", (value) => {
    expect(() => readCursor(at("", { "last-event-id": value }))).toThrow("not a whole number");
  });
});

describe("a stream over HTTP", () => {
  let server: Server;
  let url: string;
  let options: Omit<StreamOptions, "request">;
  let refusals: unknown[];

  beforeEach(async () => {
    refusals = [];
    server = createServer((incoming, outgoing) => {
      const abort = new AbortController();
      outgoing.setMaxListeners(0);
      outgoing.on("close", () => abort.abort());
      try {
        const response = sseResponse({ request: new Request(`http://localhost${incoming.url}`, { signal: abort.signal }), ...options });
        outgoing.writeHead(response.status, Object.fromEntries(response.headers));
        if (response.body)
          Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0])
            .on("error", () => {})
            .pipe(outgoing);
      } catch (error) {
        refusals.push(error);
        outgoing.writeHead(429).end();
      }
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    options = { userId: "U1", log, stillAllowed: async () => true, frames: numbered };
  });
  afterEach(async () => {
    vi.useRealTimers();
    closeStreams();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await vi.waitFor(() => expect(openStreams()).toBe(0), patience);
  });

  async function* numbered(): AsyncGenerator<Frame> {
    for (let id = 1; id <= 3; id++) yield { event: "progress", id, data: { id } };
  }
  async function* endless(signal: AbortSignal): AsyncGenerator<Frame> {
    yield { event: "snapshot", id: 1, data: {} };
    await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
  }
  /** Opens a stream and waits for its first bytes. */
  const open = async () => {
    const response = await fetch(url);
    const reader = response.body?.getReader();
    if (reader && response.status === 200) await reader.read();
    return { status: response.status, rest: async () => ((await reader?.read())?.done ? "ended" : "more"), leave: () => reader?.cancel() };
  };

  it("carries every frame in order, unbuffered and untransformed, and ends", async () => {
    const response = await fetch(url);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    });
    expect(await response.text()).toBe([1, 2, 3].map((id) => encodeFrame({ event: "progress", id, data: { id } })).join(""));
    await vi.waitFor(() => expect(openStreams()).toBe(0), patience);
  });

  it("stops its source and leaves the register when the reader goes", async () => {
    let stopped = false;
    options = {
      ...options,
      frames: async function* (signal) {
        yield* endless(signal);
        stopped = true;
      },
    };
    const stream = await open();
    expect(openStreams()).toBe(1);
    await stream.leave();
    await vi.waitFor(() => expect([openStreams(), stopped]).toEqual([0, true]), patience);
  });

  it("is refused to a reader who is gone already", async () => {
    const abort = new AbortController();
    abort.abort();
    const response = sseResponse({ request: new Request("http://localhost/", { signal: abort.signal }), ...options, frames: endless });
    expect(await response.text()).toBe("");
    expect(openStreams()).toBe(0);
  });

  it("is open five times for one person, and for another as well", async () => {
    options = { ...options, frames: endless };
    const streams = [];
    for (let n = 0; n < 5; n++) streams.push(await open());
    expect((await open()).status).toBe(429);
    expect(refusals[0]).toMatchObject({
      code: "rate_limited",
      retryAfterMs: 5000,
      message: "You have 5 live pages open. Close one to watch another.",
    });
    options = { ...options, userId: "U2" };
    expect((await open()).status).toBe(200);
    options = { ...options, userId: "U1" };
    await streams[0]?.leave();
    await vi.waitFor(() => expect(openStreams()).toBe(5), patience);
    expect((await open()).status).toBe(200);
  });

  it("ends all at once when the process is to stop", async () => {
    options = { ...options, frames: endless };
    const streams = [await open(), await open()];
    closeStreams();
    expect(await Promise.all(streams.map((stream) => stream.rest()))).toEqual(["ended", "ended"]);
  });

  it("ends, without the error's words, when its source breaks", async () => {
    options = {
      ...options,
      // biome-ignore lint/correctness/useYield: it breaks before it has anything to say
      frames: async function* () {
        throw new Error("relation stream_event does not exist");
      },
    };
    expect(await (await fetch(url)).text()).toBe("");
  });

  it("cuts off a reader who does not keep up, instead of keeping everything for him", async () => {
    let made = 0;
    options = {
      ...options,
      frames: async function* (signal) {
        while (!signal.aborted && made < 100_000) {
          yield { event: "progress", id: ++made, data: { padding: "x".repeat(4096) } };
          if (made % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
        }
      },
    };
    await new Promise<void>((resolve) => {
      get(url, (response) => {
        response.pause();
        void vi
          .waitFor(() => expect(openStreams()).toBe(0), patience)
          .then(() => {
            response.destroy();
            resolve();
          });
      });
    });
    expect(made).toBeLessThan(20_000);
  });

  describe("as time goes by", () => {
    beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] }));
    const start = (stillAllowed = async () => true) => {
      const response = sseResponse({ ...options, request: at(), stillAllowed, frames: endless });
      const reader = response.body?.getReader();
      const decoder = new TextDecoder();
      return { next: async () => decoder.decode((await reader?.read())?.value) };
    };

    it("a comment is sent every 15 s, and after four minutes it ends by itself", async () => {
      const stream = start();
      expect(await stream.next()).toContain("event: snapshot");
      await vi.advanceTimersByTimeAsync(15_000);
      expect(await stream.next()).toBe(": still here\n\n");
      await vi.advanceTimersByTimeAsync(15_000);
      expect(await stream.next()).toBe(": still here\n\n");
      await vi.advanceTimersByTimeAsync(4 * 60_000);
      expect(openStreams()).toBe(0);
    });

    it.each([
      ["was denied", async () => false],
      ["cannot be asked about", () => Promise.reject(new Error("database gone"))],
    ])("it ends within ten seconds for a reader who %s", async (_, answer) => {
      let denied = false;
      start(async () => (denied ? answer() : true));
      await vi.advanceTimersByTimeAsync(9_000);
      expect(openStreams()).toBe(1);
      denied = true;
      await vi.advanceTimersByTimeAsync(10_000);
      expect(openStreams()).toBe(0);
    });
  });
});
