// Every progress event is a row of a stream; its type names what happened, its body is small and holds no source text.
import { z } from "zod";

export const progressEventSchema = z.object({
  seq: z.number().int().positive(),
  type: z.string().max(80),
  body: z.record(z.string(), z.unknown()),
  at: z.iso.datetime(),
});
export type ProgressEvent = z.infer<typeof progressEventSchema>;
