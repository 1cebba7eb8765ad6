import { describe, expect, it } from "vitest";
import { hashOf, uploadInParts } from "./upload-in-parts";

const size = 5 * 1024 * 1024;
const file = new File([new Uint8Array(size)], "large.txt");
const never = new AbortController().signal;
const noWait = async () => {};
const answer = (status: number, offset: number, body: string | null = null) =>
  new Response(body, { status, headers: { "upload-offset": String(offset) } });

/** A server that keeps what arrives; `fault` may break a request by its number. */
function server(kept: { offset: number }, fault: (n: number) => boolean = () => false) {
  const offsets: number[] = [];
  let n = 0;
  const send = async (_url: RequestInfo | URL, init: RequestInit = {}) => {
    n += 1;
    if (fault(n)) throw new TypeError("Failed to fetch");
    if (init.method === "HEAD") return answer(200, kept.offset);
    const at = Number(new Headers(init.headers).get("upload-offset"));
    offsets.push(at);
    if (at !== kept.offset) return answer(409, kept.offset);
    kept.offset += init.body instanceof Blob ? init.body.size : 0;
    return kept.offset < size ? answer(204, kept.offset) : answer(201, size, JSON.stringify({ documentId: "d", isNew: true }));
  };
  return { send, offsets };
}

describe("a large file", () => {
  it("goes in parts from where it was left, telling how far it is", async () => {
    const shares: number[] = [];
    const { send, offsets } = server({ offset: 2 * 1024 * 1024 });
    expect(await uploadInParts(file, "hash", (share) => shares.push(share), never, send, noWait)).toEqual({ outcome: "added", documentId: "d" });
    expect(offsets).toEqual([2 * 1024 * 1024, 4 * 1024 * 1024]);
    expect(shares).toEqual([0.4, 0.8]);
  });

  it("survives a connection that breaks, asking each time what has arrived", async () => {
    const { send } = server({ offset: 0 }, (n) => n === 1 || n === 3 || n === 6);
    expect(await uploadInParts(file, "hash", () => {}, never, send, noWait)).toMatchObject({ outcome: "added" });
  });

  it("gives up after some tries and says what is kept", async () => {
    const { send } = server({ offset: 0 }, (n) => n > 2);
    const result = await uploadInParts(file, "hash", () => {}, never, send, noWait);
    expect(result).toEqual({ outcome: "broken", reason: expect.stringContaining("40 of 100 have arrived and are kept for a day") });
  });

  it("ends when it is cancelled, and when the server says no", async () => {
    const giveUp = new AbortController();
    giveUp.abort();
    const aborted = () => Promise.reject(new DOMException("aborted", "AbortError"));
    expect(await uploadInParts(file, "hash", () => {}, giveUp.signal, aborted, noWait)).toEqual({ outcome: "given_up" });
    const no = async (_url: RequestInfo | URL, init: RequestInit = {}) =>
      init.method === "HEAD" ? answer(200, 0) : answer(413, 0, JSON.stringify({ error: { message: "Too large." } }));
    expect(await uploadInParts(file, "hash", () => {}, never, no, noWait)).toEqual({ outcome: "refused", reason: "Too large." });
  });

  it("is named by its SHA-256", async () => {
    expect(await hashOf(new Blob(["abc"]))).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });
});
