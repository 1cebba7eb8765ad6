import type { z } from "zod";
import type { ProviderError } from "../../schema";

/** The records that have the shape, and how many have not: a broken record costs only itself. */
export function readRecords<T>(items: readonly unknown[], schema: z.ZodType<T>): { records: T[]; broken: number } {
  const records = items.flatMap((item) => {
    const parsed = schema.safeParse(item);
    return parsed.success ? [parsed.data] : [];
  });
  return { records, broken: items.length - records.length };
}

/** An error where records came and none could be read; nothing found is none. */
export function unreadable(name: string, read: number, broken: number): ProviderError[] {
  if (read > 0 || broken === 0) return [];
  return [{ kind: "schema", retryable: false, message: `${name} sent ${broken} records, none of the documented shape.` }];
}
