import { route, withUser } from "@/server/http/route";
import { editionText } from "@/server/research/editions/core/edition-text";
import { readEdition } from "@/server/research/editions/read-edition";

/** The edition as a file: `?format=json` (the documented contract) or `?format=md`. */
export const GET = route<{ id: string }>(
  "research.edition",
  withUser<{ id: string }>(async ({ request, ctx, params }) => {
    const edition = await readEdition(ctx, params.id);
    const json = new URL(request.url).searchParams.get("format") === "json";
    const name = `variorum-${edition.request.id}.${json ? "json" : "md"}`;
    return new Response(json ? JSON.stringify(edition, null, 2) : `${editionText(edition, "md")}\n`, {
      headers: {
        "content-type": json ? "application/json; charset=utf-8" : "text/markdown; charset=utf-8",
        "content-disposition": `attachment; filename="${name}"`,
        "cache-control": "no-store",
      },
    });
  }),
);
