// What a ruling by hand is called, and what can be ruled on an entry as it stands.
import type { Override } from "@/server/research/conflicts/override/schema";
import type { Conflict } from "@/server/research/conflicts/schema";

/** "6.2 h stands", "left open", "set apart", "back to the strategy". */
export function rulingWords({ ruling, winner, sides }: Pick<Override, "ruling" | "winner" | "sides">): string {
  if (ruling === "winner") return `${sides.find((side) => side.fingerprint === winner)?.label ?? "a side that is gone"} stands`;
  return { open: "left open", set_apart: "set apart", strategy: "back to the strategy" }[ruling];
}

export type RulingChoice = {
  readonly value: string;
  readonly ruling: Override["ruling"];
  readonly side: number | null;
  readonly label: string;
  readonly detail: string;
};

/** The sides, in their order, then what else can be ruled; what stands already by hand is not offered again. */
export function rulingChoices({ sides, status, winner, override }: Pick<Conflict, "sides" | "status" | "winner" | "override">): RulingChoice[] {
  const now = override ? "as ruled" : "as the strategy has it";
  const choices: RulingChoice[] = sides.map(({ label }, side) => ({
    value: `side-${side}`,
    ruling: "winner",
    side,
    label: `${label} stands`,
    detail: status === "resolved" && winner === side ? now : "",
  }));
  choices.push({
    value: "open",
    ruling: "open",
    side: null,
    label: "Leave it open",
    detail: status === "open" ? now : "every side printed, none preferred",
  });
  choices.push({
    value: "set_apart",
    ruling: "set_apart",
    side: null,
    label: "Set it apart",
    detail: status === "set_apart" ? now : "no conflict: they speak of different things",
  });
  if (override)
    choices.push({ value: "strategy", ruling: "strategy", side: null, label: "Take the ruling back", detail: "the strategy decides again" });
  return choices;
}
