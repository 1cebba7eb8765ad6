// What a rule reports: why, and the words of both sides that clash.
import type { GateVerdict } from "../../schema";

export type Finding = GateVerdict["findings"][number];

const quote = (words: string): string => `“${words}”`;

/** `{s}` and `{p}` in the reason stand for the quoted words of sentence and passage. */
export function finding(rule: string, blocking: boolean, reason: string, sentenceWords: string, passageWords = ""): Finding {
  return {
    rule,
    blocking,
    reason: reason.replace("{s}", () => quote(sentenceWords)).replace("{p}", () => quote(passageWords)),
    sentenceWords,
    passageWords,
  };
}
