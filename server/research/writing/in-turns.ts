/** Works on all entries, at most `width` at a time, in their order. Rejects with the first failure, after the others under way have ended. */
export async function inTurns<T>(entries: readonly T[], width: number, work: (entry: T) => Promise<void> | void): Promise<void> {
  const rest = [...entries];
  const failures: unknown[] = [];
  const worker = async (): Promise<void> => {
    for (let next = rest.shift(); next !== undefined && failures.length === 0; next = rest.shift()) {
      try {
        await work(next);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, entries.length) }, worker));
  if (failures.length > 0) throw failures[0];
}
