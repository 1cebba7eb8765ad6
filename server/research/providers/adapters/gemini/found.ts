import type { FoundSource } from "../../../sources/schema";
import type { Answer } from "../../schema";

/** What an answer's citations come to. */
export type Found = {
  readonly sources: FoundSource[];
  readonly spans: Answer["spans"];
  readonly queries: string[];
  /** Items that could not be read. */
  readonly unknownItems: number;
  /** Places that the text does not bear out. */
  readonly misplacedSpans: number;
  /** Numbers without a passage. */
  readonly danglingMarkers: number;
};

export const nothingFound: Found = { sources: [], spans: [], queries: [], unknownItems: 0, misplacedSpans: 0, danglingMarkers: 0 };
