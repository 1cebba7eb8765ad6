import type { Ctx } from "@/server/platform/context";
import { llmConfigured } from "@/server/platform/llm";
import { type Found, isAnswerable, measure } from "./core/answerable";
import { chooseSentences } from "./core/choose-sentences";
import { lexemesMarked, type Weighed } from "./core/concepts";
import { judgeQuote } from "./core/judge";
import { isTheological } from "./core/question";
import { traditionOf, traditionsIn } from "./core/traditions";
import { versesIn } from "./core/verses";
import { Halted, Pen } from "./pen";
import { tell } from "./progress";
import { beginAttempt, loadAnswer } from "./store";
import { writeByModel } from "./write-by-model";

/** Traditions need room beside each other. */
const quotedOfTraditions = 10;
const quoted = 6;
/** Below this a passage only happens to share a word. */
const alike = 0.3;

/** Writes an answer from what was found: by the model that is set, or in the passages' own sentences; or declines. Begun again, it begins anew. */
export async function writeAnswer(ctx: Ctx, { answerId }: { answerId: string }): Promise<{ sentences: number }> {
  const asked = await loadAnswer(ctx.db, answerId);
  const retrieval = asked?.answer.retrieval;
  if (!asked || !retrieval) return { sentences: 0 };
  const found = measure(retrieval.stretches, retrieval.concepts);
  const near = new Set(retrieval.near ?? []);
  const sayable = isAnswerable(found, asked.question.text);
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
    if (!answerable) await decline(pen, found, retrieval.concepts, near);
    else {
      const carried = answer.readAs?.split(", ") ?? [];
      const input = { ownerId: asked.ownerId, question: asked.question.text, carried, note: asked.note, stretches: retrieval.stretches, theological };
      const fault = model === null ? null : await writeByModel(ctx, pen, input);
      if (fault) await pen.note(`${fault} What stands here was written before, or is quoted.`);
      if (pen.sentences.length === 0 && sayable) {
        if (model !== null && !fault) await pen.note("None of the model's sentences could be printed; the best passages are quoted.");
        await quote(pen, found, retrieval.concepts, asked.question.text, theological);
      }
      if (pen.sentences.length === 0) await decline(pen, found, retrieval.concepts, near);
    }
  } catch (error) {
    // What passed the gate stands; `finishAnswer` says how it ended.
    if (!(error instanceof Halted)) throw error;
  }
  return { sentences: pen.sentences.length };
}

/** The best sentences as they stand. */
async function quote(pen: Pen, found: readonly Found[], concepts: readonly Weighed[], question: string, theological: boolean): Promise<void> {
  const asked = theological ? traditionsIn(question) : [];
  const chosen = chooseSentences(found, concepts, question, theological ? quotedOfTraditions : quoted, versesIn(question)).filter(
    ({ lead }) => {
      const tradition = asked.length > 0 ? traditionOf(lead.text, lead.stretch.heading) : null;
      return tradition === null || asked.includes(tradition);
    },
  );
  for (const { lead, also } of chosen) {
    const places = [lead, ...also].map(({ stretch, start, end }) => ({ stretch, start, end }));
    const judged = judgeQuote(lead.text, places);
    if (judged.kind === "published") await pen.publish(judged, theological ? traditionOf(lead.text, lead.stretch.heading) : null);
    else if (judged.kind === "withheld") await pen.withhold(judged.text, judged.reason);
  }
}

async function decline(pen: Pen, found: readonly Found[], concepts: readonly Weighed[], near: ReadonlySet<string>): Promise<void> {
  const [first] = found.flatMap(({ sentences }) => sentences).sort((a, b) => b.covers - a.covers);
  const best = first && first.covers >= alike ? first : found.find(({ stretch }) => near.has(stretch.id))?.sentences[0];
  const words = concepts
    .filter(({ soft, carried }) => !soft && !carried)
    .map((concept) => ({ word: concept.words.join(" "), passages: concept.passages }));
  await pen.decline(best ? { stretch: best.stretch, start: best.start, end: best.end } : null, words);
}
