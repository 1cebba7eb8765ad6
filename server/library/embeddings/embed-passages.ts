import { ownerScope } from "@/server/platform/context";
import { embeddingModel } from "@/server/platform/embeddings";
import { touchIndex } from "../search/touch-index";
import { packVector } from "./core/vectors";
import { type EmbedCtx, embedPaid } from "./embed-paid";
import { copyMissing, nearnessOf } from "./nearness-store";
import { insertVectors, readOwner, readUnembedded } from "./store";

export type EmbedResult =
  | { readonly status: "embedded"; readonly passages: number }
  /** No model is set, and nothing was asked. */
  | { readonly status: "off" }
  | { readonly status: "gone" }
  /** The owner's cap for the month leaves nothing for it; the end of a sentence. The month after, they are asked for. */
  | { readonly status: "skipped"; readonly reason: string }
  /** One sentence. What was embedded before is kept, and the words are searched as before; `retryable`: the same may succeed later. */
  | { readonly status: "failed"; readonly reason: string; readonly retryable: boolean };

const passagesAtATime = 64;

/** Has the configured model make the vectors that a ready document's passages lack. Again without harm: what is there is not asked for twice. */
export async function embedPassages(ctx: EmbedCtx, { documentId }: { documentId: string }): Promise<EmbedResult> {
  const model = embeddingModel();
  if (model === null) return { status: "off" };
  const ownerId = await readOwner(ctx.db, documentId);
  if (ownerId === null) return { status: "gone" };
  const owner = ownerScope(ownerId);
  for (let embedded = 0; ; ) {
    const lacking = await readUnembedded(ctx.db, documentId, model, passagesAtATime);
    if (lacking.length === 0) return { status: "embedded", passages: embedded };
    const { vectors, error } = await embedPaid(
      ctx,
      owner,
      lacking.map(({ title, heading, text }) => [title, heading, text].filter((part) => part).join("\n")),
      "passages",
    );
    if (error?.kind === "cap") return { status: "skipped", reason: error.message };
    if (error) return { status: "failed", reason: error.message, retryable: error.retryable };
    const rows = lacking.flatMap(({ passageId }, i) => {
      const vector = vectors[i];
      return vector ? [{ passageId, dimension: vector.length, data: packVector(vector) }] : [];
    });
    const nearness = await nearnessOf(ctx.db, rows[0]?.dimension ?? 0);
    const stored = await ctx.db.transaction(async (tx) => {
      const count = await insertVectors(tx, owner, documentId, model, rows);
      if (nearness) await copyMissing(tx, nearness);
      await touchIndex(tx, owner);
      return count;
    });
    // Whoever deleted the document meanwhile, or embeds it too, has ended this.
    if (stored === 0) return { status: "embedded", passages: embedded };
    embedded += stored;
  }
}
