// Bench "chat": questions on the example library, asked and answered by the use cases of the program. What is inside must be answered by the words that
// answer it, what is outside must be declined, and every sentence printed must be carried by what it cites. The thresholds were set on the first set, the
// second was written afterwards. --corpus takes a set of questions, one JSON object per line; --model lets the stand-in model write.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { askQuestion } from "@/server/chat/answers/ask-question";
import { findPassages } from "@/server/chat/answers/find-passages";
import { finishAnswer } from "@/server/chat/answers/finish-answer";
import { writeAnswer } from "@/server/chat/answers/write-answer";
import { readConversation } from "@/server/chat/conversations/read-conversation";
import { everything } from "@/server/chat/conversations/schema";
import { readDocuments } from "@/server/library/documents/read-documents";
import { exampleLibraryFiles, exampleLibraryFolder } from "@/server/library/example-library";
import { setEnvironment } from "@/server/platform/config";
import { newId } from "@/server/platform/ids";
import { checkSentence } from "@/server/research/synthesis/core/gate/check-sentence";
import { llm } from "@/standins/llm/llm";
import { startStandins } from "@/standins/server";
import { openBenchLibrary } from "./lib/bench-library";
import { type Asked, readAsked } from "./lib/chat-corpus";
import { heldInside, heldOutside, inside, outside } from "./lib/chat-questions";
import { percentile } from "./lib/ranking-measures";

type Library = Awaited<ReturnType<typeof openBenchLibrary>>;
type Said = { readonly declined: boolean; readonly text: string; readonly sentences: number; readonly passed: number; readonly ms: number };

/** Questions of one account are this far apart, so that none is refused as too many. */
const apartMs = 60_000;
const model = "standin-writer";

export async function run(args: { corpus?: string; database?: string; model?: boolean }): Promise<Record<string, unknown>> {
  setEnvironment({ LOG_LEVEL: "silent" });
  const given = args.corpus === undefined ? null : readAsked(await readFile(args.corpus, "utf8"));
  const standins = args.model ? await startStandins([llm]) : null;
  if (standins) setEnvironment({ LLM_PROVIDER: "compatible", LLM_MODEL: model, LLM_BASE_URL: standins.baseUrl("llm"), LLM_API_KEY: "" });
  const library = await openBenchLibrary(args.database);
  try {
    for (const file of exampleLibraryFiles) await library.add(file, await readFile(path.join(exampleLibraryFolder(), file)));
    const ask = asker(library);
    const sets = given ? { set: given } : { set: own(inside, outside), held: own(heldInside, heldOutside) };
    const times: number[] = [];
    const results: Record<string, unknown> = { model: args.model ? model : null };
    for (const [name, questions] of Object.entries(sets)) {
      const { result, took } = await runSet(ask, questions);
      results[name] = result;
      times.push(...took);
    }
    times.sort((a, b) => a - b);
    return { ...results, p50Ms: Math.round(percentile(times, 0.5)), p95Ms: Math.round(percentile(times, 0.95)) };
  } finally {
    await library.close();
    await standins?.close();
  }
}

const own = (within: typeof inside, beyond: typeof outside): Asked[] => [
  ...within.map(([question, words]) => ({ question, inside: true, words, earlier: [] })),
  ...beyond.map((question) => ({ question, inside: false, words: null, earlier: [] })),
];

async function runSet(ask: (one: Asked) => Promise<Said>, questions: readonly Asked[]) {
  const all: (Said & { inside: boolean; right: boolean })[] = [];
  for (const one of questions) {
    const said = await ask(one);
    const right = one.inside ? !said.declined && (one.words?.test(said.text) ?? true) : said.declined;
    all.push({ ...said, inside: one.inside, right });
    const told = said.declined ? "declined" : said.text.slice(0, 300);
    if (!right || said.passed < said.sentences) process.stderr.write(`not as it should be: ${one.question}\n    ${told}\n`);
  }
  const within = all.filter((one) => one.inside);
  const beyond = all.filter((one) => !one.inside);
  const sum = (of: (said: Said) => number) => all.reduce((total, said) => total + of(said), 0);
  const result = {
    inside: within.length,
    answered: within.filter(({ right }) => right).length,
    declinedInside: within.filter(({ declined }) => declined).length,
    outside: beyond.length,
    declined: beyond.filter(({ right }) => right).length,
    sentences: sum(({ sentences }) => sentences),
    passedGate: sum(({ passed }) => passed),
  };
  return { result, took: all.map(({ ms }) => ms) };
}

/** Asks in a conversation of its own, what was asked before it first. */
function asker({ ctx, scope }: Library) {
  let asked = 0;
  const answer = async (text: string, conversationId: string | null) => {
    asked += 1;
    const at = new Date(Date.now() + asked * apartMs);
    const turn = await askQuestion({ ...ctx, clock: { now: () => at } }, { conversationId, text, key: newId(), scope: everything });
    const started = performance.now();
    for (const step of [findPassages, writeAnswer, finishAnswer]) await step(ctx, turn);
    return { conversationId: turn.conversationId, ms: performance.now() - started };
  };
  return async ({ question, earlier }: Asked): Promise<Said> => {
    let before: string | null = null;
    for (const text of earlier) before = (await answer(text, before)).conversationId;
    const { conversationId, ms } = await answer(question, before);
    const { turns, sources } = await readConversation(ctx, scope, { id: conversationId });
    const sentences = turns.at(-1)?.answer.body.sentences ?? [];
    const documents = await readDocuments(ctx, scope, [...new Set(sources.flatMap(({ documentId }) => documentId ?? []))]);
    const texts = new Map(documents.map((document) => [document.id, document.text]));
    const carried = sentences.filter(({ text, citations }) =>
      citations.every(({ source, quote, start, end }) => {
        const cited = sources.find(({ number }) => number === source);
        const whole = texts.get(cited?.documentId ?? "");
        return whole?.slice(start, end) === quote && checkSentence(text, [{ text: whole, context: cited?.title ?? "" }]).publish;
      }),
    );
    const text = sentences.map((sentence) => sentence.text).join(" ");
    return { declined: turns.at(-1)?.answer.status === "declined", text, sentences: sentences.length, passed: carried.length, ms };
  };
}
