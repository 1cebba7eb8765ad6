import type { Ctx } from "@/server/platform/context";
import { AppError, notFound } from "@/server/platform/errors";
import { quoteAgain } from "./quote-again";
import { lockEnded, reopenRequest, submittedEvent } from "./reopen-request";
import { categoriesOf } from "./store";
import { visibleRequest } from "./visible-request";

export type AskAgain = { readonly id: string; readonly slug: string; readonly provider: string };

/** Asks one provider of one category of an ended request once more, in a round of its own; what the others answered stands. */
export async function askAgain(ctx: Ctx, { id, slug, provider }: AskAgain): Promise<{ round: number }> {
  const visible = await visibleRequest(ctx, id);
  const round = await ctx.db.transaction(async (tx) => {
    const request = await lockEnded(tx, visible);
    const row = (await categoriesOf(tx, [request.id])).find((candidate) => candidate.slug === slug);
    if (!row) throw notFound("category of this request");
    const quote = (await quoteAgain({ ...ctx, db: tx }, request, row, provider)).get(provider);
    if (!quote) throw notFound("provider of this category");
    if (quote.refusal !== null) throw new AppError("conflict", `${quote.refusal} Nothing was changed.`);
    const categories = [{ row, asksOnly: provider }];
    return reopenRequest(tx, ctx, { request, categories, action: "request.ask_again", after: { category: slug, provider } });
  });
  await ctx.events.send([submittedEvent(visible.id, round)]);
  return { round };
}
