// npm run research: the main job in the terminal. The edition goes to standard output, everything else to standard error.
import path from "node:path";
import { lockHolder } from "@/db/folder-lock";
import type { FolderInLibrary } from "@/server/library/documents/read-folder-into-library";
import { config, setEnvironment } from "@/server/platform/config";
import { AppError, isAppError, messageOf } from "@/server/platform/errors";
import { sha256 } from "@/server/platform/hash";
import { editionText } from "@/server/research/editions/core/edition-text";
import { subjectSchema } from "@/server/research/requests/schema";
import { type Args, type DiffArgs, readArgs, usage } from "./research/args";
import { changesText } from "./research/changes-text";
import type { EditionsPort, ResearchPort } from "./research/port";
import { counted, progressView } from "./research/progress-view";
import { unheardRun } from "./research/unheard";

const exitCodes = { completed: 0, partial_failure: 3, failed: 1, cancelled: 1, pending: 1, processing: 1 } as const;

const say = (text: string) => process.stderr.write(`${text}\n`);

process.on("uncaughtException", (error) => {
  process.exit(broke(error));
});
process.exitCode = await main(process.argv.slice(2)).catch(broke);

/** What is not ours to explain still ends in one line; its stack is for LOG_LEVEL=debug. */
function broke(error: unknown): number {
  say(`Variorum broke: ${messageOf(error)}. What was done is kept; the same command continues it.`);
  if (process.env.LOG_LEVEL === "debug" && error instanceof Error) say(error.stack ?? "");
  return 1;
}

async function main(argv: readonly string[]): Promise<number> {
  if (argv.includes("--help") || argv.includes("-h")) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const args = readArgs(argv);
  if ("wrong" in args) {
    say(`${args.wrong}\n\n${usage}`);
    return 2;
  }
  let port: EditionsPort | null = null;
  try {
    const subject = "diff" in args ? null : subjectOf(args);
    setEnvironment({ LOG_LEVEL: process.env.LOG_LEVEL ?? "warn", ...(args.dataDir ? { VARIORUM_DATA_DIR: args.dataDir } : {}) });
    if ("diff" in args) {
      port = await openPort((local) => local.localEditions());
      return await printChanges(port, args);
    }
    const whole = await openPort((local) => local.localPort());
    port = whole;
    return await research(whole, { ...args, subject: subject ?? args.subject });
  } catch (error) {
    if (!isAppError(error)) throw error;
    say(error.userMessage);
    return error.code === "bad_request" || error.code === "configuration" || error.code === "not_found" ? 2 : 1;
  } finally {
    await port?.close();
  }
}

/** Joins the server that holds the data folder, or opens the folder here. */
async function openPort<P>(open: (local: typeof import("./research/local")) => Promise<P>): Promise<P | ResearchPort> {
  const { database, dataDir } = config();
  const holder = database.kind === "pglite" ? lockHolder(dataDir) : null;
  if (holder?.url && holder.token) {
    say(`Joining the server at ${holder.url}, which holds ${dataDir}.`);
    return (await import("./research/remote")).remotePort(holder.url, holder.token);
  }
  return open(await import("./research/local"));
}

/** Throws `bad_request` with one sentence. */
function subjectOf(args: Args): string {
  const subject = subjectSchema.safeParse(args.subject);
  if (!subject.success) throw new AppError("bad_request", subject.error.issues[0]?.message ?? "The subject is not valid.");
  return subject.data;
}

async function printChanges(port: EditionsPort, { diff, against, format }: DiffArgs): Promise<number> {
  const compared = await port.changes(diff, against);
  const edition = await port.edition(compared.after);
  await print(format === "json" ? JSON.stringify(compared, null, 2) : changesText(compared, edition, format));
  return 0;
}

async function research(port: ResearchPort, args: Args): Promise<number> {
  const interrupted = new AbortController();
  process.once("SIGINT", () => interrupted.abort());
  process.once("SIGTERM", () => interrupted.abort());
  await port.check({ pack: args.pack, categories: [...args.categories], providers: [...args.providers] });
  if (args.example) await port.addExample();
  const folder = args.library === null ? null : await addDocuments(port, path.resolve(args.library));
  const command = keyPrefix(args, folder);
  const unheard = unheardRun(config().dataDir, command);
  const ended = await unheard.ended(port);
  const { id, resumed } = ended === null ? await port.submit(requestOf(args, folder), command) : { id: ended, resumed: true };
  unheard.keep(id);
  if (resumed) say("Continuing the run that was interrupted.");
  const before = await port.edition(id);
  const view = progressView(process.stderr, before.totals.categories);
  for await (const event of port.events(id, interrupted.signal)) view.show(event);
  view.end();
  if (interrupted.signal.aborted) {
    say("Interrupted. What was done is kept; the same command continues it.");
    return 130;
  }
  const edition = await port.edition(id);
  const text = args.format === "json" ? JSON.stringify(edition, null, 2) : editionText(edition, args.format);
  await print(text);
  unheard.forget();
  return exitCodes[edition.request.status];
}

function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => process.stdout.write(`${text}\n`, (error) => (error ? reject(error) : resolve())));
}

async function addDocuments(port: ResearchPort, folder: string): Promise<FolderInLibrary> {
  const added = await port.addFolder(folder);
  for (const { file, reason } of added.refused) say(`Left out ${file}: ${reason}`);
  // No document named would mean the whole library.
  if (added.documentIds.length === 0) throw new AppError("bad_request", `Nothing in ${folder} could be read, so nothing was asked.`);
  say(`${counted(added.documentIds.length, "document")} from ${folder}`);
  return added;
}

function requestOf(args: Args, folder: FolderInLibrary | null) {
  return {
    subject: args.subject,
    pack: args.pack,
    categories: [...args.categories],
    providers: [...args.providers],
    documentIds: [...(folder?.documentIds ?? [])],
    sharePassages: args.sharePassages,
    capUsd: 5,
  };
}

/** Two commands that ask the same of the same documents share it. */
function keyPrefix(args: Args, folder: FolderInLibrary | null): string {
  const asked = {
    subject: args.subject,
    pack: args.pack,
    categories: [...args.categories].sort(),
    providers: [...args.providers].sort(),
    documents: folder?.hashes ?? [],
    ...(args.sharePassages ? { sharePassages: true } : {}),
  };
  return `cli:${sha256(JSON.stringify(asked)).slice(0, 32)}:`;
}
