// A model proposes sentences while it writes; each is judged as soon as it is whole, and what is on its way is shown as a draft.

import type { z } from "zod";
import type { Ctx } from "@/server/platform/context";
import { documentTag, keptProposal } from "@/server/platform/llm-kept";
import { type Partly, streamObject } from "@/server/platform/llm-stream";
import { pause } from "@/server/platform/pause";
import { sentenceProposalsSchema } from "@/server/research/synthesis/core/proposed-sentences";
import { withinCaps } from "@/server/research/writing/within-caps";
import { judgeProposal, type Proposal } from "./core/judge";
import type { Stretch } from "./core/stretch";
import { traditionOf } from "./core/traditions";
import { Halted, type Pen } from "./pen";
import { answerPrompt, answerRules } from "./prompts";
import { askLimits } from "./schema";

type Proposals = z.infer<typeof sentenceProposalsSchema>;

/** Characters of all passages together. */
const mostCharacters = 20_000;
const maxOutputTokens = 3_000;
/** How often a page is told of what is being written. */
const batchMs = 80;
const stopLookMs = 300;

export type Asked = {
  readonly ownerId: string;
  readonly question: string;
  readonly carried: readonly string[];
  readonly note: string | null;
  readonly stretches: readonly Stretch[];
  readonly theological: boolean;
  /** The model is asked though it has answered the same lately. */
  readonly fresh: boolean;
};

/** Writes what of a model's answer passes the gate. Why it wrote nothing more, where the model failed; null otherwise. Throws `Halted` when stopped. */
export async function writeByModel(ctx: Ctx, pen: Pen, asked: Asked): Promise<string | null> {
  const stretches = within(asked.stretches);
  const stop = new AbortController();
  const looking = lookForStop(ctx, pen, stop);
  let judged = 0;
  let shown = 0;
  const take = async (proposal: Proposal) => {
    judged += 1;
    if (pen.sentences.length >= askLimits.sentences) return;
    const verdict = judgeProposal(
      proposal,
      stretches,
      pen.sentences.map((sentence) => sentence.text),
    );
    if (verdict.kind === "withheld") await pen.withhold(verdict.text, verdict.reason);
    if (verdict.kind !== "published") return;
    const tradition = asked.theological ? traditionOf(verdict.text, verdict.places[0]?.stretch.heading ?? null) : null;
    await pen.publish(verdict, tradition);
  };
  const onPart = async (part: Partly<Proposals>) => {
    const sentences = part.sentences ?? [];
    // The last one may still grow.
    for (const sentence of sentences.slice(judged, -1)) await take(proposalOf(sentence));
    const last = sentences.at(-1)?.text;
    const now = ctx.clock.now().getTime();
    if (sentences.length <= judged || !last || now - shown < batchMs) return;
    shown = now;
    await pen.draft(last);
  };
  try {
    const input = {
      schema: sentenceProposalsSchema,
      system: answerRules.replace("{most}", String(askLimits.sentences)),
      prompt: answerPrompt({ ...asked, stretches }),
      purpose: "chat",
      maxOutputTokens,
      signal: stop.signal,
    };
    const tags = [...new Set(stretches.flatMap(({ documentId }) => (documentId ? [documentTag(documentId)] : [])))];
    const proposal = await keptProposal(ctx, input, { fresh: asked.fresh, tags, reader: asked.ownerId }, () =>
      withinCaps(ctx, { ownerId: asked.ownerId, request: null }, () => streamObject(ctx, input, onPart)),
    );
    if (proposal.keptAt !== undefined) await pen.kept(proposal.keptAt);
    await pen.paid(proposal.cost.usd, proposal.model);
    for (const sentence of proposal.object?.sentences.slice(judged) ?? []) await take(sentence);
    return proposal.error?.message ?? null;
  } finally {
    looking.abort();
  }
}

function proposalOf(part: Partly<Proposals["sentences"][number]>): Proposal {
  const citations = (part.citations ?? []).flatMap(({ passage, quote }) => (passage && quote ? [{ passage, quote }] : []));
  return { text: part.text ?? "", citations };
}

/** The best passages that there is room for. */
function within(stretches: readonly Stretch[]): Stretch[] {
  let room = mostCharacters;
  return stretches.filter(({ text }) => {
    if (text.length > room) return false;
    room -= text.length;
    return true;
  });
}

/** A model that says nothing is stopped all the same. Ends when the returned controller is aborted. */
function lookForStop(ctx: Ctx, pen: Pen, stop: AbortController): AbortController {
  const ended = new AbortController();
  const look = async () => {
    while (!ended.signal.aborted) {
      await pause(stopLookMs, ended.signal);
      if (await pen.stopAsked()) return stop.abort(new Halted("The reader asked to stop."));
    }
  };
  look().catch((error: unknown) => {
    if (!ended.signal.aborted) ctx.log.warn({ err: error }, "looking for a stop broke");
  });
  return ended;
}
