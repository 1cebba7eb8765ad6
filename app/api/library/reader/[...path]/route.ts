import { route, withUser } from "@/server/http/route";
import { readViewerFile } from "@/server/library/documents/read-viewer-file";

/**
 * What draws a PDF in the browser: `/version/folder/name`, a new version being a new address. The worker that takes the file apart gets a policy of its
 * own: it may reach this server and nothing else, and may not evaluate text.
 */
export const GET = route(
  "library.reader",
  withUser(async ({ params }) => {
    const [, folder = "", name = "", ...rest] = Array.isArray(params.path) ? params.path : [];
    const file = await readViewerFile({ folder: rest.length > 0 ? "" : folder, name });
    return new Response(Buffer.from(file.bytes), {
      headers: {
        "content-type": file.mediaType,
        "content-security-policy": "default-src 'none'; script-src 'self'; connect-src 'self'",
        "cache-control": "private, max-age=31536000, immutable",
      },
    });
  }),
);
