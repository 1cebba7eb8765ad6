import type { Ctx } from "@/server/platform/context";
import { llmConfigured } from "@/server/platform/llm";
import { lexemesMarked } from "./core/concepts";
import { asksForJudgement, isTheological } from "./core/question";
import { Halted, Pen } from "./pen";
import { tell } from "./progress";
import { decline, measureParts, noteSilence, quotePassages } from "./quote-passages";
import { beginAttempt, loadAnswer } from "./store";
import { writeByModel } from "./write-by-model";

/** Writes an answer from what was found: by the model that is set, or in the passages' own sentences; or declines. Begun again, it begins anew. */
export async function writeAnswer(ctx: Ctx, { answerId }: { answerId: string }): Promise<{ sentences: number }> {
  const asked = await loadAnswer(ctx.db, answerId);
  const retrieval = asked?.answer.retrieval;
  if (!asked || !retrieval) return { sentences: 0 };
  const parts = measureParts(retrieval, asked.question.text);
  const near = new Set(retrieval.near ?? []);
  const sayable = parts.some((part) => part.sayable);
  // What is near in meaning alone can only be read by a model; whether it answers is for the model and the gate.
  const answerable = sayable || (near.size > 0 && llmConfigured() !== null);
  const model = answerable ? (llmConfigured()?.model ?? null) : null;
  const answer = await ctx.db.transaction(async (tx) => {
    const row = await beginAttempt(tx, answerId, model);
    if (row) {
      const { attempt, body, conversationId } = row;
      await tell(tx, ctx, conversationId, "answer.began", { answerId, attempt, found: body.found, model }, `${answerId}:${attempt}`);
    }
    return row;
  });
  if (!answer) return { sentences: 0 };
  const pen = new Pen(ctx, answer, lexemesMarked(retrieval.concepts));
  const theological = isTheological(asked.question.text) || isTheological(answer.readAs ?? "");
  try {
    if (retrieval.reply !== undefined) await pen.note(retrieval.reply);
    else if (!answerable) await decline(pen, parts, near);
    else {
      const carried = answer.readAs?.split(", ") ?? [];
      const { text: question, fresh } = asked.question;
      const input = { ownerId: asked.ownerId, question, carried, note: asked.note, stretches: retrieval.stretches, theological, fresh };
      const fault = model === null ? null : await writeByModel(ctx, pen, input);
      if (fault) await pen.note(`${fault} What stands here was written before, or is quoted.`);
      if (pen.sentences.length === 0 && sayable) {
        if (model !== null && !fault) await pen.note("None of the model's sentences could be printed; the best passages are quoted.");
        await quotePassages(pen, parts, theological);
      }
      if (pen.sentences.length === 0) await decline(pen, parts, near);
      else {
        await noteSilence(pen, parts);
        if (theological && asksForJudgement(asked.question.text))
          await pen.note("Which reading is right is not decided here: each is given under its own name.");
      }
    }
  } catch (error) {
    // What passed the gate stands; `finishAnswer` says how it ended.
    if (!(error instanceof Halted)) throw error;
  }
  return { sentences: pen.sentences.length };
}
