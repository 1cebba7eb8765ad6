// Everyday wordings beside those of the literature, and those of other languages. A question in the one is answered by passages in the other; lexical
// search cannot know it. A wording may stand in several groups.
import { general } from "./wordings/general";
import { abroad } from "./wordings/languages";
import { letters } from "./wordings/letters";
import { medicine } from "./wordings/medicine";

const atHome = [...medicine, ...letters, ...general];
const known = new Set(atHome.flat());

export const wordings: readonly (readonly string[])[] = [
  ...atHome.map((group) => [...group, ...group.flatMap((phrase) => abroad[phrase] ?? [])]),
  ...Object.entries(abroad)
    .filter(([phrase]) => !known.has(phrase))
    .map(([phrase, others]) => [phrase, ...others]),
];
