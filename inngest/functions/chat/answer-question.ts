// Trigger: chat/question.asked. Steps: find the passages, write (every sentence through the gate as it comes), finish.
// Guarantees: an answer ends once, whatever is killed on the way; what passed the gate before is shown until writing begins anew.
import { eventType } from "inngest";
import { findPassages } from "@/server/chat/answers/find-passages";
import { failAnswer, finishAnswer } from "@/server/chat/answers/finish-answer";
import { questionAsked } from "@/server/chat/answers/schema";
import { writeAnswer } from "@/server/chat/answers/write-answer";
import { inngest } from "../../client";
import { withCtx } from "../../function-context";

const asked = eventType(questionAsked.name, { schema: questionAsked.schema });
/** Answers that are written at a time; one per conversation is kept by the database. */
const atATime = 8;

export const answerQuestion = inngest.createFunction(
  {
    id: "chat-answer-question",
    triggers: [asked],
    retries: 2,
    concurrency: { limit: atATime },
    onFailure: async ({ event, step, runId }) => {
      const input = questionAsked.schema.parse(event.data.event.data);
      await step.run("give-up", () => withCtx("chat", runId, (ctx) => failAnswer(ctx, input)));
    },
  },
  async ({ event, step, runId }) => {
    const input = { answerId: event.data.answerId };
    await step.run("find", () => withCtx("chat", runId, (ctx) => findPassages(ctx, input)));
    await step.run("write", () => withCtx("chat", runId, (ctx) => writeAnswer(ctx, input)));
    return step.run("finish", () => withCtx("chat", runId, (ctx) => finishAnswer(ctx, input)));
  },
);
