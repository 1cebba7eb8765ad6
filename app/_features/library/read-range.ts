/** The stretch of a document that an address names; null when it names none. */
export function readRange({ start, end }: { start?: string | string[]; end?: string | string[] }): { start: number; end: number } | null {
  const range = { start: offset(start), end: offset(end) };
  return range.start === null || range.end === null || range.end <= range.start ? null : { start: range.start, end: range.end };
}

function offset(value: string | string[] | undefined): number | null {
  return typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : null;
}
