// Questions from a file: one JSON object per line, {"question", "inside", "words"?, "earlier"?}. `words` is a pattern that stands in a right answer.
import { z } from "zod";

export type Asked = {
  readonly question: string;
  /** Whether the library answers it. */
  readonly inside: boolean;
  readonly words: RegExp | null;
  /** Questions before it in its conversation, oldest first. */
  readonly earlier: readonly string[];
};

const row = z.object({ question: z.string().min(1), inside: z.boolean(), words: z.string().nullish(), earlier: z.array(z.string()).nullish() });

/** The questions of a file. Throws with the number of the line that is none. */
export function readAsked(text: string): Asked[] {
  return text.split(/\r?\n/).flatMap((line, index): Asked[] => {
    if (line.trim() === "") return [];
    try {
      const { question, inside, words, earlier } = row.parse(JSON.parse(line));
      return [{ question, inside, words: words ? new RegExp(words, "i") : null, earlier: earlier ?? [] }];
    } catch (error) {
      throw new Error(`Line ${index + 1} is no question: {"question", "inside", "words"?, "earlier"?} is expected.`, { cause: error });
    }
  });
}
