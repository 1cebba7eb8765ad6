import type { ReactNode } from "react";
import type { Coverage } from "@/server/research/requests/schema";
import { coverageWords } from "./coverage-words";

type CoverageLineProps = {
  coverage: Coverage;
  /** Names by provider id, where they differ. */
  names?: Readonly<Record<string, string>>;
  /** What became of the results: "26 results led to 16 sources." */
  children?: ReactNode;
};

/** The honest end of a category in one paragraph. */
export const CoverageLine = ({ coverage, names = {}, children }: CoverageLineProps) => (
  <p className="coverage">
    <b>Coverage.</b> {coverageWords(coverage, (provider) => names[provider] ?? provider).join(" ")} {children}
  </p>
);
