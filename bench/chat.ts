// Bench "chat": questions on the example library. What is inside must be answered by the words that answer it, each sentence through the gate; what is
// outside must be declined. The thresholds were set on the first set, the second was written afterwards. Without a model.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { isAnswerable, measure } from "@/server/chat/answers/core/answerable";
import { chooseSentences } from "@/server/chat/answers/core/choose-sentences";
import { judgeQuote } from "@/server/chat/answers/core/judge";
import { expectedBy } from "@/server/chat/answers/core/question";
import { versesIn } from "@/server/chat/answers/core/verses";
import { retrievePassages } from "@/server/chat/answers/retrieve-passages";
import { everything } from "@/server/chat/conversations/schema";
import { exampleLibraryFiles, exampleLibraryFolder } from "@/server/library/example-library";
import { setEnvironment } from "@/server/platform/config";
import { openBenchLibrary } from "./lib/bench-library";
import { heldInside, heldOutside, inside, outside } from "./lib/chat-questions";
import { percentile } from "./lib/ranking-measures";

type Library = Awaited<ReturnType<typeof openBenchLibrary>>;
type Said = { readonly answered: boolean; readonly text: string; readonly sentences: number; readonly passed: number; readonly ms: number };

export async function run(args: { database?: string }): Promise<Record<string, unknown>> {
  setEnvironment({ LOG_LEVEL: "silent" });
  const library = await openBenchLibrary(args.database);
  try {
    for (const file of exampleLibraryFiles) await library.add(file, await readFile(path.join(exampleLibraryFolder(), file)));
    const set = await runSet(library, inside, outside);
    const held = await runSet(library, heldInside, heldOutside);
    const times = [...set.times, ...held.times].sort((a, b) => a - b);
    return { set: set.result, held: held.result, p50Ms: Math.round(percentile(times, 0.5)), p95Ms: Math.round(percentile(times, 0.95)) };
  } finally {
    await library.close();
  }
}

async function runSet(library: Library, within: typeof inside, beyond: typeof outside) {
  const answers: Said[] = [];
  const wrong: string[] = [];
  let right = 0;
  for (const [question, words] of within) {
    const said = await ask(library, question);
    answers.push(said);
    if (said.answered && words.test(said.text)) right += 1;
    else wrong.push(question);
  }
  let declined = 0;
  for (const question of beyond) {
    const said = await ask(library, question);
    answers.push(said);
    if (said.answered) wrong.push(question);
    else declined += 1;
  }
  for (const question of wrong) process.stderr.write(`not as it should be: ${question}\n`);
  const sum = (of: (said: Said) => number) => answers.reduce((total, said) => total + of(said), 0);
  const result = {
    inside: within.length,
    answered: right,
    outside: beyond.length,
    declined,
    sentences: sum(({ sentences }) => sentences),
    passedGate: sum(({ passed }) => passed),
  };
  return { result, times: answers.map(({ ms }) => ms) };
}

async function ask({ ctx, scope }: Library, question: string): Promise<Said> {
  const started = performance.now();
  const { stretches, concepts } = await retrievePassages(ctx, scope, { text: question, earlier: [], scope: everything });
  const found = measure(stretches, concepts);
  const answered = isAnswerable(found);
  const chosen = answered ? chooseSentences(found, concepts, expectedBy(question), undefined, versesIn(question)) : [];
  const passed = chosen.filter(({ lead }) => judgeQuote(lead.text, [lead]).kind === "published");
  const text = passed.map(({ lead }) => lead.text).join(" ");
  return { answered: answered && chosen.length > 0, text, sentences: chosen.length, passed: passed.length, ms: performance.now() - started };
}
