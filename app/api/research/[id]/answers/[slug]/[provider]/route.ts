import { route, withUser } from "@/server/http/route";
import { readRawAnswer } from "@/server/research/editions/read-raw-answer";

type Params = { id: string; slug: string; provider: string };

/** The body of a provider's answer as a file. Always text: what it holds is never run or drawn. */
export const GET = route<Params>(
  "research.answer",
  withUser<Params>(async ({ ctx, params }) => {
    const { body } = await readRawAnswer(ctx, params);
    return new Response(body, {
      headers: {
        "content-type": "text/plain; charset=utf-8",
        "content-disposition": `attachment; filename="${params.slug}-${params.provider}.txt"`,
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
      },
    });
  }),
);
