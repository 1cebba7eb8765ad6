// A model reads the passages of one source at a time, so that what one source says to it can touch no other source's claims.
import type { Ctx } from "@/server/platform/context";
import { llmConfigured } from "@/server/platform/llm";
import type { CategoryRun } from "../requests/load-run";
import type { ModelWork } from "../requests/run-events";
import { type Reading, readingsOf } from "../sources/core/readings";
import type { CategorySource } from "../sources/read-sources";
import { inTurns } from "../writing/in-turns";
import { proposeWithin } from "../writing/propose";
import { Work } from "../writing/work";
import { withoutOrders } from "./core/addressed";
import { checkProposal, isRepeat, type ProposalPassage } from "./core/check-proposal";
import { claimProposalsSchema } from "./core/proposal";
import { claimRules, claimsPrompt } from "./prompts";
import type { ExtractedClaim } from "./schema";

/** Texts of a category that are read: those of the best sources by tier and by how well they answer. */
const mostReadings = 16;
const atATime = 4;
/** Characters of one source, its best passages first: what a small local model still reads with care. */
const mostCharacters = 12_000;
/** More than this from one source is noise. */
const mostKept = 30;
const maxOutputTokens = 6000;
/** After so many failures in a row the model is left in peace for this category. */
const patience = 2;

export type ProposedClaims = { readonly byReading: ReadonlyMap<string, readonly ExtractedClaim[]>; readonly work: ModelWork };

/** Claims that a model proposes beyond those that are `known`, by reading; null when no model is set. Never rejects for what the model did. */
export async function proposeClaims(
  ctx: Ctx,
  run: CategoryRun,
  sources: readonly CategorySource[],
  known: ReadonlyMap<string, readonly ExtractedClaim[]>,
): Promise<ProposedClaims | null> {
  const configured = llmConfigured();
  const facts = run.definition.processingRules.facts.filter((fact) => fact.kind !== "text");
  if (!configured || facts.length === 0) return null;
  const work = new Work(configured.model);
  const byReading = new Map<string, ExtractedClaim[]>();
  let failures = 0;
  const readings = sources.toSorted(bestFirst).flatMap((source) => readingsOf(source).map((reading) => ({ source, reading })));
  await inTurns(readings.slice(0, mostReadings), atATime, async ({ source, reading }) => {
    if (failures >= patience) return work.because("The model failed repeatedly and was not asked for the other sources.");
    const passages = passagesOf(reading);
    if (passages.length === 0) return;
    const { request, definition } = run;
    const subject = [request.subject, ...(request.identity ? [request.identity.name, ...request.identity.aliases] : [])];
    const prompt = claimsPrompt({
      template: definition.promptTemplates.extract,
      subject: subject[0] ?? "",
      aliases: subject.slice(1),
      facts,
      passages,
    });
    const proposal = await proposeWithin(ctx, run, { schema: claimProposalsSchema, system: claimRules, prompt, purpose: "claims", maxOutputTokens });
    work.asked(proposal);
    failures = proposal.error ? failures + 1 : 0;
    if (!proposal.object) return;
    const defaults = source.jurisdiction ? { jurisdiction: source.jurisdiction } : {};
    const before = known.get(reading.id) ?? [];
    const kept: ExtractedClaim[] = [];
    work.propose(proposal.object.claims.length);
    for (const proposed of proposal.object.claims) {
      const { claim, reason } = checkProposal(proposed, passages, { facts, text: reading.text, subject, defaults });
      if (!claim) work.drop(reason);
      else if ([...before, ...kept].some((other) => isRepeat(other, claim))) work.drop("duplicate");
      else if (kept.length >= mostKept) work.drop("too_many");
      else kept.push(claim);
    }
    work.keep(kept.length);
    byReading.set(reading.id, kept);
  });
  const { account } = work;
  ctx.log.info({ requestId: run.request.id, category: run.category.slug, claims: account }, "claims proposed by a model");
  return { byReading, work: account };
}

function bestFirst(a: CategorySource, b: CategorySource): number {
  return Number(a.superseded) - Number(b.superseded) || a.tier - b.tier || scoreOf(b) - scoreOf(a) || a.number - b.number;
}

function scoreOf(source: CategorySource): number {
  return Math.max(0, ...source.mentions.flatMap((mention) => mention.passages.map((passage) => passage.score)));
}

/** The best passages in reading order, each place once. */
function passagesOf(reading: Reading): ProposalPassage[] {
  const chosen: { start: number; end: number; heading: string | null }[] = [];
  let room = mostCharacters;
  for (const { start, end, heading } of reading.passages) {
    if (end <= start || end - start > room || chosen.some((other) => start < other.end && other.start < end)) continue;
    room -= end - start;
    chosen.push({ start, end, heading });
  }
  return chosen
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, heading }, index) => {
      const text = reading.text.slice(start, end);
      return { id: `p${index + 1}`, start, text, evidence: withoutOrders(text), heading };
    });
}
