type Value = string | string[] | undefined;

/** The stretch of a document that an address names, as `?start=7&end=9` or `?at=7-9`; null when it names none. */
export function readRange({ at, start, end }: { at?: Value; start?: Value; end?: Value }): { start: number; end: number } | null {
  const [first, last] = typeof at === "string" ? at.split("-") : [start, end];
  const range = { start: offset(first), end: offset(last) };
  return range.start === null || range.end === null || range.end <= range.start ? null : { start: range.start, end: range.end };
}

function offset(value: Value): number | null {
  return typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : null;
}
