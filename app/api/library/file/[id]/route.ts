import { route, withUser } from "@/server/http/route";
import { readOriginal } from "@/server/library/documents/read-original";
import { ownerScope } from "@/server/platform/context";

/** A document's file as it was added. Whoever opens the address gets a download; what is in the file can run nothing here. */
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
    const bytes = await original.bytes();
    return new Response(Buffer.from(bytes), {
      headers: {
        ...headers,
        "content-type": original.mediaType,
        "content-length": String(bytes.length),
        "content-disposition": `attachment; filename*=UTF-8''${encoded(original.fileName)}`,
      },
    });
  }),
);

/** As RFC 5987 wants it: apostrophes, brackets and stars have a meaning there. */
function encoded(fileName: string): string {
  return encodeURIComponent(fileName.toWellFormed()).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
