import { z } from "zod";
import { route, withUser } from "@/server/http/route";
import { readUpload } from "@/server/library/documents/read-upload";
import { receivedOf, receivePart } from "@/server/library/documents/receive-part";
import { documentHashSchema } from "@/server/library/documents/schema";
import { inUploadPlace } from "@/server/library/documents/upload-places";
import { ownerScope } from "@/server/platform/context";
import { AppError } from "@/server/platform/errors";

type Params = { hash: string };

/** One part is held in memory. */
const mostPartBytes = 8 * 1024 * 1024;
const places = z.object({ offset: z.coerce.number().int().nonnegative(), length: z.coerce.number().int().positive() });
const headers = (offset: number) => ({ "upload-offset": String(offset), "cache-control": "no-store" });

/** How much of a file has arrived, in the header `upload-offset`; the address names the file by its SHA-256. */
export const HEAD = route<Params>(
  "library.upload.state",
  withUser(async ({ ctx, params }) => {
    const { hash } = named(params);
    return new Response(null, { status: 200, headers: headers(await receivedOf(ownerScope(ctx.actor.userId), hash)) });
  }),
);

/**
 * The next part of a file: its bytes, with `upload-offset`, `upload-length` and `x-file-name`. 204 and the new offset; 409 and the offset to go on from
 * when it begins elsewhere; after the last part what the upload of a whole file answers.
 */
export const PATCH = route<Params>(
  "library.upload.part",
  withUser(async ({ request, ctx, params }) => {
    const { hash } = named(params);
    const place = places.safeParse({ offset: request.headers.get("upload-offset") ?? "", length: request.headers.get("upload-length") ?? "" });
    if (!place.success || request.headers.get("upload-offset") === null)
      throw new AppError("bad_request", "A part says where it begins and how long the file is: send upload-offset and upload-length.");
    const scope = ownerScope(ctx.actor.userId);
    const { offset, accepted, added } = await inUploadPlace(scope, async () => {
      const { bytes, fileName } = await readUpload(request, mostPartBytes);
      return receivePart(ctx, scope, { hash, fileName, bytes, ...place.data });
    });
    if (added) return Response.json(added, { status: added.isNew ? 201 : 200, headers: headers(offset) });
    return new Response(null, { status: accepted ? 204 : 409, headers: headers(offset) });
  }),
);

function named(params: Params): { hash: string } {
  const parsed = documentHashSchema.safeParse(params);
  if (!parsed.success) throw new AppError("bad_request", parsed.error.issues[0]?.message ?? "The address is not valid.");
  return parsed.data;
}
