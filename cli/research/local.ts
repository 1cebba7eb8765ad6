// The main job in this process: opens the data folder, runs the durable functions here.
import { boot } from "@/inngest/boot";
import { operatorActor } from "@/server/identity/operator";
import { addExampleLibrary } from "@/server/library/documents/add-example-library";
import { readFolderIntoLibrary } from "@/server/library/documents/read-folder-into-library";
import { waitForDocuments } from "@/server/library/documents/wait-for-documents";
import { systemClock } from "@/server/platform/clock";
import { type Ctx, makeCtx, ownerScope } from "@/server/platform/context";
import { closeDatabase, getDb } from "@/server/platform/database";
import { eventPort } from "@/server/platform/event-port";
import { logger } from "@/server/platform/log";
import { readChanges } from "@/server/research/editions/read-changes";
import { readEdition } from "@/server/research/editions/read-edition";
import { checkRequest } from "@/server/research/requests/check-request";
import { openRequests, resumeOrSubmit } from "@/server/research/requests/resume-or-submit";
import { watchRun } from "@/server/research/requests/watch-run";
import type { EditionsPort, ResearchPort } from "./port";

/** Looks only: what was interrupted is not set going. */
export async function localEditions(): Promise<EditionsPort> {
  return { ...editionsOf((await operator()).ctx), close: closeDatabase };
}

export async function localPort(): Promise<ResearchPort> {
  const { ctx, actor } = await operator();
  // An interrupted run goes on as soon as the functions do, and may have ended before this command asks for it.
  const openBefore = await openRequests(ctx);
  const booted = await boot();
  const scope = ownerScope(actor.userId);
  return {
    check: (input) => checkRequest(ctx, input),
    addFolder: (folder) => readFolderIntoLibrary(ctx, scope, { folder }),
    addExample: async () => {
      const { added } = await addExampleLibrary(ctx, scope);
      await waitForDocuments(
        ctx,
        scope,
        added.map((file) => file.documentId),
      );
    },
    submit: (input, keyPrefix) => resumeOrSubmit(ctx, input, keyPrefix, openBefore),
    events: async function* (id, signal) {
      yield* (await watchRun(ctx, { id, cursor: 0 })).events(0, signal);
    },
    ...editionsOf(ctx),
    close: () => booted.stop(),
  };
}

async function operator() {
  const db = await getDb();
  const actor = await operatorActor(db);
  return { actor, ctx: makeCtx({ db, actor, log: logger(), clock: systemClock, events: eventPort() }) };
}

function editionsOf(ctx: Ctx): Pick<EditionsPort, "edition" | "changes"> {
  return { edition: (id) => readEdition(ctx, id), changes: (id, against) => readChanges(ctx, { id, against }) };
}
