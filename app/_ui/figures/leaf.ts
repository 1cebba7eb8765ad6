// The leaf of a tile: eight lines, one per step of the work on a category. Inked is done, lapis is now.
import type { RunCategory } from "@/server/research/editions/schema";

export type LeafLine = { readonly y: number; readonly length: number; readonly ink: "blank" | "inked" | "now"; readonly inkLength: number };

const lines = 8;
const left = 12;
/** The step that a state is in, counted from 0: ask, gather, verify, extract, compare, write, score, record. */
const steps: Partial<Record<RunCategory["state"], number>> = { asking: 0, gathering: 1, verifying: 2, writing: 5 };

/** `progress`, 0 to 1, is how much of the present line is inked. */
export const leafLines = (state: RunCategory["state"], progress = 0.6): LeafLine[] => {
  const step = steps[state] ?? (state === "done" ? lines : -1);
  return Array.from({ length: lines }, (_, index) => {
    const length = index === 0 ? 15 : 20;
    const ink = index < step ? "inked" : index === step ? "now" : "blank";
    const share = ink === "inked" ? 1 : ink === "now" ? Math.min(1, Math.max(0.2, progress)) : 0;
    return { y: 10 + index * 4, length, ink, inkLength: Math.round(length * share * 10) / 10 };
  });
};

export const leafLeft = left;
