// The example library: short documents of our own writing on metformin, warfarin, apixaban and Romans 8:28-30, with the discrepancies that
// public records really hold. They show a first run agreement, conflict, what is not comparable, and categories with nothing to find.
import path from "node:path";

/** File names within the folder, in the order in which they are added. */
export const exampleLibraryFiles = [
  "metformin-us-label-2018.md",
  "metformin-us-label-2009.txt",
  "metformin-eu-smpc-2022.html",
  "metformin-label-reprint.html",
  "metformin-review-graham-2011.md",
  "metformin-review-bailey-1996.txt",
  "metformin-ukpds-34-1998.md",
  "metformin-meta-analysis-2012.md",
  "metformin-safety-communications.txt",
  "warfarin-us-label-2017.md",
  "warfarin-guideline-2008.txt",
  "apixaban-us-label-2021.md",
  "apixaban-eu-smpc.txt",
  "apixaban-review-2019.md",
  "apixaban-ward-card.md",
  "romans-8-28-30-text.html",
  "romans-8-28-30-reception.md",
] as const;

/** The folder that holds them, absolute; the process runs in the project's root. */
export function exampleLibraryFolder(): string {
  return path.join(process.cwd(), "db/seed/example-library");
}
