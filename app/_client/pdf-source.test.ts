import { expect, test, vi } from "vitest";
import { openSource, stretchBytes } from "./pdf-source";

const file = Uint8Array.from({ length: 3 * stretchBytes + 7 }, (_, index) => index % 251);

/** Faster than comparing element by element. */
const same = (a: Uint8Array | undefined, b: Uint8Array): boolean => a !== undefined && Buffer.compare(a, b) === 0;

/** As the viewer's own: holds what it is given until it is asked. */
class Transport {
  readonly given: { begin: number; chunk: Uint8Array }[] = [];
  requestDataRange: (begin: number, end: number) => void = () => {};
  abort: () => void = () => {};
  constructor(
    readonly length: number,
    readonly initialData: Uint8Array,
  ) {}
  onDataRange(begin: number, chunk: Uint8Array) {
    this.given.push({ begin, chunk });
  }
}

/** A server whose answers to the first requests may be refusals. */
function serverOf(bytes: Uint8Array, refusals: readonly number[] = [], ranges = true) {
  const asked: string[] = [];
  const send = async (_url: unknown, init?: RequestInit) => {
    const range = new Headers(init?.headers).get("range") ?? "";
    const refusal = refusals[asked.length] ?? 0;
    asked.push(range);
    if (refusal > 0) return new Response(null, { status: refusal });
    if (!ranges) return new Response(bytes.slice());
    const [, first, last] = /(\d+)-(\d+)/.exec(range) ?? [];
    const part = bytes.slice(Number(first), Number(last) + 1);
    return new Response(part, { status: 206, headers: { "content-range": `bytes ${first}-${Number(first) + part.length - 1}/${bytes.length}` } });
  };
  return { asked, send };
}

async function open(server: ReturnType<typeof serverOf>) {
  const onLost = vi.fn();
  const parts = { url: "/file", signal: new AbortController().signal, onLost, wait: async () => {} };
  // The viewer's class has more that nobody here calls.
  const source = await openSource({ ...parts, Transport: Transport as never, send: server.send as typeof fetch });
  return { onLost, source, transport: "range" in source ? (source.range as unknown as Transport) : null };
}

test("of a long file the head is fetched, and then what is asked for", async () => {
  const server = serverOf(file);
  const { transport } = await open(server);
  expect(transport?.length).toBe(file.length);
  expect(same(transport?.initialData, file.slice(0, stretchBytes))).toBe(true);
  transport?.requestDataRange(2 * stretchBytes, file.length);
  await vi.waitFor(() => expect(transport?.given).toHaveLength(1));
  expect(transport?.given[0]?.begin).toBe(2 * stretchBytes);
  expect(same(transport?.given[0]?.chunk, file.slice(2 * stretchBytes))).toBe(true);
  expect(server.asked).toEqual([`bytes=0-${stretchBytes - 1}`, `bytes=${2 * stretchBytes}-${file.length - 1}`]);
});

test("a short file comes at once, and so does any from a server that knows no stretches", async () => {
  const short = file.slice(0, 1000);
  for (const [bytes, server] of [
    [short, serverOf(short)],
    [file, serverOf(file, [], false)],
  ] as const) {
    const { source } = await open(server);
    expect("data" in source && same(source.data, bytes)).toBe(true);
  }
});

test("a stretch that is lost is asked for again, and given up after four times", async () => {
  const patient = await open(serverOf(file, [0, 503, 200]));
  patient.transport?.requestDataRange(stretchBytes, 2 * stretchBytes);
  await vi.waitFor(() => expect(patient.transport?.given).toHaveLength(1));
  const lost = await open(serverOf(file, [0, 404, 404, 404, 404]));
  lost.transport?.requestDataRange(stretchBytes, 2 * stretchBytes);
  await vi.waitFor(() => expect(lost.onLost).toHaveBeenCalledOnce());
  expect(lost.transport?.given).toEqual([]);
});

test("a file that is gone is an error", async () => {
  await expect(open(serverOf(file, [404]))).rejects.toThrow("404");
});
