import { route, withUser } from "@/server/http/route";
import { addDocument } from "@/server/library/documents/add-document";
import { readUpload } from "@/server/library/documents/read-upload";
import { inUploadPlace } from "@/server/library/documents/upload-places";
import { config } from "@/server/platform/config";
import { ownerScope } from "@/server/platform/context";

/** One file a request: the bytes with an `x-file-name` header (percent-encoded), or a form with one file. Answers `{documentId, status, isNew}`. */
export const POST = route(
  "library.upload",
  withUser(async ({ request, ctx }) => {
    const scope = ownerScope(ctx.actor.userId);
    const added = await inUploadPlace(scope, async () => addDocument(ctx, scope, await readUpload(request, config().files.maxBytes)));
    return Response.json(added, { status: added.isNew ? 201 : 200, headers: { "cache-control": "no-store" } });
  }),
);
