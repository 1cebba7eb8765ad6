// A collection is a named shelf of one owner's documents; a document stands on one at most.
import { z } from "zod";

export const collectionNameSchema = z
  .string()
  .trim()
  .min(1, "Give the collection a name.")
  // Longer names fit no list of choices.
  .max(80, "A collection's name has at most 80 characters.")
  .refine((name) => !/[\p{Cc}"]/u.test(name), "A collection's name holds no quotation marks and no control characters.");
/** More is a filing system, which the search does better. */
export const mostCollections = 200;

export const newCollectionSchema = z.object({ name: collectionNameSchema });
export const collectionIdSchema = z.object({ collectionId: z.string().min(1).max(40) });
export const renamedCollectionSchema = collectionIdSchema.extend({ name: collectionNameSchema });
