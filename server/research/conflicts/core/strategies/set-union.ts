import { voicesFor } from "../sides";
import { countOf } from "../witness";
import { open, type Rule } from "./ruling";

/** A union keeps every member with its support; only "X" against "no X" comes here, and support alone does not decide it. */
export const setUnion: Rule = ({ sides }) =>
  open(
    `The list keeps every member with its support: ${sides.map((side) => `${side.label} from ${countOf(voicesFor(side), "voice")}`).join(", ")}. An express denial stays beside it.`,
  );
