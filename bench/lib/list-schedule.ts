/**
 * Shortest time in which jobs that are begun in this order, each as soon as a place is free, can all have ended; in the unit of their durations.
 * Graham's list scheduling: what the order and the number of places cost by themselves, before any overhead.
 */
export function listSchedule(durations: readonly number[], places: number): number {
  const free = Array.from({ length: Math.max(1, places) }, () => 0);
  for (const duration of durations) {
    const first = free.indexOf(Math.min(...free));
    free[first] = (free[first] ?? 0) + duration;
  }
  return Math.max(...free);
}
