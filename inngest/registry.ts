// Every durable function there is: what the embedded engine runs and what an Inngest server is told of.
import { answerQuestion } from "./functions/chat/answer-question";
import { sweepAnswers } from "./functions/chat/sweep-answers";
import { embedDocuments } from "./functions/library/embed-documents";
import { processDocument } from "./functions/library/process-document";
import { requeueDocuments } from "./functions/library/requeue-documents";
import { checkSources } from "./functions/maintenance/check-sources";
import { sweepLeftovers } from "./functions/maintenance/sweep-leftovers";
import { sweepRequests } from "./functions/maintenance/sweep-requests";
import { finishRequest } from "./functions/research/finish-request";
import { runCategory } from "./functions/research/run-category";
import { runRequest } from "./functions/research/run-request";
import { watchCompare } from "./functions/research/watch-compare";
import { watchTick } from "./functions/research/watch-tick";

export const functions = [
  runRequest,
  runCategory,
  finishRequest,
  processDocument,
  requeueDocuments,
  embedDocuments,
  sweepRequests,
  sweepLeftovers,
  checkSources,
  watchTick,
  watchCompare,
  answerQuestion,
  sweepAnswers,
];
