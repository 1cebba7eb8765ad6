// npm run example-library: adds the example documents to the command line's own library, or to an account's with --email.
import { parseArgs } from "node:util";
import { boot } from "@/inngest/boot";
import { actorByEmail } from "@/server/identity/actor-by-email";
import { operatorActor } from "@/server/identity/operator";
import { addExampleLibrary } from "@/server/library/documents/add-example-library";
import { waitForDocuments } from "@/server/library/documents/wait-for-documents";
import { systemClock } from "@/server/platform/clock";
import { setEnvironment } from "@/server/platform/config";
import { makeCtx, ownerScope } from "@/server/platform/context";
import { getDb } from "@/server/platform/database";
import { AppError, isAppError } from "@/server/platform/errors";
import { eventPort } from "@/server/platform/event-port";
import { logger } from "@/server/platform/log";

const { values } = parseArgs({ options: { email: { type: "string" }, "data-dir": { type: "string" } } });
setEnvironment({ LOG_LEVEL: process.env.LOG_LEVEL ?? "warn", ...(values["data-dir"] ? { VARIORUM_DATA_DIR: values["data-dir"] } : {}) });
let stop = async () => {};
try {
  stop = (await boot()).stop;
  const db = await getDb();
  const actor = values.email ? await actorByEmail(db, values.email) : await operatorActor(db);
  if (!actor) throw new AppError("not_found", `There is no account with the address ${values.email}.`);
  const ctx = makeCtx({ db, actor, log: logger(), clock: systemClock, events: eventPort() });
  const scope = ownerScope(actor.userId);
  const { added } = await addExampleLibrary(ctx, scope);
  await waitForDocuments(
    ctx,
    scope,
    added.map((file) => file.documentId),
  );
  process.stdout.write(`The example library is there: ${added.length} documents.\n`);
} catch (error) {
  if (!isAppError(error)) throw error;
  process.stderr.write(`${error.userMessage}\n`);
  process.exitCode = 2;
} finally {
  await stop();
}
