import { describe, expect, it } from "vitest";
import { isAppError } from "@/server/platform/errors";
import { readUpload } from "./read-upload";

const upload = (body: BodyInit | null, headers: Record<string, string> = {}) =>
  new Request("http://localhost/api/library/upload", {
    method: "POST",
    body,
    headers,
    ...(body instanceof ReadableStream ? { duplex: "half" } : {}),
  });
const codeOf = async (reading: Promise<unknown>) => {
  const error: unknown = await reading.catch((thrown: unknown) => thrown);
  return isAppError(error) ? error.code : null;
};

describe("readUpload", () => {
  it("takes bare bytes with a percent-encoded name", async () => {
    const { bytes, fileName } = await readUpload(upload("text", { "x-file-name": encodeURIComponent("Übersicht – 1.txt") }), 100);
    expect(new TextDecoder().decode(bytes)).toBe("text");
    expect(fileName).toBe("Übersicht – 1.txt");
  });

  it("takes the one file of a form", async () => {
    const form = new FormData();
    form.set("file", new File(["content"], "a.md"));
    const { bytes, fileName } = await readUpload(upload(form), 100);
    expect([new TextDecoder().decode(bytes), fileName]).toEqual(["content", "a.md"]);
  });

  it("says of a body that breaks off that it was given up, since nobody is left to blame", async () => {
    const broken = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.error(Object.assign(new Error("aborted"), { code: "ECONNRESET" }));
      },
    });
    expect(await codeOf(readUpload(upload(broken, { "x-file-name": "a.txt" }), 10_000))).toBe("cancelled");
  });

  it("stops in the middle of a body that is longer than the limit", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(1_000));
      },
    });
    expect(await codeOf(readUpload(upload(endless, { "x-file-name": "a.txt" }), 10_000))).toBe("too_large");
    expect(sent).toBeLessThan(20);
  });

  it("refuses an announced length before reading", async () => {
    expect(await codeOf(readUpload(upload("x".repeat(200), { "content-length": "200", "x-file-name": "a.txt" }), 100))).toBe("too_large");
  });

  it.each([
    ["a body without a name", upload("text")],
    ["a form that is cut off", upload("--x\r\nbroken", { "content-type": "multipart/form-data; boundary=x" })],
    ["a form without a file", upload(new URLSearchParams("a=b").toString(), { "content-type": "multipart/form-data; boundary=y" })],
  ])("refuses %s", async (_what, request) => {
    expect(await codeOf(readUpload(request, 1_000))).toBe("bad_request");
  });
});
