// Where a clause of a sentence begins and ends: at semicolons and contrasting words, never inside parentheses.
export type Clause = { start: number; end: number };

// Every rule asks for the clauses of the same sentence in turn.
let last: { sentence: string; clauses: readonly Clause[] } = { sentence: "", clauses: [{ start: 0, end: 0 }] };
const breaks = /;|\b(?:whereas|while|but|however|although|though|in contrast|conversely|on the other hand)\b/gi;

/** The clauses of `sentence` as offsets into it, in order, covering it. */
export function findClauses(sentence: string): readonly Clause[] {
  if (last.sentence === sentence) return last.clauses;
  const clauses: Clause[] = [];
  let from = 0;
  for (const match of sentence.matchAll(breaks)) {
    if (match.index === 0 || insideParentheses(sentence, match.index)) continue;
    clauses.push({ start: from, end: match.index });
    from = match.index;
  }
  clauses.push({ start: from, end: sentence.length });
  last = { sentence, clauses };
  return clauses;
}

/** The clause that holds offset `at`. */
export function clauseAt(clauses: readonly Clause[], at: number): Clause {
  return clauses.find((clause) => at >= clause.start && at < clause.end) ?? clauses.at(-1) ?? { start: 0, end: at };
}

function insideParentheses(sentence: string, at: number): boolean {
  const open = sentence.lastIndexOf("(", at);
  return open >= 0 && sentence.indexOf(")", open) > at && sentence.lastIndexOf(")", at) < open;
}
