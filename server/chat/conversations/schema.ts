// A conversation: where it asks, what it is about, and its turns. Every turn keeps the scope it was asked in.
import { z } from "zod";

export const conversationLimits = { title: 120, note: 500, chosen: 500, query: 200 } as const;

/** Of one account, empty ones included; the list is searched whole. */
export const mostConversations = 5_000;

const ids = z.array(z.string().min(1).max(40)).max(conversationLimits.chosen);

/** Everything: the whole library and all editions, of which those are read that say most of what is asked. Otherwise what is chosen. */
export const chatScopeSchema = z
  .object({ everything: z.boolean(), collectionIds: ids.default([]), documentIds: ids.default([]), editionIds: ids.default([]) })
  .refine(
    ({ everything, collectionIds, documentIds, editionIds }) => everything || collectionIds.length + documentIds.length + editionIds.length > 0,
    "Choose at least one document, collection or edition, or ask in everything.",
  );
export type ChatScope = z.infer<typeof chatScopeSchema>;

export const everything: ChatScope = { everything: true, collectionIds: [], documentIds: [], editionIds: [] };

export const titleSchema = z
  .string()
  .trim()
  .min(1, "A conversation needs a name.")
  .max(conversationLimits.title, `A name has at most ${conversationLimits.title} characters.`);
export const noteSchema = z.string().trim().max(conversationLimits.note, `The note has at most ${conversationLimits.note} characters.`);

export const conversationIdSchema = z.object({ id: z.string().min(1).max(40) });
export const createSchema = z.object({ title: titleSchema.optional(), note: noteSchema.optional(), scope: chatScopeSchema });
export const changeSchema = conversationIdSchema
  .extend({ title: titleSchema.optional(), note: noteSchema.nullable().optional(), scope: chatScopeSchema.optional() })
  .refine(({ title, note, scope }) => title !== undefined || note !== undefined || scope !== undefined, "Nothing was changed.");
export const listSchema = z.object({
  query: z.string().trim().max(conversationLimits.query).default(""),
  /** The id of the last conversation of the page before. */
  before: z.string().max(40).nullable().default(null),
});
