// Words that bound a number: at least (+1), at most (-1), about (0). "no more than" bounds, it does not deny.
import type { Token } from "./tokens";

export type Comparator = {
  sign: 1 | 0 | -1;
  /** The bound itself is left out: over, under. */
  open: boolean;
  /** Near the bound on one side: nearly, almost. */
  near: boolean;
  text: string;
};

const before =
  /(?:^|[\s(,;])(?:(at least|no less than|not less than|no fewer than|not fewer than|minimum(?: dose)? of|minimum|not below|no lower than)|(more than|greater than|over|above|exceed(?:s|ed|ing)?|in excess of|upwards? of|higher than|larger than|older than|longer than|beyond)|(at most|up to|no more than|not more than|no greater than|no later than|not exceeding|not exceed(?:ing)?|maximum(?: dose)? of|maximum|as (?:much|many|high) as|no longer than|not above|no higher than|within)|(less than|fewer than|lower than|under|below|smaller than|younger than|shorter than)|(nearly|almost|just under|close to)|(about|approximately|approx\.?|around|roughly|some|circa|ca\.?|c\.|an estimated|estimated at|an average of|~))\s*(?:a|an|the|age|ages|aged|of)?\s*$/i;
const signs = /(>=|<=|>|<|~)\s*$/;
const after =
  /^(?:[\s-]*(?:of age|old))?(?:\s\([^()]{1,28}\))?\s*(?:(\+)|(?:or|and)\s+(?:(more|greater|higher|above|over|older|longer|up|upwards|later|larger)|(less|fewer|lower|below|under|younger|shorter|earlier))\b)/i;
const reach = 34;

function make(sign: 1 | 0 | -1, text: string, open = false, near = false): Comparator {
  return { sign, open, near, text: text.trim() };
}

/** The comparator that bounds the number between tokens `from` and `to`, or null for a plain number. */
export function comparatorAt(text: string, tokens: readonly Token[], from: number, to: number): Comparator | null {
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? start;
  const head = text.slice(Math.max(0, start - reach), start);
  const sign = signs.exec(head);
  if (sign) {
    const mark = sign[1] ?? "";
    return mark === "~" ? make(0, mark) : make(mark.startsWith(">") ? 1 : -1, mark, mark.length === 1);
  }
  const tail = after.exec(text.slice(end, end + 60));
  if (tail) return make(tail[3] === undefined ? 1 : -1, tail[0]);
  const m = before.exec(head);
  if (!m) return null;
  if (m[1] !== undefined) return make(1, m[1]);
  if (m[2] !== undefined) return make(1, m[2], true);
  if (m[3] !== undefined) return make(-1, m[3]);
  if (m[4] !== undefined) return make(-1, m[4], true);
  return m[5] === undefined ? make(0, m[6] ?? "") : make(-1, m[5], false, true);
}
