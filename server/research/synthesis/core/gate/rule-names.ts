// Presence of every name. A name of which nothing is known is foreign; one of which a part is missing is a warning.
import type { Case } from "./case";
import { type Finding, finding } from "./finding";
import { knowsAsAcronym, knowsWord, type NameSpan } from "./names";

/** Words of a name span that passage and context do not know, by token index. */
export function unknownWords(c: Case, span: NameSpan): number[] {
  return span.tokens.filter((at) => {
    const token = c.line.tokens[at];
    return token !== undefined && !knowsWord(c.analysis, token);
  });
}

/** Names absent from passage and context. In the strict profile a missing part of a name blocks as well. */
export function checkNames(c: Case, strict = false): Finding[] {
  return c.names.flatMap((span) => {
    const unknown = unknownWords(c, span);
    if (unknown.length === 0 || knowsAsAcronym(c.analysis, c.line, span, c.names)) return [];
    if (unknown.length === span.tokens.length) return [finding("name_absent", true, "{s} is not in the cited passage.", span.text)];
    const part = unknown.map((at) => c.line.tokens[at]?.text ?? "").join(" ");
    return [finding("name_part_absent", strict, `{s}, a part of “${span.text}”, is not in the cited passage.`, part)];
  });
}
