import type { Tx } from "@/db/client";
import { recordAudit } from "@/server/audit/record";
import type { Ctx } from "@/server/platform/context";
import { sha256 } from "@/server/platform/hash";
import { closeStream, dropEvents } from "@/server/progress/record";
import { confidenceOf } from "./core/confidence";
import { tell } from "./progress";
import { type AnswerBody, type AnswerStatus, chatStream, emptyBody } from "./schema";
import { type AnswerRow, type AskedAnswer, endAnswer, loadAnswer, readSources } from "./store";

const failure = "The answer broke off, and the log says why. What stands was checked; ask again.";

/** Ends an answer that was written: its confidence, the open conflicts of what it cites, how it ended. Once. */
export async function finishAnswer(ctx: Ctx, { answerId }: { answerId: string }): Promise<{ status: AnswerStatus }> {
  const asked = await loadAnswer(ctx.db, answerId);
  if (!asked) return { status: "failed" };
  const { answer } = asked;
  const sources = new Map((await readSources(ctx.db, answer.conversationId)).map(({ number, key }) => [number, key]));
  const body = completed(answer, sources, ctx.clock.now().toISOString().slice(0, 10));
  const answered = body.sentences.length > 0 || answer.retrieval?.reply !== undefined;
  const status = answer.stopAsked ? "stopped" : answered ? "answered" : "declined";
  await ctx.db.transaction((tx) => end(tx, ctx, asked, { status, body, error: null }));
  return { status };
}

/** Ends an answer that could not be worked out; what passed the gate before stays. */
export async function failAnswer(ctx: Ctx, { answerId }: { answerId: string }, error: string = failure): Promise<void> {
  const asked = await loadAnswer(ctx.db, answerId);
  if (!asked) return;
  const body = asked.answer.body ?? emptyBody;
  await ctx.db.transaction((tx) => end(tx, ctx, asked, { status: "failed", body, error }));
}

/** Ends an answer inside a transaction; false when it had ended. */
export async function end(
  tx: Tx,
  ctx: Pick<Ctx, "actor" | "clock" | "requestId">,
  { answer }: Pick<AskedAnswer, "answer">,
  { status, body, error }: { status: Exclude<AnswerStatus, "asked" | "working">; body: AnswerBody; error: string | null },
): Promise<boolean> {
  const now = ctx.clock.now();
  const text = body.sentences.map((sentence) => sentence.text).join(" ");
  if (!(await endAnswer(tx, answer.id, { status, body, text, error, endedAt: now }))) return false;
  const after = { status, sentences: body.sentences.length, withheld: body.withheld.length, textHash: sha256(text) };
  await recordAudit(tx, ctx, { action: "answer.end", entity: "chat_answer", entityId: answer.id, after });
  await tell(tx, ctx, answer.conversationId, "answer.ended", { answerId: answer.id, status }, answer.id);
  await dropEvents(tx, chatStream(answer.conversationId), "answer.draft");
  await closeStream(tx, chatStream(answer.conversationId), now);
  return true;
}

function completed({ body, retrieval }: AnswerRow, sources: ReadonlyMap<number, string>, today: string): AnswerBody {
  const cited = new Set(body.sentences.flatMap(({ citations }) => citations.map(({ source }) => sources.get(source))));
  const conflicts = (retrieval?.conflicts ?? []).filter(({ key }) => cited.has(key)).map(({ key: _key, ...conflict }) => conflict);
  const traditions = new Set(body.sentences.flatMap(({ tradition }) => tradition ?? []));
  // One reading alone stands beside nothing.
  const interpretive = traditions.size > 1;
  const sentences = interpretive ? body.sentences : body.sentences.map((sentence) => ({ ...sentence, tradition: null }));
  const whole = { ...body, sentences, conflicts, interpretive };
  return { ...whole, confidence: confidenceOf(whole, retrieval?.stretches ?? [], sources, today) };
}
