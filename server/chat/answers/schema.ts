// An answer: sentences that passed the publish gate, each with the passages it stands on; what was withheld, and why; or that the library does not say.
import { z } from "zod";
import { searchModes } from "@/server/library/search/schema";
import { scoreSchema } from "@/server/research/scoring/schema";
import { chatScopeSchema } from "../conversations/schema";

export const askLimits = {
  /** A question, not a document. */
  question: 1_000,
  /** Asked at once, then one every six seconds. */
  perMinute: 10,
  /** Sentences of one answer: what is longer is an edition. */
  sentences: 12,
} as const;

/** Of one conversation, which is read and shown whole. */
export const mostQuestions = 500;

export const answerStatuses = ["asked", "working", "answered", "declined", "stopped", "failed"] as const;
export type AnswerStatus = (typeof answerStatuses)[number];

const spanSchema = z.object({ start: z.number().int().nonnegative(), end: z.number().int().nonnegative() });

/** Words of a source of the conversation. Of a document `start` and `end` count UTF-16 units of its text; of an edition they are 0, and `sentence` counts. */
export const chatCitationSchema = z.object({
  /** The number of the source in the whole conversation. */
  source: z.number().int().positive(),
  quote: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  page: z.number().int().positive().nullable(),
  heading: z.string().nullable(),
  /** From 1, of an edition's text. */
  sentence: z.number().int().positive().nullable(),
  /** Where words of the question stand in the quote. */
  matches: z.array(spanSchema),
});
export type ChatCitation = z.infer<typeof chatCitationSchema>;

export const answerSentenceSchema = z.object({
  text: z.string().min(1),
  verbatim: z.boolean(),
  /** Whose reading it is, where the answer sets traditions side by side. */
  tradition: z.string().nullable(),
  /** Greek and Hebrew bring their own face; Hebrew runs from right to left. */
  lang: z.enum(["grc", "hbo"]).nullable(),
  citations: z.array(chatCitationSchema).min(1),
});
export type AnswerSentence = z.infer<typeof answerSentenceSchema>;

const declinedSchema = z.object({
  /** The passage that shares most with the question. */
  nearest: chatCitationSchema.nullable(),
  /** Weighty words of the question with the number of passages that have them. */
  words: z.array(z.object({ word: z.string(), passages: z.number().int().nonnegative() })),
});

const openConflictSchema = z.object({ requestId: z.string(), category: z.string(), statement: z.string() });

export const answerBodySchema = z.object({
  sentences: z.array(answerSentenceSchema),
  withheld: z.array(z.object({ text: z.string(), reason: z.string() })),
  searched: z.object({
    documents: z.number().int(),
    passages: z.number().int(),
    editions: z.number().int(),
    /** How documents were searched, and what there is to know of it, one sentence each. */
    mode: z.enum(searchModes).optional(),
    notes: z.array(z.string()).optional(),
  }),
  /** Passages that were found for the question. */
  found: z.number().int().nonnegative(),
  declined: declinedSchema.nullable(),
  confidence: scoreSchema.nullable(),
  /** Conflicts of cited editions that are open. */
  conflicts: z.array(openConflictSchema),
  /** Set where traditions are set side by side. */
  interpretive: z.boolean(),
  /** When the model wrote it, where that was for the same question before; then it cost nothing. */
  keptAt: z.iso.datetime().nullish(),
  /** What the reader should know of how it was written, one sentence each. */
  notes: z.array(z.string()),
});
export type AnswerBody = z.infer<typeof answerBodySchema>;

export const emptyBody: AnswerBody = {
  sentences: [],
  withheld: [],
  searched: { documents: 0, passages: 0, editions: 0 },
  found: 0,
  declined: null,
  confidence: null,
  conflicts: [],
  interpretive: false,
  notes: [],
};

export const questionTextSchema = z
  .string()
  .trim()
  .min(1, "Write a question first.")
  .max(askLimits.question, `A question has at most ${askLimits.question.toLocaleString("en")} characters. Shorten it and ask again.`);

export const askSchema = z.object({
  /** Null: the question opens a new conversation. */
  conversationId: z.string().max(40).nullable(),
  text: questionTextSchema,
  /** The scope of a new conversation; an existing one has its own. */
  scope: chatScopeSchema.optional(),
  /** Asks the model anew, though it has answered the same lately. */
  fresh: z.boolean().optional(),
  /** The same key is the same question. */
  key: z.string().min(8).max(100),
});
export type AskInput = z.infer<typeof askSchema>;

export const questionAsked = { name: "chat/question.asked", schema: z.object({ answerId: z.string() }) } as const;

/** Bodies of the events on the stream `chat:<conversationId>`, by type. */
export const chatEventBodies = {
  "answer.asked": z.object({ answerId: z.string() }),
  "answer.began": z.object({ answerId: z.string(), attempt: z.number().int(), found: z.number().int(), model: z.string().nullable() }),
  "answer.draft": z.object({ answerId: z.string(), attempt: z.number().int(), text: z.string() }),
  "answer.sentence": z.object({ answerId: z.string(), attempt: z.number().int(), index: z.number().int(), sentence: answerSentenceSchema }),
  "answer.withheld": z.object({ answerId: z.string(), attempt: z.number().int(), count: z.number().int() }),
  "answer.ended": z.object({ answerId: z.string(), status: z.enum(answerStatuses) }),
} as const;
export type ChatEventType = keyof typeof chatEventBodies;

export const chatStream = (conversationId: string): string => `chat:${conversationId}`;
