// Bench "gate": how well the publish gate tells carried sentences from others, and how many one-edit falsifications it catches.
// JSONL with {claim, evidence, label}; evidence is a text or a list of sentences.
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Analysis, analyse } from "@/server/research/synthesis/core/gate/analyse";
import { checkSentence } from "@/server/research/synthesis/core/gate/check-sentence";
import { mutations, namesIn } from "./gate-mutations";
import { type Pair, samplePairs } from "./gate-sample";

type Row = { supported: boolean; score: number; recall: number; publish: boolean; blocked: boolean };
type Tally = { made: number; blocked: number; unpublished: number };

const sentencesPerPassage = 6;
const closeRecall = 0.75;

async function filesOf(corpus: string): Promise<string[]> {
  if (!(await stat(corpus)).isDirectory()) return [corpus];
  const names = await readdir(corpus, { recursive: true });
  return names
    .filter((name) => name.endsWith(".jsonl"))
    .sort()
    .map((name) => join(corpus, name));
}

function parsePair(line: string, where: string): Pair {
  const row: unknown = JSON.parse(line);
  if (typeof row !== "object" || row === null) throw new Error(`${where}: a line must be an object with claim, evidence and label.`);
  const { claim, evidence, label } = row as Record<string, unknown>;
  const texts = typeof evidence === "string" ? [evidence] : Array.isArray(evidence) ? evidence.filter((one) => typeof one === "string") : null;
  if (typeof claim !== "string" || texts === null || typeof label !== "string") throw new Error(`${where}: claim, evidence and label are needed.`);
  return { claim, evidence: texts, label };
}

async function readPairs(corpus: string | undefined): Promise<readonly Pair[]> {
  if (corpus === undefined) return samplePairs;
  const pairs: Pair[] = [];
  for (const file of await filesOf(corpus)) {
    const lines = (await readFile(file, "utf8")).split("\n");
    lines.forEach((line, index) => {
      if (line.trim() !== "") pairs.push(parsePair(line, `${file}:${index + 1}`));
    });
  }
  return pairs;
}

/** Small seeded generator (mulberry32), so that every run makes the same edits. */
function chanceOf(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return below === 0 ? 0 : ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

function auroc(rows: readonly Row[]): number {
  const sorted = [...rows].sort((a, b) => a.score - b.score);
  let rankSum = 0;
  for (let i = 0; i < sorted.length; ) {
    let j = i;
    while (j < sorted.length && sorted[j]?.score === sorted[i]?.score) j++;
    for (let k = i; k < j; k++) if (sorted[k]?.supported) rankSum += (i + j + 1) / 2;
    i = j;
  }
  const positives = rows.filter((row) => row.supported).length;
  const negatives = rows.length - positives;
  return positives === 0 || negatives === 0 ? 0 : (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

function f1(rows: readonly Row[], positive: boolean): number {
  const hit = rows.filter((row) => row.supported === positive && row.publish === positive).length;
  const said = rows.filter((row) => row.publish === positive).length;
  const were = rows.filter((row) => row.supported === positive).length;
  return said + were === 0 ? 0 : (2 * hit) / (said + were);
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 1e4) / 1e4);
const round = (value: number): number => Math.round(value * 1e4) / 1e4;

function namePool(pairs: readonly Pair[]): string[][] {
  return pairs.map((pair) => [...new Set(pair.evidence.flatMap((text) => namesIn(text).map((span) => span.text)))]);
}

function foreignTo(index: number, pool: readonly string[][], analysis: Analysis, chance: (below: number) => number): string[] {
  const found: string[] = [];
  for (let tries = 0; tries < 200 && found.length < 5; tries++) {
    const other = chance(pool.length);
    const name = pool[other]?.[chance(pool[other]?.length ?? 0)];
    if (other !== index && name !== undefined && !analysis.text.includes(name.slice(0, 4))) found.push(name);
  }
  return found;
}

function mutate(
  sentence: string,
  others: readonly string[],
  foreignNames: readonly string[],
  analysis: Analysis,
  seed: number,
  tallies: Map<string, Tally>,
): void {
  for (const [kind, make] of Object.entries(mutations)) {
    const edited = make({ sentence, others, foreignNames, chance: chanceOf(seed) });
    if (edited === null || edited === sentence || analysis.text.includes(edited)) continue;
    const verdict = checkSentence(edited, [analysis]);
    const tally = tallies.get(kind) ?? { made: 0, blocked: 0, unpublished: 0 };
    tally.made++;
    if (verdict.findings.some((one) => one.blocking)) tally.blocked++;
    if (!verdict.publish) tally.unpublished++;
    tallies.set(kind, tally);
  }
}

const isSentence = (text: string): boolean => text.length >= 40 && text.length <= 400 && /^\p{Lu}.*\p{Ll}[.!]["”']?$/u.test(text);

function report(tallies: ReadonlyMap<string, Tally>): Record<string, { made: number; blocked: number; unpublished: number }> {
  return Object.fromEntries(
    [...tallies].map(([kind, t]) => [kind, { made: t.made, blocked: share(t.blocked, t.made), unpublished: share(t.unpublished, t.made) }]),
  );
}

function totalShare(tallies: ReadonlyMap<string, Tally>): number {
  const all = [...tallies.values()];
  return share(
    all.reduce((sum, t) => sum + t.blocked, 0),
    all.reduce((sum, t) => sum + t.made, 0),
  );
}

/** Runs the bench. Without a corpus it uses a dozen pairs of its own. Throws one sentence where a line cannot be read. */
export async function run(args: { corpus?: string }): Promise<Record<string, unknown>> {
  const pairs = await readPairs(args.corpus);
  const rows: Row[] = [];
  // Pairs are checked twice and timed once: what is measured is the gate, not the compiler.
  for (const pair of pairs.slice(0, 500)) checkSentence(pair.claim, [analyse(pair.evidence.join("\n\n"))]);
  let analysing = 0;
  let checking = 0;
  for (const pair of pairs) {
    const start = performance.now();
    const analysis = analyse(pair.evidence.join("\n\n"));
    const between = performance.now();
    const verdict = checkSentence(pair.claim, [analysis]);
    checking += performance.now() - between;
    analysing += between - start;
    rows.push({
      supported: pair.label === "supported",
      score: verdict.score,
      recall: verdict.recall,
      publish: verdict.publish,
      blocked: verdict.findings.some((one) => one.blocking),
    });
  }
  process.stderr.write(`${pairs.length} pairs checked, now falsifying sentences\n`);
  const pool = namePool(pairs);
  const passage = new Map<string, Tally>();
  const rewritten = new Map<string, Tally>();
  let own = 0;
  let ownPassed = 0;
  pairs.forEach((pair, index) => {
    const analysis = analyse(pair.evidence.join("\n\n"));
    const chance = chanceOf(index + 1);
    const foreign = foreignTo(index, pool, analysis, chance);
    const sentences = pair.evidence.filter(isSentence);
    for (let k = 0; k < Math.min(sentencesPerPassage, sentences.length); k++) {
      const sentence = sentences[Math.floor((k * sentences.length) / Math.min(sentencesPerPassage, sentences.length))] ?? "";
      own++;
      if (checkSentence(sentence, [analysis]).publish) ownPassed++;
      mutate(
        sentence,
        pair.evidence.filter((one) => one !== sentence),
        foreign,
        analysis,
        index * 31 + k,
        passage,
      );
    }
    if (rows[index]?.supported && !rows[index]?.blocked) mutate(pair.claim, pair.evidence, foreign, analysis, index, rewritten);
  });
  const supported = rows.filter((row) => row.supported);
  const close = supported.filter((row) => row.recall >= closeRecall);
  return {
    bench: "gate",
    pairs: rows.length,
    macroF1: round((f1(rows, true) + f1(rows, false)) / 2),
    auroc: round(auroc(rows)),
    mutationsCaught: totalShare(passage),
    mutationsByKind: report(passage),
    rewrittenCaught: totalShare(rewritten),
    rewrittenByKind: report(rewritten),
    falseWithheld: share(close.filter((row) => row.blocked).length, close.length),
    falseWithheldPairs: close.length,
    falseWithheldAnyRecall: share(supported.filter((row) => row.blocked).length, supported.length),
    passageSentencesPassed: share(ownPassed, own),
    msPerPair: round((analysing + checking) / Math.max(rows.length, 1)),
    msPerCheck: round(checking / Math.max(rows.length, 1)),
  };
}
