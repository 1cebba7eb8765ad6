// What Gemini sends, as far as it is used.
import { z } from "zod";

const text = z.string().nullish().catch(null);
const count = z.number().nonnegative().nullish().catch(null);
const list = z
  .array(z.unknown())
  .nullish()
  .catch(null)
  .transform((items) => items ?? []);

export const groundingSchema = z.object({ webSearchQueries: list, groundingChunks: list, groundingSupports: list });
const candidateSchema = z.object({
  content: z.object({ parts: list }).nullish().catch(null),
  finishReason: text,
  groundingMetadata: groundingSchema.nullish().catch(null),
});
export const geminiSchema = z
  .object({
    candidates: z.array(candidateSchema).optional(),
    promptFeedback: z.object({ blockReason: text }).nullish().catch(null),
    usageMetadata: z
      .object({ promptTokenCount: count, toolUsePromptTokenCount: count, candidatesTokenCount: count, thoughtsTokenCount: count })
      .nullish()
      .catch(null),
    modelVersion: text,
    responseId: text,
  })
  .refine((body) => body.candidates !== undefined || body.promptFeedback, { error: "neither candidates nor a reason", path: ["candidates"] });
export type GeminiBody = z.infer<typeof geminiSchema>;

export const partSchema = z.object({ text: z.string(), thought: z.boolean().optional().catch(undefined) });
export const chunkSchema = z.object({ web: z.object({ uri: z.string(), title: text }) });
export const supportSchema = z.object({
  segment: z.object({ partIndex: count, startIndex: count, endIndex: z.number().nonnegative(), text: text }),
  groundingChunkIndices: z.array(z.number().int().nonnegative()),
});
