// What a category tile says: its picture, its state, and the one or two lines at its foot.
import type { RunCategory } from "@/server/research/editions/schema";
import type { State } from "../marks/states";

export type TilePicture = "queued" | "running" | "done" | "nothing_found" | "blocked" | "failed";

/** How the tile is drawn. A category that was never searched stays a blank leaf. */
export const tilePicture = (category: Pick<RunCategory, "state" | "outcome">): TilePicture => {
  if (category.state === "queued" || category.state === "cancelled") return "queued";
  if (category.state === "failed" || category.outcome === "failed") return "failed";
  if (category.state !== "done") return "running";
  if (category.outcome === "not_searched") return "queued";
  return category.outcome === "nothing_found" || category.outcome === "blocked" ? category.outcome : "done";
};

const working = { asking: "Asking", gathering: "Gathering", verifying: "Verifying", writing: "Writing" } as const;

/** The state mark and its word. */
export const tileState = (category: Pick<RunCategory, "state" | "outcome">): { state: State; words?: string } => {
  const picture = tilePicture(category);
  if (category.state === "cancelled") return { state: "cancelled" };
  if (category.outcome === "not_searched" && category.state === "done") return { state: "not_searched" };
  if (picture === "running") return { state: "running", words: working[category.state as keyof typeof working] };
  return { state: picture };
};

/** The gravest thing that sources are to each other here: conflicts before open ones before those set apart. */
export const tileConflict = (conflicts: RunCategory["conflicts"]): { state: State; words: string } => {
  if (conflicts.resolved > 0)
    return {
      state: "conflict",
      words: `${conflicts.resolved} conflict${conflicts.resolved === 1 ? "" : "s"}${conflicts.open > 0 ? `, ${conflicts.open} open` : ""}`,
    };
  if (conflicts.open > 0) return { state: "open", words: `${conflicts.open} open` };
  if (conflicts.byJurisdiction > 0) return { state: "by_jurisdiction", words: `${conflicts.byJurisdiction} by jurisdiction` };
  if (conflicts.notComparable > 0) return { state: "not_comparable", words: `${conflicts.notComparable} not comparable` };
  return { state: "agrees", words: "no conflict" };
};

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? "" : "s"}`;

/** The last line of the tile. */
export const tileFoot = (category: RunCategory): string => {
  const answered = category.answers.filter((answer) => answer.status !== "asking").length;
  const failed = category.answers.filter((answer) => answer.status === "failed" || answer.status === "refused");
  switch (tilePicture(category)) {
    case "queued":
      return category.state === "cancelled"
        ? category.answers.length > 0
          ? "Stopped under way"
          : "Not asked"
        : (category.error ?? (category.outcome === "not_searched" ? "No provider could be asked" : ""));
    case "running":
      if (category.state === "asking") return `${answered} of ${count(category.answers.length, "provider")} answered`;
      if (category.state === "writing") return `${count(category.sentences, "sentence")}, ${category.withheld} withheld`;
      return category.state === "verifying" ? `Checking ${count(category.sourceCount, "source")}` : `${count(category.sourceCount, "source")} so far`;
    case "nothing_found":
      return `${answered} asked, no citable source`;
    case "blocked":
      return category.error ?? (failed.length > 0 ? `${failed.length} of ${category.answers.length} refused` : "Every source refused to be read");
    case "failed":
      return category.error ?? `No answer from ${failed.length} of ${category.answers.length}`;
    case "done":
      return `${count(category.sourceCount, "source")}, ${category.independentCount} independent`;
  }
};

/** How far the present step is, 0 to 1, where it can be counted. */
export const tileProgress = (category: Pick<RunCategory, "state" | "answers">): number | undefined => {
  if (category.state !== "asking" || category.answers.length === 0) return undefined;
  return category.answers.filter((answer) => answer.status !== "asking").length / category.answers.length;
};
