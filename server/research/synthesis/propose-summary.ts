// A model writes from the best passages of all sources; every sentence is judged by code before it may be printed.
import type { Ctx } from "@/server/platform/context";
import { llmConfigured } from "@/server/platform/llm";
import { withoutOrders } from "../claims/core/addressed";
import { splitSentences } from "../claims/core/sentences";
import { concerns } from "../claims/core/subject";
import type { CategoryRun } from "../requests/load-run";
import type { ModelWork } from "../requests/run-events";
import { type Reading, readingsOf } from "../sources/core/readings";
import type { CategorySource } from "../sources/read-sources";
import { proposeWithin } from "../writing/propose";
import { Work } from "../writing/work";
import type { GatedSentence, WithheldSentence } from "./core/gate-draft";
import { judgeSentences, type SummaryPassage, sentenceProposalsSchema } from "./core/proposed-sentences";
import { summaryPrompt, summaryRules } from "./prompts";

/** Characters of all passages together, the best of every source in turn. */
const mostCharacters = 24_000;
const mostPerSource = 3;
const maxOutputTokens = 4000;

export type ProposedSummary = { readonly published: GatedSentence[]; readonly withheld: WithheldSentence[]; readonly work: ModelWork };

/** Sentences that a model proposes and the gate lets pass, and those it does not, citing readings; null when no model is set. Never rejects for what the model did. */
export async function proposeSummary(
  ctx: Ctx,
  run: CategoryRun,
  sources: readonly CategorySource[],
  contextOf: (source: CategorySource) => string,
): Promise<ProposedSummary | null> {
  const configured = llmConfigured();
  if (!configured) return null;
  const { request, definition, category } = run;
  const { facts, maxSentences } = definition.processingRules;
  const names = [request.subject, ...(request.identity ? [request.identity.name, ...request.identity.aliases] : [])];
  const chosen = choosePassages(sources, names, contextOf);
  if (chosen.length === 0) return null;
  const prompt = summaryPrompt({
    category: { name: category.name, description: definition.description },
    subject: request.identity?.name ?? request.subject,
    aliases: names.slice(1),
    facts,
    passages: chosen.map(({ id, text, note }) => ({ id, text, note })),
    mostSentences: maxSentences,
  });
  const work = new Work(configured.model);
  const proposal = await proposeWithin(ctx, run, {
    schema: sentenceProposalsSchema,
    system: summaryRules,
    prompt,
    purpose: "summary",
    maxOutputTokens,
  });
  work.asked(proposal);
  const proposed = proposal.object?.sentences ?? [];
  const topic = { facts, terms: definition.searchParameters.terms };
  const judged = judgeSentences(proposed, chosen, topic);
  work.propose(proposed.length);
  work.keep(judged.kept);
  for (const reason of judged.dropped) work.drop(reason);
  if (proposal.object && judged.kept === 0) work.because("None of its sentences could be printed; the text is made of sentences of the sources.");
  const { account } = work;
  ctx.log.info({ requestId: request.id, category: category.slug, summary: account }, "summary proposed by a model");
  // Where nothing of its own stands, what stood in for it is not better than the text made of claims.
  return { published: judged.kept > 0 ? judged.published : [], withheld: judged.withheld, work: account };
}

/** The best passages, source by source in turn, better sources first, so that no source fills the question alone. */
function choosePassages(
  sources: readonly CategorySource[],
  names: readonly string[],
  contextOf: (source: CategorySource) => string,
): (SummaryPassage & { note: string })[] {
  const queues = sources
    .toSorted((a, b) => Number(a.superseded) - Number(b.superseded) || a.tier - b.tier || a.number - b.number)
    .map((source) => ({
      source,
      passages: readingsOf(source)
        .flatMap((reading) => apart(reading.passages).map((passage) => ({ ...passage, reading })))
        .sort((a, b) => b.score - a.score)
        .slice(0, mostPerSource),
    }));
  const chosen: (SummaryPassage & { note: string })[] = [];
  let room = mostCharacters;
  for (let round = 0; round < mostPerSource; round++) {
    for (const { source, passages } of queues) {
      const passage = passages[round];
      if (!passage || passage.end - passage.start > room) continue;
      room -= passage.end - passage.start;
      const { reading } = passage;
      const text = reading.text.slice(passage.start, passage.end);
      chosen.push({
        id: `p${chosen.length + 1}`,
        sourceId: reading.id,
        start: passage.start,
        page: passage.page,
        text,
        evidence: evidenceOf(text, reading.text, names),
        context: contextOf(source),
        note: [`source ${source.number}`, source.date ?? "", source.superseded ? "replaced by a later edition" : "", passage.heading ?? ""]
          .filter((part) => part !== "")
          .join(", "),
      });
    }
  }
  return chosen;
}

type Stretch = Reading["passages"][number];

function apart(passages: readonly Stretch[]): Stretch[] {
  const kept: Stretch[] = [];
  for (const passage of passages.toSorted((a, b) => b.score - a.score || a.start - b.start))
    if (passage.end > passage.start && !kept.some((other) => passage.start < other.end && other.start < passage.end)) kept.push(passage);
  return kept;
}

/** The passage without orders to a reader and without sentences about something else; same offsets. */
function evidenceOf(text: string, whole: string, names: readonly string[]): string {
  let kept = withoutOrders(text);
  for (const { start, end, text: sentence } of splitSentences(kept))
    if (!concerns(sentence, whole, names)) kept = kept.slice(0, start) + " ".repeat(end - start) + kept.slice(end);
  return kept;
}
