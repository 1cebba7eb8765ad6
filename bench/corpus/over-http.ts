// The whole measurement: a server, somebody who sends files, somebody else who asks meanwhile, and what may not be exceeded.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { walkFolder } from "@/server/library/documents/adapters/walk-folder";
import { askMeanwhile } from "./ask-meanwhile";
import { startOwnServer } from "./own-server";
import { readTrace } from "./read-trace";
import { type Row, sendFile } from "./send-file";
import { makeSession, signIn } from "./session";
import { memoryOf, watchChildren } from "./watch-children";

/** Limits that the project has set itself. */
const most = { seconds: 20, childMb: 512, answerP95Ms: 300 };

/** How long the server is asked with nothing else to do: what the machine itself makes of an answer. */
const idleMs = 6_000;

type Options = { readonly server?: string; readonly email?: string; readonly password?: string; readonly trace?: string };

/** Figures, and in `over` one sentence for everything that was over its limit. */
export async function overHttp(folders: readonly string[], options: Options): Promise<Record<string, unknown> & { over: string[] }> {
  const measured = await measure(folders, options);
  if (options.trace === undefined || options.server !== undefined) return measured;
  const { trace, over } = await traced(options.trace);
  return { ...measured, trace, over: [...measured.over, ...over] };
}

async function measure(folders: readonly string[], options: Options): Promise<Record<string, unknown> & { over: string[] }> {
  const own = options.server === undefined ? await startOwnServer(options.trace) : null;
  const url = options.server ?? own?.url ?? "";
  const children = watchChildren(own?.pid ?? null);
  try {
    const session = makeSession(url);
    const account = { name: "Corpus", email: options.email ?? "corpus@example.org", password: options.password ?? "every file of the corpus" };
    await signIn(session, account, options.email === undefined);
    const alone = askMeanwhile(session);
    await new Promise((resolve) => setTimeout(resolve, idleMs));
    const idle = (await alone.stop()).all;
    const other = askMeanwhile(session);
    const rows: Row[] = [];
    for (const folder of folders) {
      process.stderr.write(`\n${folder}\n`);
      for (const file of await walkFolder(folder)) {
        const answered = other.timed.length;
        const row = await sendFile(session, path.basename(file.relative), new Uint8Array(await readFile(file.path)), children.take);
        rows.push(row);
        const slowest = Math.max(0, ...other.timed.slice(answered).map(({ ms }) => ms));
        process.stderr.write(line(row, slowest));
      }
    }
    const answers = await other.stop();
    return { ...figures(rows), idle, answers, serverPeakMb: own ? memoryOf(own.pid).peakMb : null, over: exceeded(rows, answers) };
  } finally {
    children.stop();
    await own?.stop();
  }
}

/** What a trace shows, with a sentence for each thing that should not be in it. */
async function traced(file: string): Promise<{ readonly trace: Record<string, number>; readonly over: string[] }> {
  const { processes, connections, writes } = await readTrace(file);
  const trace = { processes, connections: connections.length, writes: writes.length };
  return { trace, over: [...connections, ...writes].slice(0, 20).map((call) => `A process that takes files apart asked for ${call}`) };
}

function line({ outcome, ms, childMb, file, detail }: Row, slowestAnswer: number): string {
  const numbers = [`${Math.round(ms)} ms`, `${childMb} MB`, `answer ${Math.round(slowestAnswer)} ms`].map((text) => text.padStart(16)).join("");
  return `${outcome.padEnd(8)}${numbers}  ${file}  ${detail}\n`;
}

function figures(rows: readonly Row[]): Record<string, unknown> {
  const slowest = rows.reduce((left, right) => (right.ms > left.ms ? right : left), rows[0] ?? nothing);
  const largest = rows.reduce((left, right) => (right.childMb > left.childMb ? right : left), rows[0] ?? nothing);
  return {
    files: rows.length,
    read: rows.filter(({ outcome }) => outcome === "read").length,
    refused: rows.filter(({ outcome }) => outcome === "refused").length,
    slowestSeconds: Number((slowest.ms / 1000).toFixed(2)),
    slowestFile: slowest.file,
    childPeakMb: largest.childMb,
    largestFile: largest.file,
  };
}

const nothing: Row = { file: "", outcome: "read", ms: 0, childMb: 0, detail: "" };

function exceeded(rows: readonly Row[], answers: Record<string, unknown>): string[] {
  const said = rows.flatMap(({ file, outcome, ms, childMb, detail }) => [
    ...(outcome === "broken" ? [`${file}: ${detail}`] : []),
    ...(outcome === "refused" && !isOneSentence(detail) ? [`${file}: its refusal is no plain sentence: ${detail}`] : []),
    ...(ms > most.seconds * 1000 ? [`${file} took ${Math.round(ms / 1000)} seconds.`] : []),
    ...(childMb > most.childMb ? [`${file} took ${childMb} MB.`] : []),
  ]);
  for (const [name, value] of Object.entries(answers)) {
    const p95: unknown = Reflect.get(Object(value), "p95Ms");
    if (typeof p95 === "number" && p95 > most.answerP95Ms) said.push(`Answers to ${name} took ${p95} ms at the 95th percentile.`);
  }
  return said;
}

/** What went wrong and what to do may take a sentence each; a stack, a path or a code is neither. */
function isOneSentence(reason: string): boolean {
  return /^\p{Lu}[^\n{}<>]{10,300}\.$/u.test(reason) && !/\bat \S+:\d+|node_modules|undefined|\bError\b/.test(reason);
}
