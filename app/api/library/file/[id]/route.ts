import { byteRange } from "@/server/http/byte-range";
import { route, withUser } from "@/server/http/route";
import { readOriginal, type StoredFile } from "@/server/library/documents/read-original";
import { ownerScope } from "@/server/platform/context";

/**
 * A document's file as it was added, or a stretch of it. Whoever opens the address gets a download; what is in the file can run nothing here.
 */
export const GET = route<{ id: string }>(
  "library.file",
  withUser(async ({ request, ctx, params }) => {
    const original = await readOriginal(ctx, ownerScope(ctx.actor.userId), { documentId: params.id.slice(0, 40) });
    const etag = `"${original.hash}"`;
    const headers = {
      etag,
      // Asked again each time: who may read it can change.
      "cache-control": "private, no-cache",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
    };
    if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
    const named = {
      ...headers,
      "content-type": original.mediaType,
      "content-disposition": `attachment; filename*=UTF-8''${encoded(original.fileName)}`,
    };
    const stored = await original.open();
    if (!stored) {
      const bytes = await original.bytes();
      return new Response(Buffer.from(bytes), { headers: { ...named, "content-length": String(bytes.length) } });
    }
    const range = byteRange(request.headers, { size: stored.size, etag });
    if (range === "outside") return new Response(null, { status: 416, headers: { ...headers, "content-range": `bytes */${stored.size}` } });
    const { start, end } = range === "whole" ? { start: 0, end: stored.size } : range;
    return new Response(streamed(stored, start, end), {
      status: range === "whole" ? 200 : 206,
      headers: {
        ...named,
        "accept-ranges": "bytes",
        "content-length": String(end - start),
        ...(range === "whole" ? {} : { "content-range": `bytes ${start}-${end - 1}/${stored.size}` }),
      },
    });
  }),
);

/** Read as it is taken: who only looks at the head of a large file costs no more than that. */
const stretchBytes = 256 * 1024;

function streamed(stored: StoredFile, start: number, end: number): ReadableStream<Uint8Array> {
  let at = start;
  return new ReadableStream(
    {
      async pull(controller) {
        const next = Math.min(end, at + stretchBytes);
        if (at < next) controller.enqueue(await stored.read(at, next));
        at = next;
        if (at >= end) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}

/** As RFC 5987 wants it: apostrophes, brackets and stars have a meaning there. */
function encoded(fileName: string): string {
  return encodeURIComponent(fileName.toWellFormed()).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
