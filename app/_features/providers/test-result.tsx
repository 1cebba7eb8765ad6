import { LiveRegion } from "@/app/_ui/a11y/live-region";
import { durationWords } from "@/app/_ui/time/format-time";
import type { ProvidersState } from "./admin-action";
import { price } from "./witness-words";

type TestResultProps = { state: ProvidersState; pending: boolean; names: Readonly<Record<string, string>> };

/** What was done last, in one line that is spoken. */
export const TestResult = ({ state, pending, names }: TestResultProps) => (
  <LiveRegion shown>{pending ? "One moment. A test call can take as long as an answer does." : wordsOf(state, names)}</LiveRegion>
);

function wordsOf({ done, test, failed }: ProvidersState, names: TestResultProps["names"]): string | null {
  if (failed !== null) return failed.intent === "test" ? `${names[failed.provider] ?? failed.provider}: ${failed.message}` : null;
  if (test === null) return done;
  const cost = test.costUsd === null ? "cost not known" : test.costBasis === "free" ? "free" : `${price(test.costUsd)}, ${test.costBasis}`;
  const brought = test.status === "ok" || test.status === "partial" ? `${test.sources} ${test.sources === 1 ? "source" : "sources"}, ` : "";
  const model = test.servedModel === null ? "" : `${test.servedModel}, `;
  return `${names[test.provider] ?? test.provider}, test call: ${test.message} ${model}${brought}${durationWords(test.ms)}, ${cost}.`;
}
