// Do documents that answer a question answer it differently? Predicted from the question and the texts alone; answer and type serve as gold only.
// precision, recall and f1 are those of sets: a set holds a conflict when two of its documents support different answers. The fields that begin with pair
// count every two documents of a set.
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { findQuantities } from "@/server/research/claims/core/quantities/find";
import { convert } from "@/server/research/claims/core/units";
import { compareDocuments } from "@/server/research/conflicts/core/questions/compare-documents";
import { type ConflictSet, conflictSets } from "./lib/conflict-cases";

const answerSchema = z.union([
  z.string(),
  z.number().transform(String),
  z.boolean().transform(String),
  z.array(z.string()).transform((list) => list[0] ?? ""),
  z.null(),
]);
const documentSchema = z
  .object({
    text: z.string().optional(),
    content: z.string().optional(),
    context: z.string().optional(),
    answer: answerSchema.optional(),
    type: z.string().nullish(),
  })
  .transform(({ text, content, context, answer, type }) => ({
    text: text ?? content ?? context ?? "",
    answer: answer ?? null,
    type: type ?? "correct",
  }));
const setSchema = z
  .object({
    question: z.string().optional(),
    query: z.string().optional(),
    documents: z.array(documentSchema).optional(),
    docs: z.array(documentSchema).optional(),
  })
  .transform(({ question, query, documents, docs }): ConflictSet => ({ question: question ?? query ?? "", documents: documents ?? docs ?? [] }));

type Tally = { hit: number; said: number; were: number; all: number };
const silentTypes = /^(?:noise|irrelevant|distractor|unknown|none)$/i;
const silentAnswers = /^(?:|unknown|n\/?a|none|null|no answer|unanswerable)$/i;
const shownMisses = 40;

export async function run(args: { corpus?: string }): Promise<Record<string, unknown>> {
  const sets = args.corpus === undefined ? conflictSets : readSets(args.corpus);
  const bySet: Tally = { hit: 0, said: 0, were: 0, all: 0 };
  const byPair: Tally = { hit: 0, said: 0, were: 0, all: 0 };
  let answered = 0;
  let found = 0;
  let spent = 0;
  let missed = 0;
  for (const { question, documents } of sets) {
    const started = performance.now();
    const verdict = compareDocuments(
      question,
      documents.map((document) => document.text),
    );
    spent += performance.now() - started;
    const gold = documents.map(goldAnswer);
    answered += gold.filter((answer) => answer !== null).length;
    found += gold.filter((answer, index) => answer !== null && (verdict.answers[index]?.length ?? 0) > 0).length;
    const said = new Set(verdict.differing.map((pair) => pair.join()));
    let differs = false;
    gold.forEach((left, a) => {
      gold.slice(a + 1).forEach((right, offset) => {
        const differing = left !== null && right !== null && !sameAnswer(left, right);
        differs ||= differing;
        const predicted = said.has(`${a},${a + 1 + offset}`);
        count(byPair, predicted, differing);
        if (predicted !== differing && missed++ < shownMisses) tell(question, predicted, [a, a + 1 + offset], documents, verdict);
      });
    });
    count(bySet, verdict.differing.length > 0, differs);
  }
  const pairs = figures(byPair);
  return {
    bench: "conflicts",
    ...figures(bySet),
    msPerSet: round(spent / Math.max(1, sets.length)),
    sets: bySet.all,
    setsWithConflict: bySet.were,
    pairPrecision: pairs.precision,
    pairRecall: pairs.recall,
    pairF1: pairs.f1,
    pairs: byPair.all,
    answersFound: round(found / Math.max(1, answered)),
  };
}

function readSets(corpus: string): ConflictSet[] {
  const files = statSync(corpus).isDirectory()
    ? readdirSync(corpus)
        .filter((name) => name.endsWith(".jsonl"))
        .sort()
        .map((name) => path.join(corpus, name))
    : [corpus];
  return files.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .flatMap((line, index) => {
        if (line.trim() === "") return [];
        const parsed = setSchema.safeParse(JSON.parse(line));
        if (!parsed.success) throw new Error(`${file}:${index + 1}: ${parsed.error.issues[0]?.message ?? "unknown form"}.`);
        return [parsed.data];
      }),
  );
}

/** The answer a document supports; null where it supports none. */
function goldAnswer({ answer, type }: ConflictSet["documents"][number]): string | null {
  return answer === null || silentAnswers.test(answer.trim()) || silentTypes.test(type) ? null : answer;
}

/** One answer in other words: the same but for case, articles and signs, the same numbers, or all words of the one within the other. */
function sameAnswer(a: string, b: string): boolean {
  const [left, right] = [plain(a), plain(b)];
  if (left === right || sameQuantity(a, b)) return true;
  const [small, large] = left.length <= right.length ? [left, right] : [right, left];
  const words = large.split(" ");
  return small !== "" && small.split(" ").every((word) => words.includes(word)) && !/^\d+$/.test(small.replaceAll(" ", ""))
    ? true
    : yearOf(left, right);
}

/** "24 km" and "15 miles", "12 hours" and "0.5 days". */
function sameQuantity(a: string, b: string): boolean {
  const [left, right] = [findQuantities(a), findQuantities(b)].map((list) => (list.length === 1 ? list[0] : undefined));
  if (left?.value === undefined || right?.value === undefined || left.kind === "year" || right.kind === "year") return false;
  if (left.unit === "1" || right.unit === "1") return left.value === right.value;
  const converted = convert(right.value, right.unit, left.unit);
  return converted !== null && Math.abs(converted - left.value) <= 0.01 * Math.abs(left.value);
}

/** "1902" and "4 May 1902". */
function yearOf(a: string, b: string): boolean {
  const [small, large] = a.length <= b.length ? [a, b] : [b, a];
  return /^\d{4}$/.test(small) && large.split(" ").includes(small);
}

function plain(answer: string): string {
  return answer
    .toLowerCase()
    .normalize("NFKD")
    .replace(/(\d)[,](?=\d)/g, "$1")
    .replace(/\p{M}/gu, "")
    .replace(/\b(?:the|an?)\b/g, " ")
    .replace(/[^\p{L}\p{N}.$€£%]+/gu, " ")
    .replace(/\.(?!\d)/g, "")
    .trim();
}

function count(tally: Tally, predicted: boolean, actual: boolean): void {
  tally.all++;
  if (predicted) tally.said++;
  if (actual) tally.were++;
  if (predicted && actual) tally.hit++;
}

function figures({ hit, said, were }: Tally): { precision: number; recall: number; f1: number } {
  const precision = said === 0 ? 0 : hit / said;
  const recall = were === 0 ? 0 : hit / were;
  return {
    precision: round(precision),
    recall: round(recall),
    f1: round(precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)),
  };
}

function tell(
  question: string,
  predicted: boolean,
  [a, b]: [number, number],
  documents: ConflictSet["documents"],
  verdict: ReturnType<typeof compareDocuments>,
): void {
  const read = (index: number): string =>
    (verdict.answers[index] ?? [])
      .slice(0, 3)
      .map((answer) => `${documents[index]?.text.slice(answer.start, answer.end)} ${answer.score.toFixed(2)}`)
      .join("; ") || "nothing";
  console.error(
    `${predicted ? "false" : "missed"} [${verdict.question.kind}] ${question}\n  ${documents[a]?.answer ?? "-"} <- ${read(a)}\n  ${documents[b]?.answer ?? "-"} <- ${read(b)}`,
  );
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
