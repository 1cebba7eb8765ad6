import type { Ctx } from "@/server/platform/context";
import { failAnswer } from "./finish-answer";
import { questionAsked } from "./schema";
import { readStuck } from "./store";

const stuckMs = 90_000;
/** No answer is worked at for longer: its model and its retries have given up. */
const lostMs = 15 * 60_000;
const atATime = 100;

/** Sends questions again whose message or worker was lost, and ends those that nobody will answer any more. */
export async function sweepAnswers(ctx: Ctx): Promise<{ sent: number; ended: number }> {
  const now = ctx.clock.now().getTime();
  const stuck = await readStuck(ctx.db, new Date(now - stuckMs), atATime);
  const lost = stuck.filter(({ createdAt }) => now - createdAt.getTime() > lostMs);
  for (const { id } of lost) await failAnswer(ctx, { answerId: id }, "Nobody came to answer this within 15 minutes. Ask again.");
  const waiting = stuck.filter((answer) => !lost.includes(answer));
  // Under the id of the first message, so that one that was not lost is not answered twice.
  await ctx.events.send(waiting.map(({ id }) => ({ id: `asked:${id}`, name: questionAsked.name, data: { answerId: id } })));
  return { sent: waiting.length, ended: lost.length };
}
