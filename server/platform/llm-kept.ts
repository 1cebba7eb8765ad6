// A model's answer stands for the same question for a while, marked and free. Everything that is sent is in the key, the rules, the question and the text of
// each passage: where a document has changed, another question is asked.
import { z } from "zod";
import { cache, cacheKey } from "./cache";
import { config } from "./config";
import type { Ctx } from "./context";
import type { Proposal, ProposeInput } from "./llm";

const keptSchema = z.object({ object: z.unknown(), model: z.string(), at: z.iso.datetime() });

export type KeptOptions = {
  /** Asks anew, and lets the new answer stand. */
  readonly fresh: boolean;
  /** What the question holds the text of; when one of them is let go of, so is the answer. */
  readonly tags?: readonly string[];
  /** Whose question it is, where nobody else is to learn that it was asked. */
  readonly reader?: string;
};

/** The answer that stands for a question; otherwise what `ask` brings, which stands from then on where it is whole. */
export async function keptProposal<T>(
  ctx: Pick<Ctx, "clock">,
  input: ProposeInput<T>,
  { fresh, tags = [], reader }: KeptOptions,
  ask: () => Promise<Proposal<T>>,
): Promise<Proposal<T>> {
  const { llm: settings, spending } = config();
  if (!settings || spending.cacheMs === 0) return ask();
  const { provider, baseUrl, model } = settings;
  const kept = await cache();
  const form = z.toJSONSchema(input.schema);
  const key = cacheKey("proposal", [provider, baseUrl, model, input.system, input.prompt, input.maxOutputTokens, form, reader ?? null]);
  const known = fresh ? null : await find(key, input, kept);
  if (known) return known;
  const proposal = await ask();
  if (proposal.object !== undefined)
    await kept.set(key, { object: proposal.object, model: proposal.model, at: ctx.clock.now().toISOString() }, { ttlMs: spending.cacheMs, tags });
  return proposal;
}

async function find<T>(key: string, { schema }: ProposeInput<T>, kept: Awaited<ReturnType<typeof cache>>): Promise<Proposal<T> | null> {
  const known = keptSchema.safeParse(await kept.get(key));
  const object = known.success ? schema.safeParse(known.data.object) : null;
  if (!known.success || !object?.success) return null;
  const { model, at } = known.data;
  return { object: object.data, usage: { inputTokens: 0, outputTokens: 0, calls: 0 }, model, cost: { usd: 0, basis: "estimated" }, keptAt: at };
}

/** The tag of what holds text of a document. */
export const documentTag = (documentId: string): string => `document:${documentId}`;
