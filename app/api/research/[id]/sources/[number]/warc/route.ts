import { route, withUser } from "@/server/http/route";
import { notFound } from "@/server/platform/errors";
import { readSourceWarc } from "@/server/research/verification/source-page/read-source-warc";

type Params = { id: string; number: string };

/** The pages of one source as they came over the wire, as a WARC file. */
export const GET = route<Params>(
  "research.source.warc",
  withUser<Params>(async ({ ctx, params }) => {
    if (!/^\d{1,6}$/.test(params.number)) throw notFound("source");
    const { name, bytes } = await readSourceWarc(ctx, { id: params.id, number: Number(params.number) });
    return new Response(new Uint8Array(bytes), {
      headers: { "content-type": "application/warc", "content-disposition": `attachment; filename="${name}"`, "cache-control": "no-store" },
    });
  }),
);
